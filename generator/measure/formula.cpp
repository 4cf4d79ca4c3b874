#include "measure/formula.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

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

SideRequest request_of(const Publication& publication, const Indicator& indicator, const Term& term,
                       bool totals_only) {
  return {.term = term,
          .sources = sources_with(publication, indicator, term.measure),
          .by = indicator.by,
          .fixed = selected_keys(indicator),
          .totals_only = totals_only,
          .adds_up = indicator.adds_up};
}

class Formula {
 public:
  Formula(const FormulaPlan& plan, const FactGroups& groups, const Publication& publication,
          const Areas& areas, const Measured& measured)
      : plan_(plan),
        groups_(groups),
        publication_(publication),
        number_(plan.indicator),
        indicator_(publication.indicators[static_cast<std::size_t>(number_)]),
        areas_(areas),
        measured_(measured) {}

  FormulaResult measure() {
    const Sides numerators = sides(plan_.numerator, plan_.numerator_slices);
    if (indicator_.kind == IndicatorKind::ratio)
      denominators_ = sides(plan_.denominator, plan_.denominator_slices);
    const std::vector<Both> all = in_order(numerators);
    check_periods(all);
    result_.figures.reserve(count(all));
    for (int area = 0; area < areas_.size(); ++area)
      if (wants(area))
        for (const Both& each : all) observe(each, area);
    return std::move(result_);
  }

 private:
  /// Both sides at one period, for one part of the whole.
  struct Both {
    SideKey key;  ///< breakdown, period
    const std::vector<Side>* numerators = nullptr;
    const std::vector<Side>* denominators = nullptr;  ///< nullptr where no row has any
  };

  Sides sides(const SideRequest& request, const Slices& slices) {
    return make_sides(request, slices, groups_, publication_, areas_, measured_, result_.findings);
  }

  // As the cube has the observations of an area.
  std::vector<Both> in_order(const Sides& numerators) const {
    std::vector<Both> all;
    for (const auto& [key, group] : numerators) {
      if (key.first == 0 && !indicator_.total) continue;
      const auto below = denominators_.find({indicator_.by ? 0 : key.first, key.second});
      all.push_back({key, &group, below == denominators_.end() ? nullptr : &below->second});
    }
    std::stable_sort(all.begin(), all.end(), [this](const Both& a, const Both& b) {
      return measured_.cube.is_before(a.key.second, b.key.second);
    });
    return all;
  }

  // Applications of a day over offices of a year: no period has both, so there is no share at all.
  void check_periods(const std::vector<Both>& all) {
    const bool is_apart =
        !all.empty() && !denominators_.empty() &&
        std::ranges::none_of(all, [](const Both& each) { return each.denominators; });
    if (!is_apart) return;
    const std::string above = named(all.back().key), below = named(denominators_.rbegin()->first);
    add_finding(
        result_.findings, Level::error, indicator_.place, "formula.periods",
        {fmt::format("分子（{} など）と分母（{} "
                     "など）に同じ時点・内訳のものがないため、割合を計算できません。"
                     "sources.toml の period を合わせてください",
                     above, below),
         fmt::format("the numerator ({} …) and the denominator ({} …) have no period and part "
                     "in common, so there is no share; make their periods the same in "
                     "sources.toml",
                     above, below)});
  }

  std::string named(const SideKey& key) const {
    const std::string& part = measured_.cube.breakdown(key.first);
    return to_text(measured_.cube.period(key.second)) + (part.empty() ? "" : " " + part);
  }

  // How many figures there are at most.
  static std::size_t count(const std::vector<Both>& all) {
    std::size_t figures = 0;
    for (const Both& each : all)
      figures += static_cast<std::size_t>(
          std::ranges::count_if(*each.numerators, [](const Side& side) { return side.there; }));
    return figures;
  }

  // A union's figures count in its prefecture's sum, so they are wanted with the municipalities'.
  bool wants(int area) const {
    const AreaLevel level = areas_.at(area).level;
    return owes(indicator_, level == AreaLevel::municipal_union ? AreaLevel::municipality : level);
  }

  void observe(const Both& both, int area) {
    static const Side nothing;
    const auto at = static_cast<std::size_t>(area);
    const Side& numerator = (*both.numerators)[at];
    if (!numerator.there) return;
    Observation made;
    made.indicator = number_;
    made.area = area;
    made.breakdown = both.key.first;
    made.period = both.key.second;
    made.source = numerator.source;
    made.flags = static_cast<std::uint8_t>(numerator.flags | indicator_.flags);
    made.missing = numerator.missing;
    made.numerator_origin = numerator.origin;
    if (numerator.has_figure()) made.numerator = numerator.value;
    if (indicator_.kind == IndicatorKind::ratio)
      divide(made, both.denominators ? (*both.denominators)[at] : nothing);
    else
      made.value = made.numerator;
    if (!made.value && made.missing == Missing::none) made.missing = Missing::unknown;
    const bool has_below = both.denominators && indicator_.kind == IndicatorKind::ratio;
    take_as_bound(made, numerator, has_below ? (*both.denominators)[at] : nothing);
    keep(made);
  }

  // Of 90以上 nobody knows the number, only where it begins; a share of 90以上 ends there.
  static void take_as_bound(Observation& made, const Side& numerator, const Side& below) {
    const bool is_least = (numerator.flags & bound) != 0, is_most = (below.flags & bound) != 0;
    if (!made.value || (!is_least && !is_most)) return;
    if (!is_most) made.lower = made.value;
    if (!is_least) made.upper = made.value;
    if (is_most) made.missing = Missing::unknown;
    if (is_least && is_most) {
      made.lower.reset();
      made.upper.reset();
    }
    made.value.reset();
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
      result_.unions.push_back(made);
    else
      result_.figures.push_back(made);
  }

  const FormulaPlan& plan_;
  const FactGroups& groups_;
  const Publication& publication_;
  int number_;
  const Indicator& indicator_;
  const Areas& areas_;
  const Measured& measured_;
  Sides denominators_;
  FormulaResult result_;
};

}  // namespace

bool owes(const Indicator& indicator, AreaLevel level) {
  const auto& levels = indicator.levels;
  return std::find(levels.begin(), levels.end(), level) != levels.end();
}

FormulaPlan plan_formula(const Publication& publication, int indicator, const FactGroups& groups,
                         Measured& measured) {
  const Indicator& of = publication.indicators[static_cast<std::size_t>(indicator)];
  FormulaPlan plan{indicator, request_of(publication, of, of.numerator, false), {}, {}, {}};
  plan.numerator_slices = find_slices(plan.numerator, groups, publication, measured);
  if (of.kind != IndicatorKind::ratio) return plan;
  plan.denominator = request_of(publication, of, of.denominator, of.by.has_value());
  plan.denominator_slices = find_slices(plan.denominator, groups, publication, measured);
  return plan;
}

FormulaResult measure_formula(const FormulaPlan& plan, const FactGroups& groups,
                              const Publication& publication, const Areas& areas,
                              const Measured& measured) {
  return Formula(plan, groups, publication, areas, measured).measure();
}

}  // namespace yokoten
