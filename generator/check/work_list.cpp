#include "check/work_list.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"

namespace yokoten {
namespace {

class Gathering {
 public:
  Gathering(const Publication& publication, const Areas& areas, const Measured& measured)
      : publication_(publication), areas_(areas), effects_(measured.effects) {
    for (const EffectReport& each : effects_.reports) reports_[{each.source, each.row}] = &each;
    for (const SubsidisedOffice& each : effects_.offices) offices_[{each.source, each.row}] = &each;
    for (const ReportDoubt& each : effects_.doubts) {
      if (each.kind == Doubt::listed_twice)
        offices_[{each.cell.source, each.cell.row}] = offices_[{each.other.source, each.other.row}];
      if (each.kind == Doubt::owed) owed_[{each.cell.source, each.cell.row}].push_back(each.year);
    }
  }

  WorkList gather(const Findings& findings) {
    WorkList list;
    for (const Finding& finding : findings)
      if (const int source = source_of(finding); source >= 0) {
        const bool aside = finding.level == Level::note;
        (aside ? list.set_aside : list.items).push_back(item(source, finding));
      }
    std::stable_sort(list.items.begin(), list.items.end(),
                     [](const WorkItem& a, const WorkItem& b) { return a.office < b.office; });
    for (const ReportDuty& each : effects_.duties) list.duties.push_back(named(each));
    count_progress(list);
    return list;
  }

 private:
  using Row = std::pair<int, int>;

  static bool is_about_offices(const std::string& code) {
    return code.starts_with("report.") || code.starts_with("office.");
  }

  // Findings without a row are about the file, nothing to ask an office about.
  int source_of(const Finding& finding) const {
    if (finding.place.row == 0 || !is_about_offices(finding.code)) return -1;
    for (std::size_t at = 0; at < publication_.sources.size(); ++at)
      if (names_offices(publication_.sources[at]) &&
          publication_.tables[at].file() == finding.place.file &&
          publication_.tables[at].row_at(finding.place.row))
        return static_cast<int>(at);
    return -1;
  }

  WorkItem item(int source, const Finding& finding) {
    const Table& table = publication_.tables[static_cast<std::size_t>(source)];
    const int row = *table.row_at(finding.place.row);
    WorkItem made{.finding = finding};
    describe(made, {source, row});
    for (int column = 0; column < table.columns(); ++column)
      if (table.file_column(column) == finding.place.column) {
        made.heading = table.header()[static_cast<std::size_t>(column)];
        made.printed = trimmed_text(table.cell(row, column));
      }
    return made;
  }

  void describe(WorkItem& made, Row row) {
    if (const auto report = reports_.find(row); report != reports_.end())
      return describe(made, *report->second);
    if (const auto office = offices_.find(row); office != offices_.end())
      describe(made, *office->second);
    auto& owed = owed_[row];
    if (made.finding.code != "report.owed" || owed.empty()) return;
    made.year = owed.front();
    owed.erase(owed.begin());
  }

  void describe(WorkItem& made, const SubsidisedOffice& office) const {
    made.office = office.office;
    made.name = office.name;
    made.municipality = area_name(office.area);
    made.service = office.service;
    made.programme = title(office.programme);
    made.subsidy_number = office.subsidy_number;
  }

  // The list's office number and name stand for mistyped ones: letters go to that office.
  void describe(WorkItem& made, const EffectReport& report) const {
    if (report.listed >= 0)
      describe(made, effects_.offices[static_cast<std::size_t>(report.listed)]);
    else
      describe(made, SubsidisedOffice{.office = report.office,
                                      .name = report.name,
                                      .service = report.service,
                                      .subsidy_number = report.subsidy_number,
                                      .area = report.area,
                                      .programme = report.programme});
    if (made.name.empty()) made.name = report.name;
    if (report.programme >= 0) made.programme = title(report.programme);
    made.year = report.year;
  }

  std::string area_name(int area) const {
    return area == Areas::none ? std::string() : areas_.at(area).name;
  }

  std::string title(int programme) const {
    if (programme < 0) return {};
    return publication_.programmes[static_cast<std::size_t>(programme)].title;
  }

  NamedDuty named(const ReportDuty& duty) const {
    const SubsidisedOffice& office = effects_.offices[static_cast<std::size_t>(duty.office)];
    const auto& programme = publication_.programmes[static_cast<std::size_t>(office.programme)];
    return {office.office,   office.name, area_name(office.area),
            programme.title, duty.year,   duty.year - programme.executed,
            duty.state};
  }

  void count_progress(WorkList& list) const {
    std::map<std::tuple<int, int>, ReportProgress> programmes, municipalities;
    for (const ReportDuty& duty : effects_.duties) {
      if (duty.state != DutyState::reported && duty.state != DutyState::owed) continue;
      const SubsidisedOffice& office = effects_.offices[static_cast<std::size_t>(duty.office)];
      for (ReportProgress* each : {&programmes[{duty.year, office.programme}],
                                   &municipalities[{duty.year, office.area}]}) {
        each->year = duty.year;
        each->owed += 1;
        each->reported += duty.state == DutyState::reported ? 1 : 0;
      }
      programmes[{duty.year, office.programme}].name = title(office.programme);
      municipalities[{duty.year, office.area}].name = area_name(office.area);
    }
    for (auto& [key, each] : programmes) list.programmes.push_back(std::move(each));
    for (auto& [key, each] : municipalities) list.municipalities.push_back(std::move(each));
  }

  const Publication& publication_;
  const Areas& areas_;
  const EffectReports& effects_;
  std::map<Row, const EffectReport*> reports_;
  std::map<Row, const SubsidisedOffice*> offices_;
  std::map<Row, std::vector<int>> owed_;  ///< years, in the order of the findings that say them
};

}  // namespace

WorkList work_list(const Publication& publication, const Areas& areas, const Measured& measured,
                   const Findings& findings) {
  return Gathering(publication, areas, measured).gather(findings);
}

}  // namespace yokoten
