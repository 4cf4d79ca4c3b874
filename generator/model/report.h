#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

void report_error(Findings& findings, Place place, std::string code, Message message);
void report_warning(Findings& findings, Place place, std::string code, Message message);

/// Tells what the disk could not read although it is there. Whether there was something.
bool report_unread(const Disk& disk, Findings& findings);

/// `message` with the candidate that was probably meant by `word`, if one is near.
Message with_nearest(Message message, std::string_view word,
                     const std::vector<std::string>& candidates);

}  // namespace yokoten
