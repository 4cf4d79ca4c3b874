#include "measure/report_duties.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "measure/fiscal_year.h"

namespace yokoten {
namespace {

/// What the publication knows of the reports of each fiscal year.
class ReportYears {
 public:
  ReportYears(const Publication& publication, const EffectReports& effects)
      : now_(fiscal_year_now(publication)) {
    for (const EffectReport& report : effects.reports)
      if (!report.is_test && !report.undue && report.year != 0) reported_.insert(report.year);
    for (const Source& source : publication.sources)
      if (source.report && source.report->year != 0) asked_.insert(source.report->year);
  }

  // What it means that there is no report of the year. One whose file has headings only has been
  // asked for, once the year has begun.
  DutyState silent(int year) const {
    if (reported_.contains(year)) return DutyState::owed;
    if (asked_.contains(year) && year <= now_.value_or(year)) return DutyState::owed;
    const bool is_over = year < now_.value_or(year);
    const bool is_before = !reported_.empty() && year < *reported_.rbegin();
    return is_over || is_before ? DutyState::unread : DutyState::ahead;
  }

 private:
  std::optional<int> now_;  ///< fiscal year of the publication's as_of
  std::set<int> reported_, asked_;
};

// Where it is said which year the report is of, or else which programme.
SourceCell year_cell(const Publication& publication, const EffectReport& report) {
  const auto source = static_cast<std::size_t>(report.source);
  const ReportForm& form = *publication.sources[source].report;
  for (const std::string& heading : {form.year_column, form.executed, form.programme})
    if (const auto column = publication.tables[source].column(heading); column && !heading.empty())
      return {report.source, report.row, *column};
  return {report.source, report.row, 0};
}

// 2025-2027; empty where the programme's offices owe none at all.
std::string years_due(const Programme& programme) {
  if (programme.reports == 0) return {};
  const std::string first = std::to_string(programme.executed + 1);
  const std::string last = std::to_string(programme.executed + programme.reports);
  return programme.reports == 1 ? first : first + "-" + last;
}

ReportDoubt owed_doubt(const Publication& publication, const SubsidisedOffice& office, int year) {
  const auto source = static_cast<std::size_t>(office.source);
  const std::string& heading = publication.sources[source].office_list->office;
  return {
      .kind = Doubt::owed,
      .cell = {office.source, office.row, publication.tables[source].column(heading).value_or(0)},
      .text = office.name.empty() ? office.office : office.name,
      .year = year};
}

/// Who has reported for which year: lines of the list.
std::set<std::pair<int, int>> reported_duties(const EffectReports& effects) {
  std::set<std::pair<int, int>> reported;
  for (const EffectReport& report : effects.reports) {
    if (report.is_test || report.year == 0) continue;
    reported.insert({report.listed, report.year});
    // It is one of theirs: neither is asked before that is settled.
    for (const int at : report.disputed) reported.insert({at, report.year});
  }
  return reported;
}

}  // namespace

void leave_out_undue(const Publication& publication, Measured& measured) {
  for (EffectReport& report : measured.effects.reports) {
    if (report.is_test || report.programme < 0 || report.year == 0) continue;
    const auto& programme = publication.programmes[static_cast<std::size_t>(report.programme)];
    report.undue = !owes_report(programme, report.year);
    if (!report.undue) continue;
    const SourceCell cell = year_cell(publication, report);
    const Table& table = publication.tables[static_cast<std::size_t>(cell.source)];
    measured.effects.doubts.push_back({.kind = Doubt::not_due,
                                       .cell = cell,
                                       .text = std::string(table.cell(cell.row, cell.column)),
                                       .expected = years_due(programme),
                                       .year = report.year});
  }
}

void find_owed(const Publication& publication, Measured& measured) {
  EffectReports& effects = measured.effects;
  const ReportYears years(publication, effects);
  const auto reported = reported_duties(effects);
  const int count = static_cast<int>(effects.offices.size());
  for (int at = 0; at < count; ++at) {
    const SubsidisedOffice& office = effects.offices[static_cast<std::size_t>(at)];
    if (office.programme < 0) continue;
    const auto& programme = publication.programmes[static_cast<std::size_t>(office.programme)];
    for (int year = programme.executed + 1; owes_report(programme, year); ++year) {
      const bool there = reported.contains({at, year});
      effects.duties.push_back({at, year, there ? DutyState::reported : years.silent(year)});
      if (effects.duties.back().state == DutyState::owed)
        effects.doubts.push_back(owed_doubt(publication, office, year));
    }
  }
}

}  // namespace yokoten
