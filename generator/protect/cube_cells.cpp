#include "protect/cube_cells.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <unordered_map>

#include "protect/cell_draft.h"
#include "protect/cell_rules.h"
#include "protect/few_together.h"
#include "protect/known_elsewhere.h"
#include "protect/measure_sums.h"
#include "protect/relations.h"
#include "protect/releases.h"

namespace yokoten {
namespace {

constexpr double kNationWeight = 1000, kPrefectureWeight = 30, kTotalWeight = 3;

class Builder {
 public:
  Builder(const Publication& publication, const Areas& areas, const Measured& measured)
      : publication_(publication),
        areas_(areas),
        measured_(measured),
        rules_(publication, areas, measured),
        facts_(areas, measured),
        draft_(publication, measured, rules_, facts_) {}

  CubeCells built() {
    draft_.made.sides = formula_sides(publication_, measured_);
    find_scales();
    for (const Observation& seen : measured_.cube.all()) add_sides(seen);
    for (const Observation& seen : measured_.unions) add_sides(seen);
    join_places();
    for (const MeasureSum& each : measure_sums(publication_, measured_)) relate_measures(each);
    relate_all(areas_, measured_, rules_, draft_);
    add_known_elsewhere(publication_, measured_, facts_, draft_);
    return std::move(draft_.made);
  }

 private:
  struct Side {
    const FormulaSide& formula;
    const Observation& seen;
    int breakdown;
    std::optional<Decimal> value;
    Origin origin;
  };

  const Indicator& indicator(const Observation& seen) const {
    return publication_.indicators[static_cast<std::size_t>(seen.indicator)];
  }

  // Decimals by measure: those of money must not make halves of people thinkable.
  void find_scales() {
    scales_.resize(measured_.measures.size());
    for (const Fact& fact : measured_.facts.all({.value = true})) {
      int& scale = scales_[static_cast<std::size_t>(fact.measure)];
      if (fact.missing == Missing::none) scale = std::max(scale, trimmed(*fact.value).scale);
    }
  }

  void add_sides(const Observation& seen) {
    const auto& [above, below] = draft_.made.sides[static_cast<std::size_t>(seen.indicator)];
    const bool by = indicator(seen).by.has_value();
    if (above.term != nullptr && above.measure >= 0)
      add_cell({above, seen, seen.breakdown, seen.numerator, seen.numerator_origin});
    if (below.term == nullptr || below.measure < 0) return;
    add_cell({below, seen, by ? 0 : seen.breakdown, seen.denominator, seen.denominator_origin});
    if (above.term != nullptr) hide_few_units(above, seen);
  }

  void add_cell(const Side& side) {
    const Observation& seen = side.seen;
    const CubeCells::Key key{side.formula.name, seen.area, seen.period, side.breakdown};
    if (draft_.made.numbers.contains(key)) return;
    const bool own = side.origin.source >= 0;
    const CellPlace place{side.formula.measure, seen.area, seen.period, own};
    PlacedCell placed;
    placed.breakdown = side.breakdown;
    placed.selects = !side.formula.term->where.empty();
    placed.elements = elements_of(side, place);
    CellOrigin origin;
    origin.rule = rule_of(side, placed.elements);
    origin.area = seen.area;
    origin.period = seen.period;
    origin.own = own;
    origin.scale = scales_[static_cast<std::size_t>(side.formula.measure)];
    origin.measure = side.formula.term->measure;
    std::optional<std::int64_t> value;
    if (side.value) value = scaled(*side.value, origin.scale);
    placed.cell = draft_.cell_of(place, placed.elements, value, origin);
    draft_.made.numbers[key] = placed.cell;
    Cell& cell = draft_.made.at(placed.cell);
    cell.weight = weight(seen.area, side.breakdown, cell.value);
    if (origin.rule != nullptr) place_cell(place, std::move(placed));
  }

