#include "measure/outcomes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "measure/report_groups.h"
#include "measure/statistics.h"

namespace yokoten {
namespace {

/// Reports of one area, year and part of the whole.
struct Group {
  std::vector<const EffectReport*> reports;
};

using GroupKey = std::tuple<int, int, int>;  // area, period, breakdown

class OutcomeMeasuring {
 public:
  OutcomeMeasuring(Publication& publication, int indicator, const Areas& areas, Measured& measured)
      : publication_(publication),
        number_(indicator),
        indicator_(publication.indicators[static_cast<std::size_t>(indicator)]),
        formula_(*indicator_.outcome),
        areas_(areas),
        measured_(measured) {}

  void run() {
    name_codes();
    for (const EffectReport* report : counted_reports(publication_, indicator_, measured_))
      for (const int area : areas_of(publication_, areas_, *report)) file(*report, area);
    const auto before = static_cast<std::ptrdiff_t>(measured_.outcomes.size());
    for (const auto& [key, group] : groups_) add(key, group);
    const auto place = [&](const OutcomeSummary& each) {
      return std::tuple(each.area, to_text(measured_.cube.period(each.period)),
                        measured_.cube.breakdown(each.breakdown));
    };
    std::sort(measured_.outcomes.begin() + before, measured_.outcomes.end(),
              [&](const auto& a, const auto& b) { return place(a) < place(b); });
  }

 private:
  void file(const EffectReport& report, int area) {
    const int period = fiscal_period(measured_, report.year);
    groups_[{area, period, 0}].reports.push_back(&report);
    for (const std::string& key : formula_.by)
      for (const std::string& code : codes(report, key))
        groups_[{area, period, measured_.breakdown_id({{key, code}})}].reports.push_back(&report);
  }

  std::vector<std::string> codes(const EffectReport& report, const std::string& key) const {
    if (key == "programme")
      return {publication_.programmes[static_cast<std::size_t>(report.programme)].id};
    if (key == "group") return groups_of(report);
    if (key == "size") return size_of(report);
    return report.service.empty() ? std::vector<std::string>{} : std::vector{report.service};
  }

  // `10-29`, `30-`: least and most staff.
  static std::string size_code(const std::vector<int>& sizes, std::size_t at) {
    const int low = at == 0 ? 1 : sizes[at - 1];
    const std::string high = at < sizes.size() ? std::to_string(sizes[at] - 1) : "";
    return fmt::format("{}-{}", low, high);
  }

  std::vector<std::string> size_of(const EffectReport& report) const {
    if (!report.staff) return {};
    const auto above =
        std::upper_bound(formula_.sizes.begin(), formula_.sizes.end(), *report.staff);
    return {size_code(formula_.sizes, static_cast<std::size_t>(above - formula_.sizes.begin()))};
  }

  void name_codes() {
    Labels programmes, sizes, groups;
    for (const Programme& each : publication_.programmes)
      programmes.emplace_back(each.id, each.title);
    for (std::size_t at = 0; at <= formula_.sizes.size(); ++at) {
      const std::string code = size_code(formula_.sizes, at);
      const std::size_t dash = code.find('-');
      const std::string low = code.substr(0, dash), high = code.substr(dash + 1);
      sizes.emplace_back(code, at == 0        ? fmt::format("職員{}人以下", high)
                               : high.empty() ? fmt::format("職員{}人以上", low)
                                              : fmt::format("職員{}～{}人", low, high));
    }
    for (const char* each : nested_groups) groups.emplace_back(each, std::string(each) + "の群");
    publication_.labels.try_emplace("programme", programmes);
    publication_.labels.try_emplace("size", sizes);
    publication_.labels.try_emplace("group", groups);
  }

  static Spread spread(std::vector<Decimal> values) {
    Spread made;
    made.mean = mean(values);
    if (values.size() < fewest_for_spread) return made;
    std::sort(values.begin(), values.end(),
              [](const Decimal& a, const Decimal& b) { return compare(a, b) < 0; });
    made.first_quartile = quartile(values, 1);
    made.median = quartile(values, 2);
    made.third_quartile = quartile(values, 3);
    return made;
  }

  /// The matched pairs of a group, one an office, and how many reports have none.
  struct Pairs {
    std::vector<Decimal> before, after, change;
    std::vector<int> offices;
    int left_out = 0, improved = 0;
  };

  /// What one office reports: several pairs where it was subsidised by several programmes.
  struct Sides {
    std::vector<Decimal> before, after;
  };

  std::map<int, Sides> by_office(const Group& group, int& left_out) const {
    std::map<int, Sides> offices;
    for (const EffectReport* report : group.reports) {
      const OutcomePair& pair = report->outcomes[static_cast<std::size_t>(formula_.outcome)];
      if (!pair.before || !pair.after) {
        left_out += is_asked(*report) ? 1 : 0;
        continue;
      }
      Sides& own = offices[report->office_id];
      own.before.push_back(*pair.before);
      own.after.push_back(*pair.after);
    }
    return offices;
  }

  Pairs pairs_of(const Group& group) const {
    Pairs made;
    for (const auto& [office, own] : by_office(group, made.left_out)) {
      const auto before = value_of_one(own.before), after = value_of_one(own.after);
      const auto apart = before && after ? difference(*after, *before) : std::nullopt;
      if (!apart) continue;  // never: values are below a million
      made.before.push_back(*before);
      made.after.push_back(*after);
      made.change.push_back(*apart);
      made.improved += is_better(formula_.outcome, *apart) ? 1 : 0;
      made.offices.push_back(office);
    }
    return made;
  }

