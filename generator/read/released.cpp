#include "read/released.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/observation.h"
#include "model/report.h"
#include "read/table_file.h"

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 7> kColumns = {
    "indicator", "area_code", "period", "breakdown", "numerator", "denominator", "missing_reason"};

constexpr std::string_view kHeading =
    "indicator,area_code,area_name,period,breakdown,numerator,denominator,value,lower,upper,unit,"
    "flag,missing_reason,source";

std::string_view first_line(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string_view line = bytes.substr(0, bytes.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// `provisional corrected`; words of later versions are left out.
std::uint8_t flags_of(std::string_view text) {
  unsigned flags = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    flags |= parse_flag(text.substr(0, end)).value_or(0);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return static_cast<std::uint8_t>(flags);
}

}  // namespace

Release release_of(const std::string& file, std::string_view bytes) {
  constexpr std::string_view kFolder = "releases/", kEnding = ".csv";
  Release release{file, {}, false};
  if (!file.starts_with(kFolder) || !file.ends_with(kEnding)) return release;
  const std::string name =
      file.substr(kFolder.size(), file.size() - kFolder.size() - kEnding.size());
  if (!parse_period(name)) return release;
  release.date = name;
  release.is_shown = first_line(bytes) == kHeading;
  return release;
}

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
  const auto value = table->column("value"), lower = table->column("lower");
  const auto flags = table->column("flag");
  const auto number = [&](int row, const std::optional<int>& column) {
    return column ? parse_decimal(table->cell(row, *column)) : std::nullopt;
  };
  std::vector<ReleasedFigure> figures;
  for (int row = 0; row < table->rows(); ++row) {
    const auto cell = [&](std::size_t at) { return table->cell(row, columns[at]); };
    ReleasedFigure made{std::string(cell(0)),   std::string(cell(1)),   std::string(cell(2)),
                        std::string(cell(3)),   parse_decimal(cell(4)), parse_decimal(cell(5)),
                        cell(6) == "suppressed"};
    made.value = number(row, value);
    made.lower = number(row, lower);
    made.missing = cell(6);
    if (flags) made.flags = flags_of(table->cell(row, *flags));
    figures.push_back(std::move(made));
  }
  return figures;
}

}  // namespace yokoten
