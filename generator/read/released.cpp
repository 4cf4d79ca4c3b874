#include "read/released.h"

#include <array>

#include <fmt/format.h>

#include "model/report.h"
#include "read/table_file.h"

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 7> kColumns = {
    "indicator", "area_code", "period", "breakdown", "numerator", "denominator", "missing_reason"};

}  // namespace

std::vector<ReleasedFigure> read_released(std::string_view bytes, const std::string& file,
                                          Findings& findings) {
  TableForm form;
  form.format = TableFormat::csv;
  const auto table = read_table(bytes, file, findings, form);
  if (!table) return {};
  std::array<int, kColumns.size()> columns{};
  for (std::size_t at = 0; at < kColumns.size(); ++at) {
    const auto column = table->column(kColumns[at]);
    if (!column) {
      report_error(
          findings, {file, 1, 0}, "released.column",
          {fmt::format("観測値の列 {} がありません。以前のdata/observations.csvを置いてください",
                       kColumns[at]),
           fmt::format("there is no column {}; put a data/observations.csv of an earlier "
                       "release there",
                       kColumns[at])});
      return {};
    }
    columns[at] = *column;
  }
  std::vector<ReleasedFigure> figures;
  for (int row = 0; row < table->rows(); ++row) {
    const auto cell = [&](std::size_t at) { return table->cell(row, columns[at]); };
    ReleasedFigure made{std::string(cell(0)),   std::string(cell(1)),   std::string(cell(2)),
                        std::string(cell(3)),   parse_decimal(cell(4)), parse_decimal(cell(5)),
                        cell(6) == "suppressed"};
    if (made.numerator || made.denominator || made.suppressed) figures.push_back(std::move(made));
  }
  return figures;
}

}  // namespace yokoten
