#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/finding.h"
#include "read/workbook_merges.h"

namespace yokoten {

enum class CellKind : std::uint8_t { empty, text, number, date, time, boolean, error };

/// very_hidden: only a macro can show it (`veryHidden` in XLSX).
enum class Visibility : std::uint8_t { visible, hidden, very_hidden };

/// Rows or columns from `first` to `last`, from 1.
struct CellSpan {
  int first = 0, last = 0;
  bool operator==(const CellSpan&) const = default;
};

/// Equal cells side by side as they are kept: 12 bytes, the text elsewhere.
struct CellRun {
  static constexpr std::uint32_t most_text = 1U << 20U;  ///< bytes that fit `size`

  std::uint32_t text = 0;  ///< where it begins
  std::uint32_t size : 21 = 0;
  std::uint32_t kind : 3 = 0;
  std::uint32_t formula : 1 = 0;
  std::uint32_t ruby : 1 = 0;
  std::uint32_t inline_text : 1 = 0;
  std::uint32_t percent : 1 = 0;
  std::uint16_t column = 0;  ///< from 1
  std::uint16_t more = 0;    ///< how many cells to the right are the same
};

/// Equal rows one below the other; their cells end where those of the next run begin.
struct RowRun {
  std::int32_t first = 0, last = 0;
  std::uint32_t cells = 0;  ///< index of the first
};

/// What a sheet is made of.
struct SheetParts {
  std::string name;
  Visibility visibility = Visibility::visible;
  std::shared_ptr<const std::string> text;  ///< of all cells of the workbook
  std::vector<RowRun> rows;
  std::vector<CellRun> cells;
  MergeIndex merges;
  std::vector<CellSpan> hidden_rows, hidden_columns;  ///< ascending, apart from each other
  Findings findings;
};

}  // namespace yokoten
