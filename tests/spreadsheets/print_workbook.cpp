// Prints how a spreadsheet is read, one JSON object a line: sheets, their cells, findings.
//   print_workbook FILE.xlsx|FILE.ods
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <array>
#include <iostream>
#include <string>

#include "base/disk.h"
#include "base/json_text.h"
#include "read/workbook.h"

namespace {

using namespace yokoten;

constexpr std::array kinds{"empty", "text", "number", "date", "time", "boolean", "error"};

void print_flag(bool set, const char* name) {
  if (set) fmt::print(std::cout, R"(,"{}":true)", name);
}

void print_cell(const Sheet& sheet, const SheetCell& cell) {
  fmt::print(std::cout, R"({{"sheet":{},"row":{},"column":{},"kind":"{}","text":{})",
             json_text(sheet.name()), cell.row, cell.column,
             kinds[static_cast<std::size_t>(cell.kind)], json_text(cell.text));
  print_flag(cell.formula, "formula");
  print_flag(cell.ruby, "ruby");
  print_flag(cell.percent, "percent");
  print_flag(cell.merged, "merged");
  print_flag(cell.hidden, "hidden");
  std::cout << "}\n";
}

void print_sheet(const Sheet& sheet) {
  fmt::print(std::cout, R"({{"sheet":{},"visible":{},"rows":{},"columns":{}}})",
             json_text(sheet.name()), sheet.visibility() == Visibility::visible, sheet.rows(),
             sheet.columns());
  std::cout << "\n";
  std::vector<SheetCell> cells;
  for (int row = 1; row <= sheet.rows(); ++row) {
    sheet.cells_of(row, cells);
    for (const SheetCell& cell : cells) print_cell(sheet, cell);
  }
  for (const Finding& finding : sheet.findings())
    std::cout << to_json_line(finding, Language::en) << "\n";
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "usage: print_workbook FILE.xlsx|FILE.ods\n";
    return 2;
  }
  const std::string path = words[1];
  const auto bytes = RealDisk().read(path);
  if (!bytes) {
    std::cerr << "print_workbook: can't read " << path << "\n";
    return 2;
  }
  Findings findings;
  const auto workbook = read_workbook(*bytes, path, findings);
  for (const Finding& finding : findings) std::cout << to_json_line(finding, Language::en) << "\n";
  if (!workbook) return 1;
  for (const Sheet& sheet : workbook->sheets) print_sheet(sheet);
  return 0;
}
