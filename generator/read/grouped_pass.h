#pragma once

#include <optional>
#include <vector>

#include "model/finding.h"
#include "model/table.h"
#include "read/grouped_rows.h"
#include "read/grouped_table.h"
#include "read/row_pieces.h"

namespace yokoten {

/// Characters of an office's own (外字) in a file.
struct GroupedOwnLetters {
  int count = 0;
  RowPosition first = 0;
  int column = 0;  ///< of the first, from 1
};

/// What going through a file once brings.
struct GroupedPass {
  std::optional<Table> headings;    ///< without rows; empty where there are none
  std::optional<GroupedRows> rows;  ///< empty also where headings that are wanted are not there
  std::vector<int> rows_before;     ///< by piece
  GroupedOwnLetters own_letters;

  int file_row(RowPosition at) const {
    return rows_before[static_cast<std::size_t>(piece_of(at))] + row_of(at);
  }
};

/// In several threads, for plain UTF-8 with headings in its first piece. Nothing where anything is
/// to be said of the file that needs the number of a row.
std::optional<GroupedPass> grouped_quickly(RowPieces& pieces, const GroupedFile& request);

/// Row by row, telling what is wrong. Nothing where one of the findings is an error.
std::optional<GroupedPass> grouped_exactly(RowPieces& pieces, const GroupedFile& request,
                                           Findings& findings);

}  // namespace yokoten
