#include "publish/open_data.h"

#include <array>

#include "base/csv_cell.h"

namespace yokoten {
namespace {

constexpr std::string_view header =
    "indicator,area_code,area_name,period,breakdown,numerator,denominator,value,lower,upper,unit,"
    "flag,missing_reason,source\n";

std::string number(const std::optional<Decimal>& value) {
  return value ? to_text(trimmed(*value)) : std::string();
}

void append_row(std::string& out, const Publication& publication, const Areas& areas,
                const Cube& cube, const Observation& seen) {
  const Indicator& indicator = publication.indicators[static_cast<std::size_t>(seen.indicator)];
  const Area& area = areas.at(seen.area);
  const std::string source =
      seen.source < 0 ? "" : publication.sources[static_cast<std::size_t>(seen.source)].id;
  const std::array<std::string, 14> cells = {csv_cell(indicator.id),
                                             area.code,
                                             csv_cell(area.name),
                                             to_text(cube.period(seen.period)),
                                             csv_cell(cube.breakdown(seen.breakdown)),
                                             number(seen.numerator),
                                             number(seen.denominator),
                                             number(seen.value),
                                             number(seen.lower),
                                             number(seen.upper),
                                             csv_cell(indicator.unit),
                                             flags_text(seen.flags),
                                             std::string(to_text(seen.missing)),
                                             csv_cell(source)};
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) out += ',';
    out += cells[at];
  }
  out += '\n';
}

}  // namespace

std::string observations_csv(const Publication& publication, const Areas& areas,
                             const Measured& measured) {
  std::string out(header);
  for (const Observation& seen : measured.cube.all())
    append_row(out, publication, areas, measured.cube, seen);
  return out;
}

std::string area_csv(const Publication& publication, const Areas& areas, const Measured& measured,
                     int area) {
  std::string out(header);
  for (int id = 0; id < static_cast<int>(publication.indicators.size()); ++id)
    for (const Observation* seen : measured.cube.of_area(id, area))
      append_row(out, publication, areas, measured.cube, *seen);
  return out;
}

}  // namespace yokoten
