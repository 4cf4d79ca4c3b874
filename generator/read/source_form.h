#pragma once

#include "model/toml_reader.h"
#include "read/source_list.h"

namespace yokoten {

/// Reads how a source's table stands in its file: `format encoding sheet header skip range
/// rows_at`.
void read_form(TomlReader& source, SourceText& out);

}  // namespace yokoten