  void place_cell(const CellPlace& place, PlacedCell placed) {
    auto& cells = draft_.places[place];
    const bool there = std::any_of(cells.begin(), cells.end(), [&](const PlacedCell& each) {
      return each.cell == placed.cell;
    });
    if (!there) cells.push_back(std::move(placed));
  }

  // The cells of tables that the side adds up there.
  std::vector<Element> elements_of(const Side& side, const CellPlace& place) {
    const Observation& seen = side.seen;
    std::vector<Element> all =
        place.own ? facts_.own(place.measure, side.origin.source, seen.area, seen.period)
                  : facts_.below(place.measure, side.formula.sources, seen.area, seen.period);
    std::erase_if(all, [&](const Element& each) {
      return !takes(side.formula, side.breakdown, each.breakdown());
    });
    return all;
  }

  bool takes(const FormulaSide& side, int whole, int part) {
    char& answer = takes_[{&side, whole, part}];
    if (answer == 0) {
      const Parts& own = measured_.parts[static_cast<std::size_t>(part)];
      const Parts& outer = measured_.parts[static_cast<std::size_t>(whole)];
      answer = selects(*side.term, own) && lies_in(own, outer) ? 'y' : 'n';
    }
    return answer == 'y';
  }

  // That of the source which the figure stands in; of a sum, the strictest of those it may be from.
  const DisclosureRule* rule_of(const Side& side, const std::vector<Element>& elements) const {
    std::vector<int> sources;
    if (side.origin.source >= 0) sources = {side.origin.source};
    for (const Element& each : elements) sources.push_back(each.source());
    if (sources.empty()) sources = side.formula.sources;
    return rules_.strictest(sources, side.formula.term->measure);
  }

  // A whole of its own row adds up the cells of the towns' tables too, where it is their sum: what
  // others select of those is a part of it.
  void join_places() {
    for (auto& [place, cells] : draft_.places) {
      if (place.own) continue;
      const auto own = draft_.places.find({place.measure, place.area, place.period, true});
      if (own == draft_.places.end()) continue;
      for (const PlacedCell& each : own->second)
        if (!each.selects && each.breakdown == 0) join_whole(place, each.cell, cells);
    }
  }

  void join_whole(const CellPlace& place, int whole, std::vector<PlacedCell>& cells) {
    PlacedCell joined;
    joined.cell = whole;
    joined.elements = elements_beside(place.measure, place, joined);
    const auto total = total_of(joined.elements);
    if (total && scaled(*total, draft_.made.origin(whole).scale) == draft_.value(whole))
      cells.push_back(std::move(joined));
  }

  // Where the whole shows.
  void relate_measures(const MeasureSum& sum) {
    const auto places = draft_.places;
    for (const auto& [place, cells] : places) {
      if (place.measure != sum.whole) continue;
      for (const PlacedCell& whole : cells)
        if (!whole.selects && scales_fit(sum)) relate_measures(sum, place, whole);
    }
  }

  bool scales_fit(const MeasureSum& sum) const {
    return std::all_of(sum.parts.begin(), sum.parts.end(), [&](int part) {
      return scales_[static_cast<std::size_t>(part)] ==
             scales_[static_cast<std::size_t>(sum.whole)];
    });
  }

  void relate_measures(const MeasureSum& sum, const CellPlace& place, const PlacedCell& whole) {
    std::vector<int> parts;
    for (const int measure : sum.parts) {
      const std::vector<Element> elements = elements_beside(measure, place, whole);
      if (elements.empty()) return;
      CellOrigin origin = draft_.made.origin(whole.cell);
      std::vector<int> sources;
      for (const Element& each : elements) sources.push_back(each.source());
      origin.measure = measured_.measures[static_cast<std::size_t>(measure)];
      origin.rule = rules_.strictest(sources, origin.measure);
      CellPlace other = place;
      other.measure = measure;
      parts.push_back(draft_.unpublished(other, elements, origin));
    }
    draft_.relate(whole.cell, std::move(parts), true);
  }

