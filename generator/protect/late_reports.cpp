#include "protect/late_reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/effect_report.h"
#include "model/outcome.h"
#include "model/report.h"

namespace yokoten {
namespace {

using AreaPart = std::pair<int, int>;  // area, breakdown

/// How many offices more stand behind a figure of today than behind the same one of a release.
struct AddedOffices {
  std::int64_t offices = 0;
  std::optional<std::int64_t> better;  ///< how many of them do better, for shares of offices
};

/// Those of one indicator and period, where both show.
using AddedByPart = std::map<AreaPart, AddedOffices>;

/// How many offices more are left of a figure beside what a reader can take from it.
struct LeftOver {
  std::int64_t offices = 0;
  std::string beside;  ///< the part, or the kind of parts (`service=`); empty: nothing is taken
};

/// A figure that tells, itself or by what is left of it beside its parts, of too few offices.
struct TellingFigure {
  AreaPart place;
  LeftOver left;            ///< the sum that tells
  std::int64_t fewest = 0;  ///< how many it would have to be
};

// `group=②` by group; the whole, and parts of two kinds, by nothing.
std::string_view kind_of_part(std::string_view breakdown) {
  if (breakdown.find(';') != std::string_view::npos) return {};
  return breakdown.substr(0, breakdown.find('=') + 1);
}

class Differences {
 public:
  Differences(const Areas& areas, const Cube& cube, const AddedByPart& more, int fewest)
      : areas_(areas), cube_(cube), more_(more), fewest_(fewest) {}

  std::vector<TellingFigure> told() const {
    std::vector<TellingFigure> found;
    for (const auto& [place, added] : more_) {
      std::vector<LeftOver> sums = left_of(place, added.offices);
      sums.insert(sums.begin(), LeftOver{added.offices, {}});
      const auto few = std::find_if(sums.begin(), sums.end(),
                                    [&](const auto& each) { return are_few(each.offices); });
      if (few != sums.end())
        found.push_back({place, *few, fewest_});
      else if (are_alike(added))
        found.push_back({place, sums.front(), static_cast<std::int64_t>(fewest_for_spread)});
    }
    return found;
  }

 private:
  bool are_few(std::int64_t offices) const { return offices != 0 && std::abs(offices) < fewest_; }

  // All of them do better, or none: that tells of each.
  static bool are_alike(const AddedOffices& added) {
    return added.better && added.offices != 0 &&
           std::abs(added.offices) < static_cast<std::int64_t>(fewest_for_spread) &&
           (*added.better == 0 || *added.better == added.offices);
  }

  // Services and sizes share the offices out; those of a programme or a group are some of them.
  static bool shares_out(std::string_view kind) { return kind == "service=" || kind == "size="; }

  std::vector<LeftOver> left_of(const AreaPart& whole, std::int64_t offices) const {
    std::vector<LeftOver> left;
    std::map<std::string_view, std::int64_t> shared;
    for (const auto& [place, added] : more_) {
      const std::int64_t more = added.offices;
      if (place.second == whole.second && areas_.at(place.first).parent == whole.first &&
          place.first != whole.first)
        shared.try_emplace("area", offices).first->second -= more;
      if (place.first != whole.first || place == whole) continue;
      const std::string_view kind = kind_of_part(cube_.breakdown(place.second));
      if (whole.second == 0 && shares_out(kind))
        shared.try_emplace(kind, offices).first->second -= more;
      else if (holds(whole.second, place.second, kind))
        left.push_back({offices - more, cube_.breakdown(place.second)});
    }
    for (const auto& [kind, rest] : shared) left.push_back({rest, std::string(kind)});
    return left;
  }

  // The whole holds programmes and groups; group ① holds ②, and ② holds ③.
  bool holds(int whole, int part, std::string_view kind) const {
    if (kind.empty()) return false;
    if (whole == 0) return true;
    return kind == "group=" && kind_of_part(cube_.breakdown(whole)) == kind &&
           cube_.breakdown(whole) < cube_.breakdown(part);
  }

  const Areas& areas_;
  const Cube& cube_;
  const AddedByPart& more_;
  int fewest_;
};

// Releases may have been written by hand: 41.0 is 41.
std::int64_t whole_number(Decimal number) {
  for (; number.scale > 0; --number.scale) number.mantissa /= 10;
  return number.mantissa;
}

bool counts_offices(const Indicator& indicator) {
  return indicator.kind == IndicatorKind::outcome ||
         indicator.kind == IndicatorKind::share_of_units;
}

/// What releases have shown of the indicators that count offices, set beside today.
class LateReports {
 public:
  LateReports(const Publication& publication, const Areas& areas, const Measured& measured,
              int fewest)
      : publication_(publication), areas_(areas), cube_(measured.cube), fewest_(fewest) {
    for (const ReleasedFigure& each : publication.released) take(each);
  }

  void report(Findings& findings) const {
    for (const auto& [key, more] : more_) {
      const auto& [release, indicator, period] = key;
      const auto told = Differences(areas_, cube_, more, fewest_).told();
      if (told.empty()) continue;
      const auto& of = publication_.indicators[static_cast<std::size_t>(indicator)];
      report(findings, publication_.releases[static_cast<std::size_t>(release)], of, period, told);
    }
  }

