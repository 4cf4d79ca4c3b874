#include "measure/left_out_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "measure/resolve.h"
#include "model/cell_number.h"
#include "model/report.h"

namespace yokoten {
namespace {

constexpr std::size_t kMostTold = 20;

/// A row with the only figures of an area, and the keys of its source that may leave it out.
struct MissingRow {
  int file_row = 0, area = Areas::none;
  const char* key = "";
  const char* other_key = "";
};

class LeftOutRows {
 public:
  LeftOutRows(const Publication& publication, int number, const Areas& areas)
      : publication_(publication),
        source_(publication.sources[static_cast<std::size_t>(number)]),
        table_(publication.tables[static_cast<std::size_t>(number)]),
        areas_(areas),
        area_(table_.column(source_.area_column).value_or(-1)),
        prefecture_(table_.column(source_.prefecture_column).value_or(-1)) {
    for (const auto& [measure, heading] : source_.measures) add(heading);
    for (const Unpivot& unpivot : source_.unpivots)
      for (const auto& [heading, meaning] : unpivot.columns) add(heading);
  }

  /// The rows that are to be told.
  std::vector<MissingRow> missing(const RowReadings& readings) const {
    std::vector<MissingRow> found;
    if (area_ < 0 || figures_.empty()) return found;
    std::set<int> known;
    for (std::size_t row = 0; row < readings.size(); ++row) known.insert(readings[row].area);
    const auto is_missing = [&](int area) { return area > Areas::nation && !known.contains(area); };
    for (const LeftOutRow& row : table_.left_out()) {
      const int area = area_of(cell(row, prefecture_), cell(row, area_));
      if (is_missing(area) && has_figure([&](int column) { return cell(row, column); }) &&
          !is_read(row))
        found.push_back({row.file_row, area, "skip", "range"});
    }
    for (int row = 0; row < table_.rows(); ++row) {
      if (readings[static_cast<std::size_t>(row)].role == RowRole::counted) continue;
      const int area = area_of(text(row, prefecture_), text(row, area_));
      if (is_missing(area) && has_figure([&](int column) { return text(row, column); }))
        found.push_back({table_.file_row(row), area, "total_row", "of_which"});
    }
    return found;
  }

  void report(const MissingRow& row, std::size_t more, Findings& findings) const {
    const std::string& name = areas_.at(row.area).name;
    const Message others = more == 0 ? Message{}
                                     : Message{fmt::format("（ほか{}行）", more),
                                               fmt::format(" ({} more rows)", more)};
    report_warning(
        findings, {table_.file(), row.file_row, table_.file_column(area_)}, "area.left_out",
        {fmt::format("この行は {1} か {2} により数えませんが、表のほかの行にない{0}の数値があります"
                     "。{1} か {2} を直してください{3}",
                     name, row.key, row.other_key, others.ja),
         fmt::format(
             "{1} or {2} leaves this row out, but it has figures of {0}, which no other row "
             "has; mend {1} or {2}{3}",
             name, row.key, row.other_key, others.en)});
  }

 private:
  void add(const std::string& heading) {
    if (const auto column = table_.column(heading)) figures_.push_back(*column);
  }

  std::string_view text(int row, int column) const {
    return column < 0 ? std::string_view() : table_.cell(row, column);
  }

  static std::string_view cell(const LeftOutRow& row, int column) {
    return column < 0 ? std::string_view() : row.cells[static_cast<std::size_t>(column)];
  }

  int area_of(std::string_view prefecture, std::string_view name) const {
    return named_area(areas_, source_, prefecture, name);
  }

  bool has_figure(const auto& cell_in) const {
    return std::ranges::any_of(figures_, [&](int column) {
      const auto read = read_number(cell_in(column), source_);
      return read && read->value;
    });
  }

  // Another part of the file may be another source's.
  bool is_read(const LeftOutRow& row) const {
    return std::ranges::any_of(publication_.tables, [&](const Table& each) {
      return each.file() == table_.file() && each.row_at(row.file_row);
    });
  }

  const Publication& publication_;
  const Source& source_;
  const Table& table_;
  const Areas& areas_;
  int area_, prefecture_;
  std::vector<int> figures_;
};

}  // namespace

void report_left_out_rows(const Publication& publication, int source, const Areas& areas,
                          const Measured& measured, Findings& findings) {
  const auto at = static_cast<std::size_t>(source);
  const Source& own = publication.sources[at];
  const bool any = !publication.tables[at].left_out().empty() || own.total_row || own.of_which;
  if (!any || measured.rows.size() <= at) return;
  const LeftOutRows rows(publication, source, areas);
  const auto missing = rows.missing(measured.rows[at]);
  const std::size_t told = std::min(missing.size(), kMostTold);
  for (std::size_t each = 0; each < told; ++each)
    rows.report(missing[each], each + 1 == told ? missing.size() - told : 0, findings);
}

}  // namespace yokoten
