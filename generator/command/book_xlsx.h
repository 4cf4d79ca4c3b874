#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/book.h"

namespace yokoten {

/// What is put into a workbook beside its cells.
struct BookExtras {
  std::map<std::string, std::vector<std::string>> lists = {};  ///< offered words, by name
  bool guide = false;      ///< put はじめに and 選択肢 around the sheets
  bool annotated = false;  ///< put a sheet 指摘 in front
  Findings findings = {};  ///< beside their cells and in 指摘
  Language language = Language::ja;
};

/// The bytes of an XLSX with the cells where they are, and with headings, notes, widths and
/// drop-downs as the forms say; other sheets have their values only. Empty when it can't be made.
std::optional<std::string> book_xlsx(const CellBook& book, const BookExtras& extras);

}  // namespace yokoten
