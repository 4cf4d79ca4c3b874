#pragma once

#include <string>

#include "model/finding.h"
#include "read/encoding.h"

namespace yokoten {

/// Says that bytes at a place are no character of the encoding.
void report_no_letter(Encoding encoding, Place place, Findings& findings);

/// Says that a file's mark is not that of the encoding that was declared.
void report_mark(Encoding declared, const std::string& file, Findings& findings);

}  // namespace yokoten