  void add(const GroupKey& key, const Group& group) {
    OutcomeSummary made{.indicator = number_,
                        .area = std::get<0>(key),
                        .period = std::get<1>(key),
                        .breakdown = std::get<2>(key),
                        .outcome = formula_.outcome};
    Pairs pairs = pairs_of(group);
    made.left_out = pairs.left_out;
    made.offices = std::move(pairs.offices);
    made.before = spread(std::move(pairs.before));
    made.after = spread(std::move(pairs.after));
    if (pairs.change.size() >= fewest_for_spread) {
      made.improved = pairs.improved;
      if (const auto interval = bootstrap_interval(pairs.change))
        std::tie(made.low, made.high) = *interval;
    }
    observe(made, pairs.change, *group.reports.front());
    made.change = spread(std::move(pairs.change));
    measured_.outcomes.push_back(std::move(made));
  }

  // Offices of few staff are not asked for outcome 2: nothing of theirs is left out.
  bool is_asked(const EffectReport& report) const {
    const ReportForm& form = *publication_.sources[static_cast<std::size_t>(report.source)].report;
    for (const ReportForm::Pair& pair : form.pairs)
      if (pair.outcome == formula_.outcome && pair.second)
        return !report.staff || *report.staff >= staff_for_second_part;
    return true;
  }

  static bool is_better(Outcome outcome, Decimal change) {
    return lower_is_better(outcome) ? change.mantissa < 0 : change.mantissa > 0;
  }

  void observe(const OutcomeSummary& summary, const std::vector<Decimal>& change,
               const EffectReport& first) {
    Observation made{.indicator = number_,
                     .area = summary.area,
                     .period = summary.period,
                     .breakdown = summary.breakdown};
    made.flags = indicator_.flags;
    made.source = static_cast<std::int16_t>(first.source);
    made.value = mean(change);
    if (made.value) {
      made.denominator = Decimal{static_cast<std::int64_t>(change.size()), 0};
      if (const auto sum = total(change)) made.numerator = trimmed(*sum);
    } else {
      made.missing = Missing::not_reported;
    }
    measured_.cube.add(made);
  }

  Publication& publication_;
  int number_;
  const Indicator& indicator_;
  const OutcomeFormula& formula_;
  const Areas& areas_;
  Measured& measured_;
  std::map<GroupKey, Group> groups_;
};

class UnitsMeasuring {
 public:
  UnitsMeasuring(const Publication& publication, int indicator, const Areas& areas,
                 Measured& measured)
      : publication_(publication),
        number_(indicator),
        indicator_(publication.indicators[static_cast<std::size_t>(indicator)]),
        formula_(*indicator_.units),
        areas_(areas),
        measured_(measured) {}

  void run() {
    for (const EffectReport* report : counted_reports(publication_, indicator_, measured_)) {
      const auto& after = report->outcomes[static_cast<std::size_t>(formula_.outcome)].after;
      if (!after) continue;
      for (const int area : areas_of(publication_, areas_, *report)) {
        Sides& sides = sides_[{area, fiscal_period(measured_, report->year)}];
        sides.source = report->source;
        const auto groups = groups_of(*report);
        const int office = report->office_id;
        if (holds(groups, formula_.group)) sides.own[office].push_back(*after);
        if (holds(groups, formula_.than_group)) sides.others[office].push_back(*after);
      }
    }
    for (const auto& [key, sides] : sides_) add(key, sides);
  }

 private:
  using ByOffice = std::map<int, std::vector<Decimal>>;

  struct Sides {
    ByOffice own, others;
    int source = -1;
  };

  // One value an office, however many programmes it reports under.
  static std::vector<Decimal> values_of(const ByOffice& offices) {
    std::vector<Decimal> values;
    for (const auto& [office, own] : offices)
      if (const auto value = value_of_one(own)) values.push_back(*value);
    return values;
  }

  static bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  }

  void add(const std::pair<int, int>& key, const Sides& sides) {
    const auto bound = formula_.than ? formula_.than : mean(values_of(sides.others));
    const std::vector<Decimal> all = values_of(sides.own);
    Observation made{.indicator = number_, .area = key.first, .period = key.second};
    made.flags = indicator_.flags;
    made.source = static_cast<std::int16_t>(sides.source);
    if (!bound || all.empty()) {
      made.missing = Missing::not_reported;
      measured_.cube.add(made);
      return;
    }
    std::int64_t better = 0;
    for (const Decimal& each : all) {
      const int compared = compare(each, *bound);
      better += (lower_is_better(formula_.outcome) ? compared < 0 : compared > 0) ? 1 : 0;
    }
    made.numerator = Decimal{better, 0};
    made.denominator = Decimal{static_cast<std::int64_t>(all.size()), 0};
    made.value = quotient(*made.numerator, *made.denominator, 6, 100);
    measured_.cube.add(made);
  }

  const Publication& publication_;
  int number_;
  const Indicator& indicator_;
  const UnitsFormula& formula_;
  const Areas& areas_;
  Measured& measured_;
  std::map<std::pair<int, int>, Sides> sides_;
};

}  // namespace

void measure_outcome(Publication& publication, int indicator, const Areas& areas,
                     Measured& measured) {
  OutcomeMeasuring(publication, indicator, areas, measured).run();
}

void measure_units(const Publication& publication, int indicator, const Areas& areas,
                   Measured& measured) {
  UnitsMeasuring(publication, indicator, areas, measured).run();
}

}  // namespace yokoten
