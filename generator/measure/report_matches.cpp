#include "measure/report_matches.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "measure/answered.h"

namespace yokoten {
namespace {

const ReportForm& form_of(const Publication& publication, const EffectReport& report) {
  return *publication.sources[static_cast<std::size_t>(report.source)].report;
}

class Matching {
 public:
  Matching(const Publication& publication, const Areas& areas, Measured& measured)
      : publication_(publication), areas_(areas), effects_(measured.effects) {
    for (std::size_t at = 0; at < effects_.offices.size(); ++at) {
      const SubsidisedOffice& each = effects_.offices[at];
      by_office_.emplace(each.office, static_cast<int>(at));
      if (!each.subsidy_number.empty())
        by_subsidy_[each.subsidy_number].push_back(static_cast<int>(at));
    }
  }

  void match() {
    for (EffectReport& report : effects_.reports)
      if (!report.is_test) match(report);
  }

 private:
  const SubsidisedOffice& office(int at) const {
    return effects_.offices[static_cast<std::size_t>(at)];
  }

  void match(EffectReport& report) {
    if (effects_.offices.empty()) return check_subsidy(report, {});
    if (const int other = line_of_other(report); other >= 0) return dispute(report, other);
    report.listed = found(report);
    if (report.listed < 0) return doubt(Doubt::unlisted, report, {});
    const SubsidisedOffice& listed = office(report.listed);
    if (report.area == Areas::none) take_area(report, listed);
    if (report.programme >= 0 && listed.programme >= 0 && report.programme != listed.programme)
      deny_programme(report, listed.programme);
    if (report.programme < 0) expect_programme(report, listed.programme);
    check_subsidy(report, listed);
  }

  std::vector<int> lines_of(const EffectReport& report) const {
    std::vector<int> own;
    const auto [first, last] = by_office_.equal_range(report.office);
    for (auto each = first; each != last; ++each) own.push_back(each->second);
    return own;
  }

  // The line that the 補助No. names where it is another office's than the one whose number stands
  // in the report, and the report's name is not the latter's: nobody knows whose report it is. -1
  // where it is clear.
  int line_of_other(const EffectReport& report) const {
    const auto with_number = by_subsidy_.find(report.subsidy_number);
    const std::vector<int> own = lines_of(report);
    if (own.empty() || report.subsidy_number.empty() || with_number == by_subsidy_.end()) return -1;
    for (const int at : own)
      if (is_named(report, at)) return -1;
    for (const int at : with_number->second)
      if (office(at).office == report.office) return -1;
    return with_number->second.front();
  }

  bool is_named(const EffectReport& report, int at) const {
    const std::string name = folded(report.name);
    return !name.empty() && folded(office(at).name) == name;
  }

  // The report names no area that can be read: it is where its office is.
  void take_area(EffectReport& report, const SubsidisedOffice& listed) {
    report.area = listed.area;
    if (listed.area == Areas::none) return;
    for (ReportDoubt& each : effects_.doubts)
      if (each.kind == Doubt::area && each.cell.source == report.source &&
          each.cell.row == report.row) {
        each.expected = areas_.at(listed.area).name;
        each.other = number_cell(report.listed);
      }
  }

  void dispute(EffectReport& report, int other) {
    const int own = lines_of(report).front();
    report.disputed = {own, other};
    doubt(Doubt::two_offices, report, {});
    effects_.doubts.back().other = number_cell(own);
    effects_.doubts.back().another = number_cell(other);
  }

  SourceCell number_cell(int at) const {
    const auto source = static_cast<std::size_t>(office(at).source);
    const std::string& heading = publication_.sources[source].office_list->office;
    return {office(at).source, office(at).row,
            publication_.tables[source].column(heading).value_or(0)};
  }

  int found(const EffectReport& report) const {
    const std::vector<int> own = lines_of(report);
    if (const int at = of_programme(own, report.programme); at >= 0) return at;
    // The list does not know this number, or not under this programme, where it may be the list's
    // that is wrong: the 補助No. may tell the line.
    const auto with_number = by_subsidy_.find(report.subsidy_number);
    if (with_number != by_subsidy_.end())
      if (const int at = of_programme(with_number->second, report.programme);
          at >= 0 && (own.empty() || is_named(report, at)))
        return at;
    // Its own 補助No., or the only line that the office has: then the programme is wrong.
    for (const int at : own)
      if (!report.subsidy_number.empty() && office(at).subsidy_number == report.subsidy_number)
        return at;
    return own.size() == 1 ? own.front() : -1;
  }

