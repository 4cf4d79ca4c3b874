#include "measure/swallowed_rows.h"

#include <fmt/format.h>

#include "base/text.h"
#include "measure/resolve.h"
#include "model/heading_parts.h"
#include "model/report.h"

namespace yokoten {
namespace {

// What the rows of headings hold in the column, from the first that names an area; empty where none
// does. 全国 alone may head a column in which nothing else stands.
std::string_view area_in(const Areas& areas, const Source& named, std::string_view heading) {
  if (heading == areas.at(Areas::nation).name) return {};
  for (const std::string_view each : heading_parts(heading)) {
    const std::string_view part = trimmed_text(each);
    if (!part.empty() && named_area(areas, named, {}, part) != Areas::none) return part;
  }
  return {};
}

}  // namespace

void report_swallowed_rows(const Source& source, const Table& table, const Areas& areas,
                           Findings& findings) {
  const bool is_parted = !source.prefecture_column.empty();
  Source named = source;  // as a single column names them
  named.prefecture_column.clear();
  if (is_parted) named.level = AreaLevel::prefecture;
  const std::string& heading = is_parted ? source.prefecture_column : source.area_column;
  const auto column = table.column(heading);
  const std::string_view area = column ? area_in(areas, named, heading) : std::string_view();
  if (area.empty()) return;
  report_error(
      findings, table.heading_place(*column), "table.heading_area",
      {fmt::format(
           "地域の列の見出し「{}」に地域の名「{}」があります。表の行を見出しとして読むと、その行"
           "の数値が落ちます。header を見出しの行だけにしてください",
           heading, area),
       fmt::format("the heading {} of the column of areas names an area, {}; a row that is read as "
                   "a heading loses its figures; say the rows of headings alone by header",
                   heading, area)});
}

}  // namespace yokoten
