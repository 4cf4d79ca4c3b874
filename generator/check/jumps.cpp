#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "base/threads.h"
#include "check/keys_in_turn.h"
#include "check/robust.h"
#include "check/series.h"

namespace yokoten {
namespace {

constexpr std::size_t kFewestChanges = 4;              // of an area's own, to know what is usual
constexpr std::size_t kFewestAlike = 5;                // areas that change their unit together
constexpr double kFarFromOwn = 8, kFarFromPeers = 10;  // robust z-scores
constexpr double kApartFromPeers = 4;
/// What areas of one level changed by from one period to another.
struct Step {
  std::vector<double> sizes;            ///< until it is known what is usual among them
  std::size_t areas = 0;                ///< how many
  std::size_t vanished = 0;             ///< of them, those that have none afterwards
  std::optional<Usual> usual;           ///< among the sizes
  std::map<double, std::size_t> alike;  ///< by factor of a unit: how many changed by it
  std::set<double> said;                ///< factors that nearly all changed by, which were told of
};

/// From one figure to the next.
struct Change {
  std::uint32_t before = 0, after = 0;  ///< positions among those of the indicator
  double from = 0, to = 0;              ///< the figures
  double size = 0;                      ///< in points, or in logarithms of a count
  double floor = 0;                     ///< what chance alone makes
  Step* step = nullptr;
};

enum class Kind { none, unit, own, peers };

struct Told {
  Kind kind = Kind::none;
  Change change;
  double factor = 0;  ///< of a unit
};

using Cells = std::set<std::tuple<std::string, int, int>>;

/// The jumps of one indicator.
class Jumps {
 public:
  Jumps(const Subject& subject, int number)
      : subject_(subject),
        number_(number),
        of_(subject.indicator(number)),
        in_percent_(of_.unit == "%") {}

  // There are about as many changes as figures: more than should be held at once.
  void find() {
    each_series([this](const std::vector<Change>& changes) { note(changes); });
    for (auto& [key, step] : steps_.all()) know_usual(step);
    each_series([this](const std::vector<Change>& changes) { check(changes); });
  }

  /// Says each once a cell, which several indicators may show.
  void report(Cells& said) {
    for (const Told& each : told_) report(each, said);
  }

 private:
  using StepKey = std::tuple<int, int, int, int>;  // level, breakdown, both periods

  /// A figure, and what chance alone may move it by.
  struct Figure {
    std::uint32_t at = 0;
    int period = -1;  ///< -1: no figure
    double value = 0, few = 0;
  };

  /// What is known of a part of the whole in one area, up to the period that is looked at.
  struct Series {
    Figure last;
    std::vector<Change> changes;
  };

  /// Calls take() with the changes of each part in each area: those of an area stand side by side.
  template <typename Take>
  void each_series(const Take& take) {
    KeysInTurn<int, Series> parts;  // by breakdown, of one area
    const auto end_area = [&] {
      for (auto& [breakdown, series] : parts.all()) {
        take(series.changes);
        series.last = {};
        series.changes.clear();
      }
    };
    Observations figures = subject_.measured.cube.figures(number_);
    int area = Areas::none;
    for (const Observation& seen : figures) {
      if (seen.area != area) end_area();
      area = seen.area;
      if (!seen.value || seen.has(planned)) continue;
      Series& series = parts[seen.breakdown];
      const Figure figure{static_cast<std::uint32_t>(figures.position()), seen.period,
                          to_double(*seen.value), few(seen)};
      const Figure before = std::exchange(series.last, figure);
      if (before.period >= 0) add(series.changes, seen, before, figure);
    }
    end_area();
  }

  void add(std::vector<Change>& changes, const Observation& seen, const Figure& before,
           const Figure& after) {
    const Cube& cube = subject_.measured.cube;
    if (cube.period(before.period).kind != cube.period(after.period).kind) return;
    const int level = static_cast<int>(subject_.areas.at(seen.area).level);
    changes.push_back(change_of(before, after));
    changes.back().step = &steps_[{level, seen.breakdown, before.period, after.period}];
  }

  static void note(const std::vector<Change>& changes) {
    for (const Change& each : changes) {
      each.step->sizes.push_back(each.size);
      if (each.to == 0) ++each.step->vanished;
    }
  }

  static void know_usual(Step& step) {
    const std::vector<double> sizes = std::move(step.sizes);
    step.areas = sizes.size();
    step.usual.emplace(sizes);
  }

  Change change_of(const Figure& before, const Figure& after) const {
    const double from = before.value, to = after.value;
    Change change{before.at, after.at, from, to};
    if (in_percent_ || from < 0 || to < 0) {
      change.size = to - from;
      change.floor = kPointFloor + before.few + after.few;
    } else {
      change.size = std::log((to + 1) / (from + 1));
      change.floor = kLogFloor + std::sqrt(2 / (std::min(from, to) + 1));
    }
    return change;
  }

  // A share of few moves by whole steps.
  static double few(const Observation& seen) {
    if (!seen.denominator || seen.denominator->mantissa <= 0) return 0;
    return 50 / std::sqrt(to_double(*seen.denominator));
  }

  // A figure that slipped is left again in the next step, which is not said a second time.
  void check(const std::vector<Change>& changes) {
    const Change* slip = nullptr;
    for (std::size_t at = 0; at < changes.size(); ++at) {
      const Change& change = changes[at];
      const bool back =
          slip != nullptr && 2 * std::abs(slip->size + change.size) < std::abs(slip->size);
      slip = nullptr;
      if (back) continue;
      Told told{Kind::none, change, factor_of(change)};
      told.kind = told.factor != 0 ? Kind::unit : kind_of(changes, at);
      if (told.kind == Kind::none) continue;
      slip = &change;
      if (told.kind == Kind::unit) ++change.step->alike[told.factor];
      told_.push_back(told);
    }
  }