  int of_programme(const std::vector<int>& listed, int programme) const {
    for (const int at : listed)
      if (office(at).programme == programme && programme >= 0) return at;
    return -1;
  }

  const Programme& programme(int at) const {
    return publication_.programmes[static_cast<std::size_t>(at)];
  }

  // Programmes of one name are told apart by the fiscal year, which is what is wrong then.
  bool differs_by_year(const EffectReport& report, int listed) const {
    return listed >= 0 && !form_of(publication_, report).executed.empty() &&
           programme(report.programme).title == programme(listed).title;
  }

  // The list has the office under another programme: nothing counts until that is settled.
  void deny_programme(EffectReport& report, int listed) {
    const auto source = static_cast<std::size_t>(report.source);
    const Table& table = publication_.tables[source];
    const ReportForm& form = form_of(publication_, report);
    const std::string& heading = differs_by_year(report, listed) ? form.executed : form.programme;
    const int column = table.column(heading).value_or(0);
    report.programme = -1;
    effects_.doubts.push_back({.kind = Doubt::programme,
                               .cell = {report.source, report.row, column},
                               .text = std::string(table.cell(report.row, column))});
  }

  // The list knows better than the nearest spelling which programme was meant.
  void expect_programme(const EffectReport& report, int listed) {
    if (listed < 0) return;
    const Table& table = publication_.tables[static_cast<std::size_t>(report.source)];
    const auto year = table.column(form_of(publication_, report).executed);
    for (ReportDoubt& each : effects_.doubts)
      if (each.kind == Doubt::programme && each.cell.source == report.source &&
          each.cell.row == report.row)
        each.expected = year && each.cell.column == *year
                            ? std::to_string(programme(listed).executed) + "年度"
                            : programme(listed).title;
  }

  void check_subsidy(const EffectReport& report, const SubsidisedOffice& listed) {
    if (form_of(publication_, report).subsidy_number.empty()) return;
    if (report.subsidy_number.empty())
      return doubt(Doubt::subsidy_missing, report, listed.subsidy_number);
    if (!listed.subsidy_number.empty() && report.subsidy_number != listed.subsidy_number)
      doubt(Doubt::subsidy_unknown, report, listed.subsidy_number);
  }

  void doubt(Doubt kind, const EffectReport& report, const std::string& expected) {
    const ReportForm& form = form_of(publication_, report);
    const bool of_office = kind == Doubt::unlisted || kind == Doubt::two_offices;
    const std::string& heading = of_office ? form.office : form.subsidy_number;
    const Table& table = publication_.tables[static_cast<std::size_t>(report.source)];
    effects_.doubts.push_back(
        {.kind = kind,
         .cell = {report.source, report.row, table.column(heading).value_or(0)},
         .text = of_office ? report.office : report.subsidy_number,
         .expected = expected});
  }

