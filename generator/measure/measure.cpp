#include "measure/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/threads.h"
#include "measure/effect_reports.h"
#include "measure/facts.h"
#include "measure/formula.h"
#include "measure/left_out_rows.h"
#include "measure/outcomes.h"
#include "measure/owed.h"
#include "measure/rank.h"
#include "measure/remainder.h"
#include "measure/repeats.h"
#include "measure/share.h"
#include "measure/swallowed_rows.h"
#include "model/report.h"

namespace yokoten {
namespace {

class Measuring {
 public:
  Measuring(Publication& publication, const Areas& areas, Findings& findings)
      : publication_(publication), areas_(areas), findings_(findings) {}

  Measuring(Publication& publication, const Areas& areas, Findings& findings, Measured& measured)
      : publication_(publication),
        areas_(areas),
        findings_(findings),
        measured_(std::move(measured)) {}

  Measured run_again() {
    const int indicators = static_cast<int>(publication_.indicators.size());
    for (int each = 0; each < indicators; ++each)
      if (indicator(each).kind == IndicatorKind::share_of_areas)
        measured_.cube.remove(each);
      else
        state(each) = State::done;
    return follow();
  }

  Measured run() {
    measured_.breakdown_id({});
    for (int each = 0; each < static_cast<int>(publication_.sources.size()); ++each) {
      const auto at = static_cast<std::size_t>(each);
      report_swallowed_rows(publication_.sources[at], publication_.tables[at], areas_, findings_);
      read_facts(publication_, each, areas_, measured_, findings_);
      report_left_out_rows(publication_, each, areas_, measured_, findings_);
    }
    read_effect_reports(publication_, areas_, measured_);
    measured_.facts.shrink_to_fit();
    measure_each();
    finish_measured();
    return follow();
  }

 private:
  enum class State { waiting, begun, done };

  // What follows from the observations of counts and ratios.
  Measured follow() {
    for (int each = 0; each < static_cast<int>(publication_.indicators.size()); ++each)
      measure_share_in_turn(each);
    measured_.cube.sort();
    measured_.remainders = remainders(publication_, measured_, areas_);
    measured_.ranks = Ranks(ranked);
    return std::move(measured_);
  }

  const Indicator& indicator(int number) const {
    return publication_.indicators[static_cast<std::size_t>(number)];
  }

  State& state(int number) {
    states_.resize(publication_.indicators.size(), State::waiting);
    return states_[static_cast<std::size_t>(number)];
  }

  // All but shares of areas. Parts get their ids in the order of the indicators; what then takes
  // time is done side by side.
  void measure_each() {
    const FactGroups groups(measured_.facts);
    std::vector<FormulaPlan> plans;
    for (int each = 0; each < static_cast<int>(publication_.indicators.size()); ++each) {
      const IndicatorKind kind = indicator(each).kind;
      if (kind == IndicatorKind::count || kind == IndicatorKind::ratio)
        plans.push_back(plan_formula(publication_, each, groups, measured_));
      if (kind == IndicatorKind::outcome) measure_outcome(publication_, each, areas_, measured_);
      if (kind == IndicatorKind::share_of_units)
        measure_units(publication_, each, areas_, measured_);
    }
    std::vector<FormulaResult> results(plans.size());
    share_out(plans.size(), [&](std::size_t at) {
      results[at] = measure_formula(plans[at], groups, publication_, areas_, measured_);
    });
    for (FormulaResult& each : results) take(std::move(each));
    measured_.cube.sort();
  }

  void take(FormulaResult result) {
    measured_.cube.append(std::move(result.figures));
    measured_.unions.insert(measured_.unions.end(), result.unions.begin(), result.unions.end());
    findings_.insert(findings_.end(), result.findings.begin(), result.findings.end());
  }

  // All but shares of areas, which are counted from these.
  void finish_measured() {
    std::vector<int> numbers;
    for (int each = 0; each < static_cast<int>(publication_.indicators.size()); ++each)
      if (indicator(each).kind != IndicatorKind::share_of_areas) numbers.push_back(each);
    for (const int each : numbers)
      measure_framework(publication_, each, areas_, measured_, findings_);
    std::vector<OwedFigures> owed(numbers.size());
    share_out(numbers.size(), [&](std::size_t at) {
      owed[at] = owed_figures(publication_, numbers[at], areas_, measured_);
    });
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      take_owed(owed[at], measured_.cube);
      state(numbers[at]) = State::done;
    }
  }

  void finish(int number) {
    measure_framework(publication_, number, areas_, measured_, findings_);
    take_owed(owed_figures(publication_, number, areas_, measured_), measured_.cube);
    state(number) = State::done;
  }

  // A share may be counted from another share, which comes first then.
  void measure_share_in_turn(int number) {
    if (state(number) == State::done) return;
    if (state(number) == State::begun) return report_circle(number);
    state(number) = State::begun;
    const int condition = publication_.indicator(indicator(number).condition_indicator);
    if (condition >= 0) measure_share_in_turn(condition);
    if (state(number) == State::done) return;
    measure_share(publication_, number, areas_, measured_);
    finish(number);
  }

  void report_circle(int number) {
    const Indicator& each = indicator(number);
    add_finding(
        findings_, Level::error, each.place, "indicator.circle",
        {fmt::format(
             "{} は自分自身の値を条件にしています。share_of_areas の indicator を直してください",
             each.id),
         fmt::format("{} counts by its own figure; mend indicator in share_of_areas", each.id)});
  }

  Publication& publication_;
  const Areas& areas_;
  Findings& findings_;
  Measured measured_;
  std::vector<State> states_;
};

bool knows_prefecture(const Publication& publication, const Areas& areas, Findings& findings) {
  const std::string& name = publication.prefecture;
  if (name.empty() || areas.by_name(Areas::nation, name) != Areas::none) return true;
  std::vector<std::string> names;
  for (const int each : areas.prefectures()) names.push_back(areas.at(each).name);
  report_error(findings, publication.prefecture_place, "publication.prefecture",
               with_nearest({name + "という都道府県はありません", "there is no prefecture " + name},
                            name, names));
  return false;
}

bool tables_fit(const Publication& publication, Findings& findings) {
  if (publication.tables.size() == publication.sources.size()) return true;
  add_finding(findings, Level::error, {publication.folder, 0, 0}, "source.unread",
              {"読めていない原資料があるため集計できません。先に出た指摘を直してください",
               "not every source was read, so nothing can be measured; mend what was "
               "reported before"});
  return false;
}

}  // namespace

std::optional<Measured> measure(Publication& publication, const Areas& areas, Findings& findings) {
  if (!tables_fit(publication, findings) || !knows_prefecture(publication, areas, findings))
    return std::nullopt;
  Measured made = Measuring(publication, areas, findings).run();
  fold_repeats(findings);
  return made;
}

void measure_again(Publication& publication, const Areas& areas, Measured& measured,
                   Findings& findings) {
  measured = Measuring(publication, areas, findings, measured).run_again();
}

}  // namespace yokoten