  // The other measure's figures of the same area, period and part.
  std::vector<Element> elements_beside(int measure, const CellPlace& place,
                                       const PlacedCell& whole) const {
    std::vector<int> sources;
    const std::string& name = measured_.measures[static_cast<std::size_t>(measure)];
    for (std::size_t at = 0; at < publication_.sources.size(); ++at)
      if (gives_measure(publication_.sources[at], name)) sources.push_back(static_cast<int>(at));
    std::vector<Element> all;
    for (const int source : sources) {
      if (!place.own || !all.empty()) break;
      all = facts_.own(measure, source, place.area, place.period);
    }
    if (!place.own) all = facts_.below(measure, sources, place.area, place.period);
    const Parts& outer = measured_.parts[static_cast<std::size_t>(whole.breakdown)];
    std::erase_if(all, [&](const Element& each) {
      return !lies_in(measured_.parts[static_cast<std::size_t>(each.breakdown())], outer);
    });
    return all;
  }

  double weight(int area, int breakdown, std::int64_t value) const {
    const AreaLevel level = areas_.at(area).level;
    double weight = 1 + std::log10(1 + static_cast<double>(std::abs(value)));
    if (level == AreaLevel::nation) weight *= kNationWeight;
    if (level == AreaLevel::prefecture) weight *= kPrefectureWeight;
    return breakdown == 0 ? weight * kTotalWeight : weight;
  }

  // A rate of few says what each of them has: its numerator must not come out within a tenth.
  void hide_few_units(const FormulaSide& side, const Observation& seen) {
    const int number = draft_.made.numerator(publication_, seen);
    const CellOrigin& origin = draft_.made.origin(number);
    const Indicator& of = indicator(seen);
    if (origin.rule == nullptr || origin.rule->units != of.denominator.measure) return;
    if (side.term->measure == of.denominator.measure || !seen.numerator) return;
    if (!seen.denominator || seen.denominator->mantissa <= 0) return;
    draft_.hide_few(number, seen.denominator);
  }

  const Publication& publication_;
  const Areas& areas_;
  const Measured& measured_;
  CellRules rules_;
  FactIndex facts_;
  CellDraft draft_;
  std::vector<int> scales_;  // by measure
  std::map<std::tuple<const FormulaSide*, int, int>, char> takes_;
};

// Prefectures hang together by their own totals and the nation's only.
void set_blocks(const Areas& areas, CubeCells& made) {
  for (std::size_t at = 0; at < made.origins.size(); ++at) {
    const Area& area = areas.at(made.origins[at].area);
    const bool below =
        area.level == AreaLevel::municipality || area.level == AreaLevel::municipal_union;
    made.cells.cells[at].block = below ? area.parent : 0;
    made.cells.cells[at].place = made.origins[at].area;
  }
}

}  // namespace

int CubeCells::add(const Cell& cell, const CellOrigin& origin) {
  cells.cells.push_back(cell);
  origins.push_back(origin);
  return static_cast<int>(origins.size()) - 1;
}

int CubeCells::number(const FormulaSide& side, const Observation& seen, int breakdown) const {
  if (side.term == nullptr) return -1;
  const auto at = numbers.find({side.name, seen.area, seen.period, breakdown});
  return at == numbers.end() ? -1 : at->second;
}

int CubeCells::numerator(const Publication&, const Observation& seen) const {
  return number(sides[static_cast<std::size_t>(seen.indicator)].first, seen, seen.breakdown);
}

int CubeCells::denominator(const Publication& publication, const Observation& seen) const {
  const bool by = publication.indicators[static_cast<std::size_t>(seen.indicator)].by.has_value();
  return number(sides[static_cast<std::size_t>(seen.indicator)].second, seen,
                by ? 0 : seen.breakdown);
}

CubeCells cube_cells(const Publication& publication, const Areas& areas, const Measured& measured) {
  CubeCells made = Builder(publication, areas, measured).built();
  const std::size_t sums = made.cells.relations.size();
  take_releases(publication, areas, measured, made);
  add_few_together(made, sums);
  raise_least(made.cells);
  set_blocks(areas, made);
  return made;
}

}  // namespace yokoten