  const Publication& publication_;
  const Areas& areas_;
  EffectReports& effects_;
  std::multimap<std::string, int> by_office_;
  std::map<std::string, std::vector<int>> by_subsidy_;
};

/// Who reports for which year: the line of the list, or the office where it has none; and for
/// which programme, as its cell says where that is not known.
using Turn = std::tuple<int, std::string, int, std::string, int>;

Turn turn_of(const Publication& publication, const EffectReport& report) {
  const Table& table = publication.tables[static_cast<std::size_t>(report.source)];
  const auto column = table.column(form_of(publication, report).programme);
  const bool is_known = report.programme >= 0 || !column;
  return {report.listed, report.listed >= 0 ? std::string() : report.office, report.programme,
          is_known ? std::string() : folded(table.cell(report.row, *column)), report.year};
}

SourceCell office_cell(const Publication& publication, const EffectReport& report) {
  const Table& table = publication.tables[static_cast<std::size_t>(report.source)];
  const std::string& heading = form_of(publication, report).office;
  return {report.source, report.row, table.column(heading).value_or(0)};
}

bool is_same_row(const Publication& publication, const EffectReport& a, const EffectReport& b) {
  if (a.source != b.source) return false;
  const Table& table = publication.tables[static_cast<std::size_t>(a.source)];
  for (int column = 0; column < table.columns(); ++column)
    if (table.cell(a.row, column) != table.cell(b.row, column)) return false;
  return true;
}

// Whether `late` counts, `early` being another report of the same: it came later for sure, or says
// the same in every cell and stands further down.
bool replaces(const Publication& publication, const EffectReport& late, const EffectReport& early) {
  const auto first = answered_at(early.answered), second = answered_at(late.answered);
  if (first && second && is_surely_before(*first, *second)) return true;
  return late.row > early.row && is_same_row(publication, late, early);
}

// The one that counts by the word of its source; nullptr where nothing is sure.
EffectReport* latest_of(const Publication& publication, const std::vector<EffectReport*>& same) {
  const auto is_latest = [&](const EffectReport* one) {
    return std::all_of(same.begin(), same.end(), [&](const EffectReport* other) {
      return other == one || replaces(publication, *one, *other);
    });
  };
  const bool by_time = std::all_of(same.begin(), same.end(), [&](const EffectReport* each) {
    return form_of(publication, *each).latest_counts;
  });
  const auto found = std::find_if(same.begin(), same.end(), is_latest);
  return by_time && found != same.end() ? *found : nullptr;
}

// Why the time of one did not tell which came last; empty where nobody asked for it.
std::string unsure_time(const Publication& publication, const EffectReport& report) {
  return form_of(publication, report).latest_counts ? "「" + report.answered + "」" : std::string();
}

void settle(const Publication& publication, const std::vector<EffectReport*>& same,
            std::vector<ReportDoubt>& doubts) {
  EffectReport* const latest = latest_of(publication, same);
  const EffectReport& kept = latest != nullptr ? *latest : *same.front();
  for (EffectReport* each : same) {
    (latest != nullptr ? each->superseded : each->twice) = each != latest;
    if (each == &kept) continue;
    doubts.push_back({.kind = latest != nullptr ? Doubt::superseded : Doubt::twice,
                      .cell = office_cell(publication, *each),
                      .other = office_cell(publication, kept),
                      .text = each->office,
                      .expected = unsure_time(publication, *each)});
  }
}

// The number of a report's office: its own where the list has it, since one of two lines of an
// office may be mistyped; else that of its line, if only the report's is wrong.
std::string number_of(const EffectReport& report, const EffectReports& effects,
                      const std::set<std::string>& listed) {
  if (report.listed < 0 || listed.contains(report.office)) return report.office;
  const SubsidisedOffice& line = effects.offices[static_cast<std::size_t>(report.listed)];
  if (!line.office.empty()) return line.office;
  return report.office.empty() ? "line " + std::to_string(report.listed) : report.office;
}

}  // namespace

void match_reports(const Publication& publication, const Areas& areas, Measured& measured) {
  Matching(publication, areas, measured).match();
}

void number_offices(Measured& measured) {
  EffectReports& effects = measured.effects;
  std::set<std::string> listed;
  for (const SubsidisedOffice& each : effects.offices)
    if (!each.office.empty()) listed.insert(each.office);
  std::map<std::string, int> numbers;
  for (EffectReport& report : effects.reports) {
    const std::string own = number_of(report, effects, listed);
    report.office_id = numbers.try_emplace(own, static_cast<int>(numbers.size())).first->second;
  }
}

void settle_repeated(const Publication& publication, Measured& measured) {
  std::map<Turn, std::vector<EffectReport*>> turns;
  for (EffectReport& report : measured.effects.reports)
    if (!report.is_test && !report.office.empty() && report.disputed.empty())
      turns[turn_of(publication, report)].push_back(&report);
  auto& doubts = measured.effects.doubts;
  for (auto& [turn, same] : turns)
    if (same.size() > 1) settle(publication, same, doubts);
  // Nothing is to be asked about what a later report has settled.
  std::set<std::pair<int, int>> settled;
  for (const EffectReport& report : measured.effects.reports)
    if (report.superseded) settled.insert({report.source, report.row});
  std::erase_if(doubts, [&](const ReportDoubt& each) {
    return each.kind != Doubt::superseded && settled.contains({each.cell.source, each.cell.row});
  });
}

}  // namespace yokoten
