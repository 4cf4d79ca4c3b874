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

  /// The rows that are to be told, with the area of each.
  std::vector<std::pair<const LeftOutRow*, int>> missing(const RowReadings& readings) const {
    std::vector<std::pair<const LeftOutRow*, int>> found;
    if (area_ < 0) return found;
    std::set<int> known;
    for (std::size_t row = 0; row < readings.size(); ++row) known.insert(readings[row].area);
    for (const LeftOutRow& row : table_.left_out()) {
      const int area = area_of(row);
      const bool is_missing = area > Areas::nation && !known.contains(area);
      if (is_missing && has_figure(row) && !is_read(row)) found.emplace_back(&row, area);
    }
    return found;
  }

  void report(const LeftOutRow& row, int area, std::size_t more, Findings& findings) const {
    const std::string& name = areas_.at(area).name;
    const Message others = more == 0 ? Message{}
                                     : Message{fmt::format("（ほか{}行）", more),
                                               fmt::format(" ({} more rows)", more)};
    report_warning(
        findings, {table_.file(), row.file_row, table_.file_column(area_)}, "area.left_out",
        {fmt::format("この行は skip か range で読みませんが、表のほかの行にない{}の数値があります。"
                     "表の行が増えたのなら、skip か range を直してください{}",
                     name, others.ja),
         fmt::format("skip or range leaves this row out, but it has figures of {}, which no other "
                     "row has; if the table has grown, mend skip or range{}",
                     name, others.en)});
  }

 private:
  void add(const std::string& heading) {
    if (const auto column = table_.column(heading)) figures_.push_back(*column);
  }

  static std::string_view cell(const LeftOutRow& row, int column) {
    return column < 0 ? std::string_view() : row.cells[static_cast<std::size_t>(column)];
  }

  int area_of(const LeftOutRow& row) const {
    return named_area(areas_, source_, cell(row, prefecture_), cell(row, area_));
  }

  bool has_figure(const LeftOutRow& row) const {
    return std::ranges::any_of(figures_, [&](int column) {
      const auto read = read_number(cell(row, column), source_);
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
  if (publication.tables[at].left_out().empty() || measured.rows.size() <= at) return;
  const LeftOutRows rows(publication, source, areas);
  const auto missing = rows.missing(measured.rows[at]);
  const std::size_t told = std::min(missing.size(), kMostTold);
  for (std::size_t each = 0; each < told; ++each)
    rows.report(*missing[each].first, missing[each].second,
                each + 1 == told ? missing.size() - told : 0, findings);
}

}  // namespace yokoten
