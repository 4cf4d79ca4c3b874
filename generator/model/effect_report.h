#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/place.h"
#include "model/area.h"
#include "model/clause.h"
#include "model/period.h"

namespace yokoten {

/// What a subsidised office tells of itself before and after (業務改善に係る効果の報告).
enum class Outcome : std::uint8_t { hours, overtime, paid_leave, turnover, stress, engagement };

inline constexpr std::array<std::string_view, 6> outcome_words = {
    "hours", "overtime", "paid_leave", "turnover", "stress", "engagement"};
inline constexpr std::size_t outcome_count = outcome_words.size();

/// What the form asks offices of at least this many staff only: outcome 2.
inline constexpr int staff_for_second_part = 10;

/// 時間, 日, %, 点: what the form asks the outcome's values in.
std::string_view outcome_unit(Outcome outcome);

/// Hours, overtime, turnover and stress are to fall; leave taken and engagement are to rise.
bool lower_is_better(Outcome outcome);

/// A subsidy whose offices owe reports: an entry of programmes.toml.
struct Programme {
  std::string id, title;
  std::vector<std::string> names;  ///< as reports and lists may write it; the title is one of them
  int executed = 0;                ///< fiscal year in which the subsidy was used
  Clause clause = Clause::none;    ///< what it binds the prefecture to publish
  int budget = 0;                  ///< fiscal year of the budget; 0 without a clause
  int reports = 3;                 ///< owed once in each of so many fiscal years behind that one
  Place place;
};

/// The columns of reports as the web form exports them: `[source.report]`.
struct ReportForm {
  std::string office, name, service, staff, group;  ///< headings; empty for none
  std::string programme, executed, subsidy_number;
  std::string year_column, answered;
  int year = 0;                ///< fiscal year of all reports of the file, 0 where a column has it
  int fewest_offices = 3;      ///< behind every figure that goes out
  bool latest_counts = false;  ///< of several reports of one office the one answered last
  struct Pair {
    Outcome outcome = Outcome::hours;
    std::string before, after;
    bool second = false;  ///< asked of offices with staff enough only
  };
  std::vector<Pair> pairs;
};

/// The columns of a prefecture's list of subsidised offices (補助事業所リスト).
struct OfficeListForm {
  std::string office, name, service, programme, executed, subsidy_number;
};

/// A cell of a source: its position in the publication, row and column as in Table.
struct SourceCell {
  int source = -1, row = -1, column = -1;
};

/// One line of the list of subsidised offices.
struct SubsidisedOffice {
  int source = -1, row = -1;
  std::string office, name, service, subsidy_number;
  int area = Areas::none;
  int programme = -1;  ///< position in Publication::programmes
};

/// Both values of one outcome; one that is empty or doubted is not there.
struct OutcomePair {
  std::optional<Decimal> before, after;
};

/// One report of one office.
struct EffectReport {
  int source = -1, row = -1;
  std::string office, name, service, group, subsidy_number, answered;
  int area = Areas::none;  ///< of its row, or of the list
  int year = 0;            ///< fiscal year in which it is due, 0 where it says none
  int programme = -1;      ///< position in Publication::programmes, -1 where its name is unknown
  int office_id = -1;      ///< one for each office, whichever of its reports this is
  int listed = -1;         ///< position in EffectReports::offices, -1 where no list has it
  std::optional<int> staff;
  std::array<OutcomePair, outcome_count> outcomes;
  bool is_test = false;
  bool superseded = false;    ///< a later one of the same office counts
  bool twice = false;         ///< there is another, and nothing says which one counts
  std::vector<int> disputed;  ///< the lines of the list that may be meant, where two offices' are
  bool undue = false;         ///< of a year in which its programme's offices owe none
  bool says_group = false;    ///< its source has a column of groups

  bool is_of_somebody() const { return disputed.empty() && (listed >= 0 || !office.empty()); }
  bool counts() const {
    return !is_test && !superseded && !twice && !undue && is_of_somebody() && programme >= 0 &&
           year > 0;
  }
};

/// What keeps a report, or a cell of it, from being believed.
enum class Doubt : std::uint8_t {
  office,           ///< no office number
  programme,        ///< its name is that of no programme
  area,             ///< no municipality that can be read
  year,             ///< no fiscal year
  year_ahead,       ///< one behind the publication's as_of
  not_due,          ///< a year in which the programme's offices owe no report
  subsidy_missing,  ///< no 補助No.
  subsidy_unknown,  ///< a 補助No. that the list gives to nobody, or to another office
  unlisted,         ///< an office that the list does not have
  two_offices,      ///< its number is one office's of the list, its 補助No. another's
  group,            ///< no group of the KPI framework
  service,          ///< a service that no national name is
  staff,            ///< no number of staff
  number,           ///< a value that is no number
  unit,             ///< a value in another unit than its outcome's
  bound,            ///< `10以上`: no value but a bound
  missing,          ///< a value that every office owes
  negative,
  too_large,       ///< a million and more
  overtime,        ///< more than 1,000 hours a month
  turnover,        ///< more than 100 %
  shifted,         ///< about 10, 100 or 1,000 times what it should be, or that part of it
  minutes,         ///< minutes where hours are asked
  second_missing,  ///< outcome 2 of an office that owes it
  second_filled,   ///< outcome 2 of an office too small to be asked
  twice,
  superseded,
  owed,  ///< a report that is not there; the cell is the list's
  listed_twice,
  listed_unread,  ///< a line of the list whose programme is unknown
};

/// A doubt at its cell, with what its message needs.
struct ReportDoubt {
  Doubt kind = Doubt::office;
  SourceCell cell, other;  ///< other: where the first of two stands, or the line of the list
  SourceCell another;      ///< the second line of the list that may be meant
  std::string text;        ///< as printed, or the list of headings
  std::string expected;    ///< what was probably meant; empty where nobody knows
  int year = 0;
};

/// How an office stands to one of the reports that it owes.
enum class DutyState : std::uint8_t {
  reported,
  owed,
  ahead,   ///< of a fiscal year that is not over, and of which the publication has no file
  unread,  ///< of one that is over, or before one of which there are reports; it has no file either
};

/// One report that an office owes, in one fiscal year.
struct ReportDuty {
  int office = -1;  ///< position in EffectReports::offices
  int year = 0;
  DutyState state = DutyState::owed;
};

/// Everything that reports and lists say.
struct EffectReports {
  std::vector<EffectReport> reports;
  std::vector<SubsidisedOffice> offices;
  std::vector<ReportDoubt> doubts;
  std::vector<ReportDuty> duties;  ///< by office, then year

  bool empty() const { return reports.empty() && offices.empty(); }
};

/// Whether the office owes, or owed, a report in the fiscal year.
bool owes_report(const Programme& programme, int year);

}  // namespace yokoten
