#include "measure/report_rows.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "measure/fiscal_year.h"
#include "measure/report_groups.h"
#include "measure/report_programme.h"
#include "measure/resolve.h"
#include "model/cell_number.h"
#include "model/office_number.h"

namespace yokoten {
namespace {

/// The cells of one source by heading; a heading that it does not have gives an empty text.
class Rows {
 public:
  Rows(const Publication& publication, int source, Measured& measured)
      : publication_(publication),
        number_(source),
        table_(publication.tables[static_cast<std::size_t>(source)]),
        measured_(measured) {}

  int rows() const { return table_.rows(); }

  std::string text(int row, const std::string& heading) const {
    const int at = column(heading);
    return at < 0 ? std::string() : std::string(trimmed_text(table_.cell(row, at)));
  }

  int column(const std::string& heading) const {
    return heading.empty() ? -1 : table_.column(heading).value_or(-1);
  }

  bool is_empty(int row) const {
    for (int column = 0; column < table_.columns(); ++column)
      if (!trimmed_text(table_.cell(row, column)).empty()) return false;
    return true;
  }

  int area(int row) const { return measured_.rows[static_cast<std::size_t>(number_)].area(row); }

  NamedProgramme programme(int row, const std::string& name, const std::string& executed) const {
    return named_programme(publication_, text(row, name), text(row, executed));
  }

  void doubt(Doubt kind, int row, const std::string& heading, std::string expected = {}) const {
    measured_.effects.doubts.push_back({.kind = kind,
                                        .cell = {number_, row, std::max(column(heading), 0)},
                                        .text = text(row, heading),
                                        .expected = std::move(expected)});
  }

 private:
  const Publication& publication_;
  int number_;
  const Table& table_;
  Measured& measured_;
};

bool is_people(std::string_view counter) {
  return counter.empty() || counter == "人" || counter == "名";
}

std::optional<int> staff_of(const std::string& text, const Source& source) {
  const auto read = text.empty() ? std::nullopt : read_number(text, source);
  if (!read || !read->value || read->value->mantissa < 0) return std::nullopt;
  if ((read->flags & bound) != 0 || !is_people(read->counter)) return std::nullopt;
  return static_cast<int>(std::min(to_double(*read->value), 1e6));
}

std::string nearest_area(const Rows& rows, int row, const Source& source, const Areas& areas) {
  const Resolution found = resolve_area(areas, source, rows.text(row, source.prefecture_column),
                                        rows.text(row, source.area_column));
  return found.candidates.empty() ? std::string() : areas.at(found.candidates.front()).name;
}

}  // namespace

void read_office_list(const Publication& publication, int source, std::string_view prefecture,
                      Measured& measured) {
  const OfficeListForm& form = *publication.sources[static_cast<std::size_t>(source)].office_list;
  const Rows rows(publication, source, measured);
  std::map<std::tuple<std::string, int>, int> seen;
  for (int row = 0; row < rows.rows(); ++row) {
    if (rows.is_empty(row)) continue;
    SubsidisedOffice office{.source = source, .row = row};
    office.office = restored_office_number(folded(rows.text(row, form.office)), prefecture);
    office.name = rows.text(row, form.name);
    office.service = rows.text(row, form.service);
    office.subsidy_number = folded(rows.text(row, form.subsidy_number));
    office.area = rows.area(row);
    const NamedProgramme named = rows.programme(row, form.programme, form.executed);
    office.programme = named.programme;
    if (office.office.empty()) rows.doubt(Doubt::office, row, form.office);
    if (named.programme < 0)
      rows.doubt(Doubt::listed_unread, row, named.is_year_wrong ? form.executed : form.programme,
                 named.expected);
    const auto [first, is_new] = seen.try_emplace({office.office, office.programme}, row);
    if (!is_new && !office.office.empty()) {
      rows.doubt(Doubt::listed_twice, row, form.office);
      measured.effects.doubts.back().other = {source, first->second, rows.column(form.office)};
      continue;
    }
    measured.effects.offices.push_back(std::move(office));
  }
}

void read_report_rows(const Publication& publication, int source, const Areas& areas,
                      std::string_view prefecture, Measured& measured) {
  const Source& from = publication.sources[static_cast<std::size_t>(source)];
  const ReportForm& form = *from.report;
  const Rows rows(publication, source, measured);
  const auto now = fiscal_year_now(publication);
  for (int row = 0; row < rows.rows(); ++row) {
    if (rows.is_empty(row)) continue;
    EffectReport report{.source = source, .row = row};
    report.office = restored_office_number(folded(rows.text(row, form.office)), prefecture);
    report.name = rows.text(row, form.name);
    report.service = rows.text(row, form.service);
    report.group = named_group(rows.text(row, form.group));
    report.says_group = rows.column(form.group) >= 0;
    report.subsidy_number = folded(rows.text(row, form.subsidy_number));
    report.answered = rows.text(row, form.answered);
    report.area = rows.area(row);
    report.is_test = fault_of_office(report.office) == OfficeFault::test;
    report.year = form.year != 0 ? form.year : fiscal_year_of(rows.text(row, form.year_column));
    report.staff = staff_of(rows.text(row, form.staff), from);
    const NamedProgramme named = rows.programme(row, form.programme, form.executed);
    report.programme = named.programme;
    if (!report.is_test) {
      if (report.office.empty()) rows.doubt(Doubt::office, row, form.office);
      if (report.area == Areas::none && !from.area_column.empty())
        rows.doubt(Doubt::area, row, from.area_column, nearest_area(rows, row, from, areas));
      if (report.year == 0) rows.doubt(Doubt::year, row, form.year_column);
      // Of a year of the whole file its source is told.
      if (form.year == 0 && report.year > now.value_or(report.year)) {
        rows.doubt(Doubt::year_ahead, row, form.year_column, publication.as_of);
        report.year = 0;
      }
      if (named.programme < 0)
        rows.doubt(Doubt::programme, row, named.is_year_wrong ? form.executed : form.programme,
                   named.expected);
      if (!report.staff && !form.staff.empty()) rows.doubt(Doubt::staff, row, form.staff);
      if (report.group.empty() && report.says_group) rows.doubt(Doubt::group, row, form.group);
    }
    measured.effects.reports.push_back(std::move(report));
  }
}

}  // namespace yokoten
