#pragma once

#include <optional>
#include <vector>

#include "model/cell_change.h"
#include "model/publication.h"
#include "read/known_lines.h"

namespace yokoten {

/// Whether each line of the source's file but the first is a row of its table, as it stands there.
bool has_a_row_a_line(const Source& source, const Table& table, int lines);

/// The cells of the source's table that these lines of its file say otherwise; `headings` is the
/// file's first line. Nothing where they are not as many rows, or there is something to tell of
/// them, or a cell has changed that has a correction: the file is to be read anew then.
std::optional<std::vector<CellChange>> changed_cells(const Publication& publication, int source,
                                                     std::string_view headings,
                                                     const FileLines& lines);

}  // namespace yokoten
