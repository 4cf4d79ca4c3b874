#include "measure/share.h"

#include <algorithm>

#include "measure/formula.h"
#include "measure/periods.h"
#include "measure/remainder.h"
#include "model/condition.h"
#include "model/home_area.h"
#include "model/shown_value.h"

namespace yokoten {
namespace {

// How many areas below meet the condition, and of how many that is not known.
struct Tally {
  int met = 0;     // by their own figure
  int proven = 0;  // more that must, told from what is left of their prefecture
  int unknown = 0;
  int all = 0;
  std::int16_t source = -1;  // of the first figure that counts
  std::uint8_t flags = 0;
};

Decimal whole(std::int64_t number) { return {number, 0}; }

// The smallest integer at or above `number`.
Decimal ceiling(Decimal number) {
  const Decimal down = rounded(number, 0);
  return compare(down, number) < 0 ? Decimal{down.mantissa + 1, 0} : down;
}

class Share {
 public:
  Share(const Publication& publication, int number, const Areas& areas, const Measured& measured)
      : publication_(publication),
        number_(number),
        indicator_(publication.indicators[static_cast<std::size_t>(number)]),
        condition_(publication.indicator(indicator_.condition_indicator)),
        areas_(areas),
        home_(home_area(publication, areas)),
        measured_(measured) {}

  /// None where there is no condition: the reader has said so.
  std::vector<int> periods() const {
    if (condition_ < 0) return {};
    return TotalPeriods(measured_.cube, areas_, condition_).all();
  }

  // A period at which nothing is known of any area says nothing.
  std::vector<Observation> at(int period) const {
    std::vector<Observation> made;
    bool any = false;
    for (const int area : wholes(period)) {
      made.push_back(observation(area, period, tally(area, period)));
      any = any || made.back().numerator;
    }
    return any ? made : std::vector<Observation>();
  }

  ShareEvidence evidence(int area, int period) const {
    ShareEvidence found;
    if (condition_ < 0) return found;
    for (const int whole : groups_of(area)) add_evidence(found, whole, period);
    return found;
  }

 private:
  const Indicator& condition() const {
    return publication_.indicators[static_cast<std::size_t>(condition_)];
  }

  // The areas whose children can be counted, among those that owe a figure.
  std::vector<int> wholes(int period) const {
    std::vector<int> found;
    if (owes(indicator_, AreaLevel::nation) && is_about_nation(period))
      found.push_back(Areas::nation);
    if (owes(indicator_, AreaLevel::prefecture) && indicator_.of == AreaLevel::municipality)
      for (const int each : areas_.prefectures())
        if (lies_in_home(home_, areas_, each) || is_spoken_of(each, period)) found.push_back(each);
    return found;
  }

  // Of its own areas alone a prefecture's publication says nothing about the country.
  bool is_about_nation(int period) const {
    return home_ == Areas::nation || std::ranges::any_of(areas_.prefectures(), [&](int each) {
             return each != home_ && (is_spoken_of(each, period) || is_known(each, period));
           });
  }

  bool is_known(int area, int period) const {
    return indicator_.of == AreaLevel::prefecture &&
           measured_.cube.find(condition_, area, period) != nullptr;
  }

  // Whether anything is said of an area below: a prefecture's publication owes nothing of others.
  bool is_spoken_of(int prefecture, int period) const {
    return std::ranges::any_of(areas_.children(prefecture), [&](int child) {
      return measured_.cube.find(condition_, child, period) != nullptr;
    });
  }

  // The areas whose children are those that are counted.
  std::vector<int> groups_of(int area) const {
    if (area != Areas::nation || indicator_.of == AreaLevel::prefecture) return {area};
    const auto prefectures = areas_.prefectures();
    return {prefectures.begin(), prefectures.end()};
  }

  // Of areas whose figures are hidden nothing is told, also not by what is left of them.
  void add_evidence(ShareEvidence& found, int area, int period) const {
    bool any_hidden = false;
    for (const int child : areas_.children(area)) {
      const FoundObservation figure = measured_.cube.find(condition_, child, period);
      any_hidden = any_hidden || (figure != nullptr && figure->missing == Missing::suppressed);
      if (said_by(figure) == Verdict::met) found.met.push_back(figure);
    }
    const bool proves = !any_hidden && areas_.at(area).level == AreaLevel::prefecture &&
                        tally_children(area, period).proven > 0;
    if (proves)
      found.proven.push_back(*remainder(publication_, measured_, areas_, condition_, area, period));
  }