 private:
  static constexpr std::size_t most_named = 12;
  using Key = std::tuple<int, int, int>;  // release, indicator, period

  void take(const ReleasedFigure& then) {
    if (!then.numerator || !then.denominator) return;
    const int indicator = publication_.indicator(then.indicator);
    if (indicator < 0 ||
        !counts_offices(publication_.indicators[static_cast<std::size_t>(indicator)]))
      return;
    const auto of = parse_period(then.period);
    const int area = areas_.by_code(then.area_code);
    const int breakdown = cube_.find_breakdown(then.breakdown);
    const int period = of ? cube_.find_period(*of) : -1;
    if (area == Areas::none || breakdown < 0 || period < 0) return;
    const FoundObservation now = cube_.find(indicator, area, period, breakdown);
    if (now == nullptr || !now->denominator) return;
    AddedOffices& added = more_[{then.release, indicator, period}][{area, breakdown}];
    added.offices = whole_number(*now->denominator) - whole_number(*then.denominator);
    if (publication_.indicators[static_cast<std::size_t>(indicator)].kind ==
        IndicatorKind::share_of_units)
      added.better = whole_number(*now->numerator) - whole_number(*then.numerator);
  }

  std::string name(const TellingFigure& each) const {
    const std::string& area = areas_.at(each.place.first).name;
    const std::string& part = cube_.breakdown(each.place.second);
    return part.empty() ? area : area + ' ' + part;
  }

  // 鳥取県 service=訪問介護 は1件増（あと2件）: what is missing, and where.
  std::string said_ja(const TellingFigure& each) const {
    const std::int64_t by = each.left.offices;
    const std::string what = each.left.beside.empty()
                                 ? name(each)
                                 : fmt::format("{}から{}を引いた残り", name(each),
                                               beside(each.left, "地域", "出ているすべての"));
    return fmt::format("{}は{}件{}（あと{}件）", what, std::abs(by), by > 0 ? "増" : "減",
                       each.fewest - std::abs(by));
  }

  std::string said_en(const TellingFigure& each) const {
    const std::int64_t by = each.left.offices;
    const std::string what =
        each.left.beside.empty()
            ? name(each)
            : fmt::format("{} less {}", name(each), beside(each.left, "area", "every shown "));
    return fmt::format("{}: {} {}, {} short", what, std::abs(by), by > 0 ? "more" : "fewer",
                       each.fewest - std::abs(by));
  }

  // One part, or all of a kind: those of `service=`, or the areas below.
  static std::string beside(const LeftOver& left, const char* area, const char* every) {
    if (left.beside == "area") return std::string(every) + area;
    if (!left.beside.ends_with('=')) return left.beside;
    return every + left.beside.substr(0, left.beside.size() - 1);
  }

  template <class Say>
  static std::string listed(const std::vector<TellingFigure>& told, std::string_view between,
                            Say say) {
    std::string all;
    for (std::size_t at = 0; at < std::min(told.size(), most_named); ++at)
      all.append(at == 0 ? "" : between).append(say(told[at]));
    return all;
  }

  // What helps is said in full: late reports as a whole may be many, and one group of them small.
  void report(Findings& findings, const Release& release, const Indicator& of, int period,
              const std::vector<TellingFigure>& told) const {
    const std::size_t rest = told.size() - std::min(told.size(), most_named);
    const std::string when = to_text(cube_.period(period));
    const auto most = std::max_element(told.begin(), told.end(), [](const auto& a, const auto& b) {
                        return a.fewest < b.fewest;
                      })->fewest;
    const auto ja = listed(told, "、", [&](const auto& each) { return said_ja(each); });
    const auto en = listed(told, "; ", [&](const auto& each) { return said_en(each); });
    report_error(
        findings, {publication_.folder + '/' + release.file, 0, 0}, "disclosure.late_reports",
        {fmt::format("{}（{}）の集計には、この回の後に数える報告が少しだけ変わったものがあり、"
                     "公表した値との差からその事業所の報告が分かります: {}{}。報告が加わったときも"
                     "、除いていた値を直したときも同じです。どの集計でも増減が0件か{}件以上になる"
                     "ように、加える報告を選ぶか直すのを待ってください。少ないのが内訳だけなら、"
                     "その内訳を指標の by とページの表から外しても公表できます",
                     of.title, when, ja, rest == 0 ? "" : fmt::format("、ほか{}", rest), most),
         fmt::format(
             "{} ({}): a few reports more or fewer count in some figures than in this release; "
             "subtracted from what it showed they tell what those offices reported: {}{}. That "
             "holds for late reports and for values that were left out and are corrected now. Put "
             "in only reports by which every figure changes by none or by {} and more, or wait; "
             "where only parts are too few, taking them out of the indicator's by and off the "
             "pages helps "
             "too",
             of.id, when, en, rest == 0 ? "" : fmt::format("; {} more", rest), most)});
  }

  const Publication& publication_;
  const Areas& areas_;
  const Cube& cube_;
  int fewest_;
  std::map<Key, AddedByPart> more_;
};

}  // namespace

void refuse_told_late_reports(const Publication& publication, const Areas& areas,
                              const Measured& measured, int fewest, Findings& findings) {
  if (publication.released.empty()) return;
  LateReports(publication, areas, measured, fewest).report(findings);
}

}  // namespace yokoten
