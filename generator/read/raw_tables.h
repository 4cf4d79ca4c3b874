#pragma once

#include <string>
#include <vector>

#include "base/disk.h"
#include "model/boundaries.h"
#include "model/finding.h"
#include "model/table.h"
#include "read/source_list.h"

namespace yokoten {

/// Reads the raw file of every source, each file once. A file that is not there and a heading that
/// the source names but the table lacks are errors where sources.toml names them; a table that
/// could not be read has no columns. Findings `source.missing`, `source.changed`, `source.column`.
/// An optional source whose file is not there or can't be read is a warning; its table has the
/// headings that it names and no rows, and it names no file any more.
/// Of boundary files the bytes are read into `boundaries`; their table has no columns.
std::vector<Table> read_raw_tables(Disk& disk, const std::string& folder,
                                   std::vector<SourceText>& sources,
                                   std::vector<Boundaries>& boundaries, Findings& findings);

}  // namespace yokoten
