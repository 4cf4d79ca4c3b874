#pragma once

#include <string>

#include "page/sentence.h"
#include "small_book.h"

namespace yokoten {

inline constexpr auto nation = Areas::nation;
inline constexpr auto tottori = SmallBook::tottori, shimane = SmallBook::shimane;

/// An indicator of its own beside the small book's, figure by figure.
struct Told {
  SmallBook small;
  int id;
  RankTable places;

  explicit Told(const char* unit = "%", Better better = Better::higher) {
    id = static_cast<int>(small.publication.indicators.size());
    Indicator& made = small.publication.indicators.emplace_back();
    made.id = "share";
    made.title = "割合";
    made.unit = unit;
    made.kind = IndicatorKind::value;
    made.decimals = made.unit == "%" ? 1 : 0;
    made.better = better;
  }
  Indicator& indicator() { return small.publication.indicators.back(); }

  Observation figure(int area, const char* value, const char* when = "2024-09-13") {
    Observation made;
    made.indicator = id;
    made.area = area;
    made.period = small.measured.cube.period_id(*parse_period(when));
    made.value = parse_decimal(value);
    return made;
  }
  Told& with(const Observation& made) {
    small.measured.cube.add(made);
    return *this;
  }
  Told& with(int area, const char* value, const char* when = "2024-09-13") {
    return with(figure(area, value, when));
  }
  Told& without(int area, Missing reason, const char* when = "2024-09-13") {
    Observation made = figure(area, "0", when);
    made.value = std::nullopt;
    made.missing = reason;
    return with(made);
  }
  /// Gives the area a place, in the nation and in its prefecture.
  Told& placed(int area, Rank rank) {
    places.indicator = id;
    places.period = small.measured.cube.period_id(*parse_period("2024-09-13"));
    places.rows.push_back({area, rank, rank});
    small.measured.ranks.put(places);
    return *this;
  }
  Told& target(int year, Target::Kind kind, const char* number, const char* text = "") {
    indicator().targets.push_back({year, kind, parse_decimal(number), text, {}});
    return *this;
  }
  std::string of(int area) {
    small.book.prepare();
    return figure_sentence(small.book, newest_figure(small.book, id, area));
  }
};

}  // namespace yokoten
