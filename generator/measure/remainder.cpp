#include "measure/remainder.h"

#include <set>
#include <string>

#include "base/threads.h"
#include "measure/formula.h"
#include "measure/periods.h"
#include "model/shown_value.h"

namespace yokoten {
namespace {

bool is_count_or_ratio(const Indicator& indicator) {
  return (indicator.kind == IndicatorKind::count && indicator.adds_up) ||
         indicator.kind == IndicatorKind::ratio;
}

// Of 90以上 it is not known how much it takes away.
bool is_bound(const FoundObservation& figure) {
  return figure && !figure->value && figure->has(bound);
}

bool has_parts(const Indicator& indicator, const Observation& figure) {
  return figure.numerator && (indicator.kind == IndicatorKind::count || figure.denominator);
}

void take_away(std::optional<Decimal>& from, const std::optional<Decimal>& part) {
  if (from && part) from = difference(*from, *part);
}

void take_away(Remainder& rest, const Observation& figure) {
  take_away(rest.numerator, figure.numerator);
  take_away(rest.denominator, figure.denominator);
}

// Members of a union that stands in a complete source: what is left when its figure is taken away
// is not theirs.
std::set<int> members_of_listed(const Remainder& rest, const Publication& publication,
                                const Measured& measured, const Areas& areas) {
  std::set<int> members;
  for (const Observation& figure : measured.unions)
    if (figure.indicator == rest.indicator && figure.period == rest.period &&
        figure.breakdown == 0 && areas.at(figure.area).parent == rest.area && figure.source >= 0 &&
        publication.sources[static_cast<std::size_t>(figure.source)].complete)
      for (const std::string& name : areas.at(figure.area).members)
        members.insert(areas.by_name(rest.area, name));
  return members;
}

void take_municipalities(Remainder& rest, const Publication& publication, const Measured& measured,
                         const Areas& areas) {
  const Indicator& indicator = publication.indicators[static_cast<std::size_t>(rest.indicator)];
  const auto members = members_of_listed(rest, publication, measured, areas);
  for (const int child : areas.children(rest.area)) {
    const FoundObservation figure = measured.cube.find(rest.indicator, child, rest.period);
    if (is_bound(figure)) rest.numerator = rest.denominator = std::nullopt;
    if (figure && has_parts(indicator, *figure)) {
      ++rest.listed;
      take_away(rest, *figure);
    } else if (!members.contains(child)) {
      ++rest.unlisted;
    }
  }
}

void take_unions(Remainder& rest, const Indicator& indicator, const Measured& measured,
                 const Areas& areas) {
  for (const Observation& figure : measured.unions)
    if (figure.indicator == rest.indicator && figure.period == rest.period &&
        figure.breakdown == 0 && areas.at(figure.area).parent == rest.area &&
        has_parts(indicator, figure))
      take_away(rest, figure);
}

std::optional<Decimal> value(const Indicator& indicator, const Remainder& rest) {
  if (indicator.kind == IndicatorKind::count) return rest.numerator;
  if (!rest.numerator || !rest.denominator) return std::nullopt;
  return quotient(*rest.numerator, *rest.denominator, value_places, unit_factor(indicator));
}

}  // namespace

std::optional<Remainder> remainder(const Publication& publication, const Measured& measured,
                                   const Areas& areas, int indicator, int prefecture, int period) {
  const Indicator& of = publication.indicators[static_cast<std::size_t>(indicator)];
  const FoundObservation whole = measured.cube.find(indicator, prefecture, period);
  if (!is_count_or_ratio(of) || !whole || is_bound(whole) || !has_parts(of, *whole))
    return std::nullopt;
  Remainder rest{.indicator = indicator,
                 .area = prefecture,
                 .period = period,
                 .numerator = whole->numerator,
                 .denominator = whole->denominator,
                 .value = {}};
  take_municipalities(rest, publication, measured, areas);
  if (rest.unlisted == 0) return std::nullopt;
  take_unions(rest, of, measured, areas);
  rest.value = value(of, rest);
  return rest;
}

std::vector<Remainder> remainders(const Publication& publication, const Measured& measured,
                                  const Areas& areas) {
  std::vector<std::vector<Remainder>> found(publication.indicators.size());
  share_out(found.size(), [&](std::size_t at) {
    const Indicator& indicator = publication.indicators[at];
    if (!is_count_or_ratio(indicator) || !owes(indicator, AreaLevel::municipality)) return;
    const int number = static_cast<int>(at);
    for (const int period : TotalPeriods(measured.cube, areas, number).of(AreaLevel::prefecture))
      for (const int prefecture : areas.prefectures())
        if (auto rest = remainder(publication, measured, areas, number, prefecture, period))
          found[at].push_back(*rest);
  });
  std::vector<Remainder> all;
  for (const auto& each : found) all.insert(all.end(), each.begin(), each.end());
  return all;
}

}  // namespace yokoten
