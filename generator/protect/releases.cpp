#include "protect/releases.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "protect/cell_rules.h"

namespace yokoten {
namespace {

using Words = std::tuple<std::string, std::string, std::string, std::string>;

void take(CubeCells& all, int number, const std::optional<Decimal>& shown, bool suppressed) {
  if (number < 0) return;
  Cell& cell = all.cells.cells[static_cast<std::size_t>(number)];
  if (shown && scaled(*shown, all.origin(number).scale) == cell.value) {
    all.already_out += cell.sensitive;
    cell.stays_open = true;
    cell.sensitive = cell.stays_hidden = false;
  } else if (suppressed && !shown && !cell.stays_open) {
    cell.stays_hidden = true;
  }
}

}  // namespace

void take_releases(const Publication& publication, const Areas& areas, const Measured& measured,
                   CubeCells& cells) {
  if (publication.released.empty()) return;
  std::map<Words, const Observation*> today;
  for (const Observation& seen : measured.cube.all())
    today[{publication.indicators[static_cast<std::size_t>(seen.indicator)].id,
           areas.at(seen.area).code, to_text(measured.cube.period(seen.period)),
           measured.cube.breakdown(seen.breakdown)}] = &seen;
  for (const ReleasedFigure& figure : publication.released) {
    const auto at =
        today.find({figure.indicator, figure.area_code, figure.period, figure.breakdown});
    if (at == today.end()) continue;
    take(cells, cells.numerator(publication, *at->second), figure.numerator, figure.suppressed);
    take(cells, cells.denominator(publication, *at->second), figure.denominator, figure.suppressed);
  }
}

}  // namespace yokoten
