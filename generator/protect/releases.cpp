#include "protect/releases.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "protect/cell_rules.h"
#include "protect/earlier_sums.h"

namespace yokoten {
namespace {

using Words = std::tuple<std::string, std::string, std::string, std::string>;

void take(CubeCells& all, int number, const EarlierFigure& figure) {
  Cell& cell = all.at(number);
  if (figure.shown && *figure.shown == cell.value) {
    all.already_out += cell.sensitive;
    cell.stays_open = true;
    cell.sensitive = cell.stays_hidden = false;
  } else if (!figure.shown && all.origin(number).rule != nullptr &&
             (!cell.stays_open || cell.value == 0)) {
    cell.stays_hidden = true;  // a 0 as well: it would tell how much there was before
    cell.stays_open = false;
  }
}

/// What each release has said of the cells of today, by release.
std::map<int, std::map<int, EarlierFigure>> said_by_releases(const Publication& publication,
                                                             const Areas& areas,
                                                             const Measured& measured,
                                                             const CubeCells& cells) {
  std::map<Words, FoundObservation> today;
  for (const Observation& seen : measured.cube.all())
    today[{publication.indicators[static_cast<std::size_t>(seen.indicator)].id,
           areas.at(seen.area).code, to_text(measured.cube.period(seen.period)),
           measured.cube.breakdown(seen.breakdown)}] = seen;
  std::map<int, std::map<int, EarlierFigure>> said;
  const auto add = [&](int release, int number, const std::optional<Decimal>& shown,
                       bool suppressed) {
    if (number < 0 || (!shown && !suppressed)) return;
    EarlierFigure& figure = said[release][number];
    if (shown) figure.shown = scaled(*shown, cells.origin(number).scale);
  };
  for (const ReleasedFigure& each : publication.released) {
    const auto at = today.find({each.indicator, each.area_code, each.period, each.breakdown});
    if (at == today.end()) continue;
    add(each.release, cells.numerator(publication, *at->second), each.numerator, each.suppressed);
    add(each.release, cells.denominator(publication, *at->second), each.denominator,
        each.suppressed);
  }
  return said;
}

}  // namespace

void take_releases(const Publication& publication, const Areas& areas, const Measured& measured,
                   CubeCells& cells) {
  if (publication.released.empty()) return;
  const CellRules rules(publication, areas, measured);
  const auto said = said_by_releases(publication, areas, measured, cells);
  const std::size_t relations = cells.cells.relations.size();
  for (const auto& [release, figures] : said)
    cells.sums_left_out += add_earlier_sums(figures, rules, relations, cells);
  for (const auto& [release, figures] : said)
    for (const auto& [number, figure] : figures) take(cells, number, figure);
}

}  // namespace yokoten
