#include "measure/formula.h"

#include <algorithm>

#include "measure/sides.h"
#include "model/shown_value.h"

#include "model/sources_with.h"

namespace yokoten {
namespace {

std::vector<std::string> selected_keys(const Indicator& indicator) {
  std::vector<std::string> keys;
  for (const Term* term : {&indicator.numerator, &indicator.denominator})
    for (const Selection& selection : term->where) keys.push_back(selection.key);
  return keys;
}

class Formula {
 public:
  Formula(const Publication& publication, int number, const Areas& areas, Measured& measured,
          Findings& findings)
      : publication_(publication),
        number_(number),
        indicator_(publication.indicators[static_cast<std::size_t>(number)]),
        areas_(areas),
        measured_(measured),
        findings_(findings) {}

  void measure() {
    const Sides numerators = sides(indicator_.numerator, false);
    if (indicator_.kind == IndicatorKind::ratio)
      denominators_ = sides(indicator_.denominator, indicator_.by.has_value());
    for (const auto& [key, group] : numerators) {
      if (key.first == 0 && !indicator_.total) continue;
      for (int area = 0; area < areas_.size(); ++area)
        if (wants(area)) observe(key, area, group[static_cast<std::size_t>(area)]);
    }
  }

 private:
  Sides sides(const Term& term, bool totals_only) {
    SideRequest request{.term = term,
                        .sources = sources_with(publication_, indicator_, term.measure),
                        .by = indicator_.by,
                        .fixed = selected_keys(indicator_),
                        .totals_only = totals_only,
                        .adds_up = indicator_.adds_up};
    return make_sides(request, publication_, areas_, measured_, findings_);
  }

  // A union's figures count in its prefecture's sum, so they are wanted with the municipalities'.
  bool wants(int area) const {
    const AreaLevel level = areas_.at(area).level;
    return owes(indicator_, level == AreaLevel::municipal_union ? AreaLevel::municipality : level);
  }

  const Side& denominator(const SideKey& key, int area) const {
    static const Side nothing;
    const auto at = denominators_.find({indicator_.by ? 0 : key.first, key.second});
    return at == denominators_.end() ? nothing : at->second[static_cast<std::size_t>(area)];
  }

  void observe(const SideKey& key, int area, const Side& numerator) {
    if (!numerator.there) return;
    Observation made;
    made.indicator = number_;
    made.area = area;
    made.breakdown = key.first;
    made.period = key.second;
    made.source = numerator.source;
    made.flags = static_cast<std::uint8_t>(numerator.flags | indicator_.flags);
    made.missing = numerator.missing;
    made.numerator_origin = numerator.origin;
    if (numerator.has_figure()) made.numerator = numerator.value;
    if (indicator_.kind == IndicatorKind::ratio)
      divide(made, denominator(key, area));
    else
      made.value = made.numerator;
    if (!made.value && made.missing == Missing::none) made.missing = Missing::unknown;
    keep(made);
  }

  void divide(Observation& made, const Side& below) {
    made.denominator_origin = below.origin;
    made.flags |= below.flags;
    if (below.has_figure()) made.denominator = below.value;
    if (made.missing == Missing::none)
      made.missing = below.there ? below.missing : indicator_.absent;
    if (!made.numerator || !made.denominator) return;
    // A share of nothing is no number, and no gap in the data either.
    if (made.denominator->mantissa == 0) made.missing = Missing::not_applicable;
    made.value =
        quotient(*made.numerator, *made.denominator, value_places, unit_factor(indicator_));
  }

  void keep(const Observation& made) {
    if (areas_.at(made.area).level == AreaLevel::municipal_union)
      measured_.unions.push_back(made);
    else
      measured_.cube.add(made);
  }

  const Publication& publication_;
  int number_;
  const Indicator& indicator_;
  const Areas& areas_;
  Measured& measured_;
  Findings& findings_;
  Sides denominators_;
};

}  // namespace

bool owes(const Indicator& indicator, AreaLevel level) {
  const auto& levels = indicator.levels;
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

void measure_formula(const Publication& publication, int indicator, const Areas& areas,
                     Measured& measured, Findings& findings) {
  Formula(publication, indicator, areas, measured, findings).measure();
}

}  // namespace yokoten