  Tally tally(int area, int period) const {
    Tally sum;
    for (const int prefecture : groups_of(area)) {
      const Tally part = tally_children(prefecture, period);
      sum.met += part.met;
      sum.proven += part.proven;
      sum.unknown += part.unknown;
      sum.all += part.all;
      sum.flags |= part.flags;
      if (sum.source < 0) sum.source = part.source;
    }
    return sum;
  }

  Tally tally_children(int area, int period) const {
    Tally tally;
    for (const int child : areas_.children(area)) {
      ++tally.all;
      const FoundObservation figure = measured_.cube.find(condition_, child, period);
      count(tally, figure);
    }
    if (tally.unknown > 0 && areas_.at(area).level == AreaLevel::prefecture &&
        rest_proves(area, period)) {
      tally.proven = 1;
      if (tally.source < 0) tally.source = measured_.cube.find(condition_, area, period)->source;
    }
    return tally;
  }

  Verdict said_by(const FoundObservation& figure) const {
    return verdict(condition(), figure, threshold());
  }

  // The number of areas is exact also where a figure that surely meets the condition is a bound.
  void count(Tally& tally, const FoundObservation& figure) const {
    const Verdict said = said_by(figure);
    if (said == Verdict::unknown) {
      ++tally.unknown;
      return;
    }
    tally.flags |= static_cast<std::uint8_t>(handed_up(figure->flags) & ~unsigned{bound});
    if (tally.source < 0) tally.source = figure->source;
    if (said == Verdict::met) ++tally.met;
  }

  Decimal threshold() const { return indicator_.condition_at_least.value_or(Decimal{}); }

  // Exact: a value rounded to six places may have crossed the threshold.
  bool ratio_reaches(Decimal numerator, Decimal denominator) const {
    return compare_ratios(numerator, denominator, threshold(), whole(unit_factor(condition()))) >=
           0;
  }

  // Whether one of the areas without a figure must meet the condition: not all can be below
  // average.
  bool rest_proves(int prefecture, int period) const {
    const auto rest = remainder(publication_, measured_, areas_, condition_, prefecture, period);
    if (!rest || !rest->numerator) return false;
    if (condition().kind == IndicatorKind::ratio)
      return rest->denominator && rest->denominator->mantissa > 0 &&
             ratio_reaches(*rest->numerator, *rest->denominator);
    return count_reaches(*rest->numerator, rest->unlisted);
  }

  // Whole numbers: the largest is at least the average rounded up.
  bool count_reaches(Decimal rest, int unlisted) const {
    const Decimal limit = ceiling(threshold());
    if (rest.scale > 0) return compare_ratios(rest, whole(unlisted), threshold(), whole(1)) >= 0;
    return compare_ratios(rest, whole(unlisted), Decimal{limit.mantissa - 1, 0}, whole(1)) > 0;
  }

  Observation observation(int area, int period, const Tally& tally) const {
    Observation made;
    made.indicator = number_;
    made.area = area;
    made.period = period;
    made.flags = indicator_.flags;
    const int certain = tally.met + tally.proven;
    if (tally.all == 0 || (tally.unknown > 0 && certain == 0)) {
      made.missing = indicator_.absent;
      return made;
    }
    made.flags |= tally.flags;
    made.source = tally.source;
    made.numerator = whole(certain);
    made.denominator = whole(tally.all);
    made.numerator_origin = made.denominator_origin = {-1, -1, summed_row};
    if (tally.unknown == 0) {
      made.value = value(certain, tally.all);
    } else {
      made.lower = value(certain, tally.all);
      made.flags |= bound;
    }
    return made;
  }

  std::optional<Decimal> value(int certain, int all) const {
    if (indicator_.count_areas) return whole(certain);
    return quotient(whole(certain), whole(all), value_places, unit_factor(indicator_));
  }

  const Publication& publication_;
  int number_;
  const Indicator& indicator_;
  int condition_;
  const Areas& areas_;
  int home_;
  const Measured& measured_;
};

}  // namespace

void measure_share(const Publication& publication, int indicator, const Areas& areas,
                   Measured& measured) {
  const Share share(publication, indicator, areas, measured);
  for (const int period : share.periods())
    for (const Observation& each : share.at(period)) measured.cube.add(each);
}

ShareEvidence share_evidence(const Publication& publication, const Areas& areas,
                             const Measured& measured, const Observation& share) {
  return Share(publication, share.indicator, areas, measured).evidence(share.area, share.period);
}

std::vector<Observation> share_at(const Publication& publication, int indicator, const Areas& areas,
                                  const Measured& measured, int period) {
  return Share(publication, indicator, areas, measured).at(period);
}

}  // namespace yokoten