  Kind kind_of(const std::vector<Change>& changes, std::size_t at) const {
    const Change& change = changes[at];
    const bool known = at >= kFewestChanges;
    if (vanishes(change)) return Kind::own;
    const bool many = change.step->areas >= kFewestPeers;
    const double apart = many ? change.step->usual->score(change.size, change.floor) : 0;
    // In a year that turned everything over, an area went the way of the others.
    const bool alone = !many || apart > kApartFromPeers;
    if (known && alone && score_among(changes, at) > kFarFromOwn) return Kind::own;
    return !known && apart > kFarFromPeers ? Kind::peers : Kind::none;
  }

  // Among the changes before it.
  static double score_among(const std::vector<Change>& changes, std::size_t at) {
    std::vector<double> earlier;
    for (std::size_t each = 0; each < at; ++each) earlier.push_back(changes[each].size);
    return Usual(earlier).score(changes[at].size, changes[at].floor);
  }

  // Hundreds that are none all at once, while hardly any other area has none: by chance alone
  // nobody gets there, however small the counts may be.
  bool vanishes(const Change& change) const {
    if (change.to != 0 || change.from < 100) return false;
    const Step& step = *change.step;
    return step.vanished > 0 && step.vanished * 10 <= step.areas + 9;
  }

  // Percent for shares, thousands for ones: 6.0 and 600, 0.06 and 6.0, 1,234 and 1,234,000.
  double factor_of(const Change& change) const {
    const auto [from, to] = std::pair(change.from, change.to);
    if (from <= 0 || to <= 0) return 0;
    if (!in_percent_ && std::min(from, to) < 10) return 0;
    const double times = to / from;
    if (times > 0.1 && times < 10) return 0;  // as nearly always
    for (const double factor : std::array{100.0, 1000.0, 10000.0, 1000000.0})
      for (const double each : {factor, 1 / factor})
        if (times > 0.7 * each && times < 1.4 * each) return each;
    return 0;
  }

  Observation at(std::uint32_t position) const {
    return subject_.measured.cube.at(number_, position);
  }

  Message figure(const Observation& seen) const {
    const Period period = subject_.measured.cube.period(seen.period);
    const std::string value = to_shown(trimmed(*seen.value)) + of_.unit;
    return {to_japanese(period) + ' ' + value, to_text(period) + ' ' + value};
  }

  std::string name(const Observation& seen) const {
    return subject_.areas.at(seen.area).name + ' ' + of_.title;
  }

  // Once where nearly all areas change their unit.
  void report(const Told& told, Cells& said) {
    const Observation after = at(told.change.after);
    const Origin* origin = subject_.own_origin(after);
    if (origin == nullptr) return;
    Step& step = *told.change.step;
    const std::size_t alike = told.kind == Kind::unit ? step.alike.at(told.factor) : 1;
    const bool whole = alike >= kFewestAlike && alike * 5 >= step.areas * 4;
    if (whole && !step.said.insert(told.factor).second) return;
    const Place place = subject_.place(*origin);
    if (!said.insert({place.file, place.row, place.column}).second) return;
    if (told.kind == Kind::unit) return report_unit(place, told, whole ? alike : 1);
    if (told.kind == Kind::own)
      return report_jump(place, told.change, "この地域のこれまで", "its own history");
    report_jump(place, told.change, "ほかの地域の変化", "the changes of its peers");
  }

  void report_unit(const Place& place, const Told& told, std::size_t areas) const {
    const Change& change = told.change;
    const double times = told.factor > 1 ? told.factor : 1 / told.factor;
    const Message from = figure(at(change.before)), to = figure(at(change.after));
    const std::string what = name(at(change.after)), size = fmt::format("{:.0f}", times);
    const bool up = told.factor > 1;
    subject_.warning(
        place, "series.unit",
        {fmt::format("{}が {} から {} へ、およそ{}になっています{}。単位（割合と%、人と千人など）を"
                     "確かめ、違えば corrections.toml か元の表で揃えてください",
                     what, from.ja, to.ja, up ? size + "倍" : size + "分の1",
                     areas > 1 ? fmt::format("（ほか{}地域も同じ）", areas - 1) : ""),
         fmt::format(
             "{} goes from {} to {}, about {} {}{}; check the unit (shares or percent, ones "
             "or thousands), and bring it in line in corrections.toml or the table",
             what, from.en, to.en, up ? "times" : "one in", size,
             areas > 1 ? fmt::format(" (and so do {} other areas)", areas - 1) : "")});
  }

  void report_jump(const Place& place, const Change& change, const char* ja, const char* en) const {
    const Message from = figure(at(change.before)), to = figure(at(change.after));
    subject_.warning(
        place, "series.jump",
        {fmt::format("{}が {} から {} へ変わり、{}から大きく外れています。桁と行の取り違えがないか"
                     "確かめてください",
                     name(at(change.after)), from.ja, to.ja, ja),
         fmt::format("{} goes from {} to {}, far from {}; check digits and rows",
                     name(at(change.after)), from.en, to.en, en)});
  }

  const Subject& subject_;
  int number_;
  const Indicator& of_;
  bool in_percent_;
  KeysInTurn<StepKey, Step> steps_;
  std::vector<Told> told_;
};

}  // namespace

void check_jumps(const Subject& subject) {
  std::vector<Jumps> all;
  for (int each = 0; each < static_cast<int>(subject.publication.indicators.size()); ++each)
    all.emplace_back(subject, each);
  share_out(all.size(), [&](std::size_t at) { all[at].find(); });
  Cells said;
  for (Jumps& each : all) each.report(said);
}

}  // namespace yokoten
