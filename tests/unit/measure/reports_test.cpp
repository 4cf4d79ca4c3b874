#include "unit/measure/reporting.h"

using namespace yokoten;

namespace {

std::string as_told(const std::optional<Decimal>& value) {
  return value ? to_text(trimmed(*value)) : "none";
}

}  // namespace

TEST_CASE_FIXTURE(Reporting, "a value with all the digits of a spreadsheet counts among others") {
  auto rows = three();
  rows[0].before = "9.083333333333334";
  rows[1].before = "0.11900000000000001";
  rows[2].before = "500";
  reports(rows);
  CHECK(summary().pairs() == 3);
  CHECK(as_told(summary().before.mean) == "169.734111");
  CHECK(as_told(at("310000", "", "2025FY").value) == "-161.734111");
}

TEST_CASE_FIXTURE(Reporting, "a value of a million is told and left out") {
  auto rows = three();
  rows[0].before = "999999999999999999";
  reports(rows);
  CHECK(doubts(Doubt::too_large) == 1);
  CHECK(summary().pairs() == 2);
}

TEST_CASE_FIXTURE(Reporting, "a group is read in whatever form its number stands") {
  auto rows = three();
  rows[0].group = "２";
  rows[1].group = "②群";
  rows[2].group = "(3)";
  reports(rows);
  CHECK(doubts(Doubt::group) == 0);
  CHECK(summary("group=②").pairs() == 3);
  CHECK(summary("group=③").pairs() == 1);
}

TEST_CASE_FIXTURE(Reporting, "a report without a group that can be read is of ① alone, and asked") {
  auto rows = three();
  rows[0].group = "";
  rows[1].group = "②③";
  rows[2].group = "②";
  reports(rows);
  CHECK(doubts(Doubt::group) == 2);
  CHECK(summary("group=①").pairs() == 3);
  CHECK(summary("group=②").pairs() == 1);
}

TEST_CASE_FIXTURE(Reporting,
                  "of two reports the later one counts whatever calendar it is dated by") {
  reports(
      {{.answered = "2025/7/4 9:00", .after = "5"}, {.answered = "令和7年8月1日", .after = "7"}});
  CHECK(doubts(Doubt::superseded) == 1);
  CHECK(as_told(summary().after.mean) == "7");
}

TEST_CASE_FIXTURE(Reporting, "of two reports whose times can't be compared neither counts") {
  reports({{.answered = "2025/7/4 9:00", .after = "5"}, {.answered = "8月1日", .after = "7"}});
  CHECK(doubts(Doubt::twice) == 1);
  CHECK(doubt(Doubt::twice).expected == "「8月1日」");
  CHECK(measured.outcomes.empty());
}

TEST_CASE_FIXTURE(Reporting, "a report that is there twice, cell by cell, counts once") {
  reports({{}, {}});
  CHECK(doubts(Doubt::superseded) == 1);
  CHECK(summary().pairs() == 1);
}

TEST_CASE_FIXTURE(
    Reporting,
    "a report with the number of one office and the 補助No. of another counts for neither") {
  list({{"3170200012", "一号", "ICT導入", "1-1"}, {"3170200020", "二号", "ICT導入", "1-2"}});
  reports({{.after = "5"}, {.name = "二号", .subsidy = "1-2", .answered = "2025-08-01 9:00"}});
  CHECK(as_told(summary().after.mean) == "5");
  REQUIRE(doubts(Doubt::two_offices) == 1);
  CHECK(doubt(Doubt::two_offices).other.row == 0);
  CHECK(doubt(Doubt::two_offices).another.row == 1);
  CHECK(doubts(Doubt::owed) + doubts(Doubt::superseded) == 0);
}

TEST_CASE_FIXTURE(Reporting, "a report with its own number and name and another's 補助No. counts") {
  list({{"3170200012", "一号", "ICT導入", "1-1"}, {"3170200020", "二号", "ICT導入", "1-2"}});
  reports({{.subsidy = "1-2"}});
  CHECK(doubts(Doubt::two_offices) == 0);
  CHECK(doubts(Doubt::subsidy_unknown) == 1);
  CHECK(summary().pairs() == 1);
}

TEST_CASE_FIXTURE(Reporting, "minutes, days and people are no hours") {
  for (const char* other : {"30分", "2日", "10人", "150%", "3点"}) {
    CAPTURE(other);
    Reporting own;
    auto rows = three();
    rows[0].before = other;
    own.reports(rows);
    CHECK(own.doubts(Doubt::unit) == 1);
    CHECK(own.doubt(Doubt::unit).expected == "時間");
    CHECK(own.summary().pairs() == 2);
  }
}

TEST_CASE_FIXTURE(Reporting, "hours may say that they are") {
  auto rows = three();
  rows[0].before = "8.5時間";
  reports(rows);
  CHECK(doubts(Doubt::unit) == 0);
  CHECK(summary().pairs() == 3);
}

TEST_CASE_FIXTURE(Reporting, "a bound is no value") {
  auto rows = three();
  rows[0].before = "10以上";
  rows[1].staff = "10人以上";
  reports(rows);
  CHECK(doubts(Doubt::bound) == 1);
  CHECK(doubts(Doubt::staff) == 1);
  CHECK(summary().pairs() == 2);
}

TEST_CASE_FIXTURE(Reporting, "480 among hours of 8 are minutes") {
  std::vector<ReportRow> rows;
  for (int each = 0; each < 10; ++each)
    rows.push_back({.office = std::to_string(3170200000 + each), .name = ""});
  rows[0].before = "480";
  rows[0].after = "420";
  reports(rows);
  CHECK(doubts(Doubt::minutes) == 2);
  CHECK(doubt(Doubt::minutes).expected == "8");
}

TEST_CASE_FIXTURE(Reporting, "blanks in the name of a service make no other service of it") {
  auto rows = three();
  rows[0].service = "訪問　介護";
  rows[1].service = "110";
  reports(rows);
  CHECK(doubts(Doubt::service) == 0);
  CHECK(summary("service=訪問介護").pairs() == 3);
}

TEST_CASE_FIXTURE(Reporting, "what is no national service is told and counts for none") {
  auto rows = three();
  rows[0].service = "特養";
  rows[1].service = "ﾎｳﾓﾝｶｲｺﾞ";
  rows[2].service = "";
  reports(rows);
  CHECK(doubts(Doubt::service) == 3);
  CHECK(doubt(Doubt::service).expected == "介護老人福祉施設");
  CHECK(summary().pairs() == 3);
  CHECK(summary("service=特養").pairs() + summary("service=ﾎｳﾓﾝｶｲｺﾞ").pairs() == 0);
}

TEST_CASE_FIXTURE(Reporting, "a service without the brackets of its kinds, or a label, is one") {
  publication.labels["service"] = {{"養護", "養護老人ホーム"}};
  auto rows = three();
  rows[0].service = "特定施設入居者生活介護";
  rows[1].service = "養護老人ホーム";
  reports(rows);
  CHECK(doubts(Doubt::service) == 0);
  CHECK(summary("service=特定施設入居者生活介護").pairs() == 1);
  CHECK(summary("service=養護").pairs() == 1);
}

TEST_CASE_FIXTURE(Reporting, "a report of nobody does not count") {
  auto rows = three();
  rows[0].office = "";
  reports(rows);
  CHECK(doubts(Doubt::office) == 1);
  CHECK(summary().pairs() == 2);
}

TEST_CASE_FIXTURE(Reporting, "a symbol for no value in outcome 2 is no answer of an office") {
  pair = {Outcome::overtime, "残業_前", "残業_後", true};
  symbols = {{"－", "not_applicable"}};
  auto rows = three();
  rows[0].staff = "9";
  rows[0].before = rows[0].after = rows[1].before = rows[1].after = "－";
  reports(rows);
  CHECK(doubts(Doubt::second_filled) == 0);
  REQUIRE(doubts(Doubt::second_missing) == 1);
  CHECK(doubt(Doubt::second_missing).cell.row == 1);
}

TEST_CASE_FIXTURE(Reporting, "a symbol for no value where every office owes one is asked about") {
  symbols = {{"－", "not_reported"}};
  auto rows = three();
  rows[0].after = "－";
  reports(rows);
  CHECK(doubts(Doubt::missing) == 1);
}

TEST_CASE_FIXTURE(Reporting, "a test entry without a town is set aside whole") {
  auto rows = three();
  rows.push_back({.office = "0000000000", .name = "テスト", .subsidy = "", .town = ""});
  reports(rows);
  CHECK(findings.empty());
  CHECK(doubts(Doubt::area) == 0);
}

TEST_CASE_FIXTURE(Reporting, "a town that can't be read is asked about, and the list's counts") {
  list({{"3170200012", "一号", "ICT導入", "1-1"}});
  reports({{.town = "テスト市"}});
  CHECK(findings.empty());
  REQUIRE(doubts(Doubt::area) == 1);
  CHECK(doubt(Doubt::area).text == "テスト市");
  CHECK(doubt(Doubt::area).expected == "鳥取市");
  CHECK(doubt(Doubt::area).other.row == 0);
  CHECK(areas.at(measured.effects.reports.front().area).name == "鳥取市");
  CHECK(summary().pairs() == 1);
}

TEST_CASE_FIXTURE(Reporting, "a report of a year in which none is owed is told and not counted") {
  year = 2024;
  reports(three());
  CHECK(doubts(Doubt::not_due) == 3);
  CHECK(doubt(Doubt::not_due).expected == "2025-2027");
  CHECK(measured.outcomes.empty());
}

TEST_CASE_FIXTURE(Reporting, "a year behind the publication's date is told at its row") {
  publication.as_of = "2026-01-31";
  year = 0;
  auto rows = three();
  rows[1].year = "令和8年度";
  reports(rows);
  REQUIRE(doubts(Doubt::year_ahead) == 1);
  CHECK(doubt(Doubt::year_ahead).cell.row == 1);
  CHECK(summary().pairs() == 2);
}

namespace {

DutyState state_of(const Reporting& seen, int year) {
  for (const ReportDuty& each : seen.measured.effects.duties)
    if (each.year == year) return each.state;
  return DutyState::reported;
}

}  // namespace

TEST_CASE_FIXTURE(Reporting, "a file with headings only makes its year owed once it has begun") {
  publication.as_of = "2025-04-01";
  list({{"3170200012", "一号", "ICT導入", "1-1"}});
  reports({});
  CHECK(state_of(*this, 2025) == DutyState::owed);
  CHECK(state_of(*this, 2026) == DutyState::ahead);
}

TEST_CASE_FIXTURE(Reporting, "a file with headings only for a year that has not begun is ahead") {
  publication.as_of = "2025-03-31";
  list({{"3170200012", "一号", "ICT導入", "1-1"}});
  reports({});
  CHECK(state_of(*this, 2025) == DutyState::ahead);
}

TEST_CASE_FIXTURE(Reporting, "of a year that is over and has no file nothing is known") {
  publication.as_of = "2027-04-01";
  list({{"3170200012", "一号", "ICT導入", "1-1"}});
  reports({{}});
  CHECK(state_of(*this, 2025) == DutyState::reported);
  CHECK(state_of(*this, 2026) == DutyState::unread);
  CHECK(state_of(*this, 2027) == DutyState::ahead);
}

namespace {

/// One office that reports under both programmes.
std::vector<ReportRow> under_both() {
  return {{}, {.programme = "ロボット導入", .subsidy = "1-2"}};
}

}  // namespace

TEST_CASE_FIXTURE(Reporting, "a mistyped number in one of two lines of an office is no other's") {
  list({{"3170200913", "一号", "ICT導入", "1-1"}, {"3170200012", "一号", "ロボット導入", "1-2"}});
  reports(under_both());
  CHECK(measured.effects.doubts.empty());
  CHECK(measured.effects.reports[0].listed == 0);
  CHECK(measured.effects.reports[1].listed == 1);
  CHECK(summary().pairs() == 1);
}

TEST_CASE_FIXTURE(Reporting, "a line without a number is found by 補助No., the office being one") {
  list({{"", "一号", "ICT導入", "1-1"}, {"3170200012", "一号", "ロボット導入", "1-2"}});
  reports(under_both());
  CHECK(measured.effects.doubts.size() == 1);
  CHECK(doubts(Doubt::office) == 1);
  CHECK(summary().pairs() == 1);
}

TEST_CASE_FIXTURE(Reporting, "of a line whose programme is unreadable the report's counts") {
  list({{"", "一号", "ICT導入", "1-1"}, {"3170200012", "一号", "謎の事業", "1-2"}});
  reports(under_both());
  CHECK(doubts(Doubt::listed_unread) == 1);
  CHECK(measured.effects.doubts.size() == 2);
  CHECK(doubts(Doubt::superseded) + doubts(Doubt::programme) + doubts(Doubt::owed) == 0);
  CHECK(summary().pairs() == 1);
}

TEST_CASE_FIXTURE(Reporting,
                  "the 補助No. of an office of another name is no line of the report's") {
  list({{"3170200020", "二号", "ICT導入", "1-1"}, {"3170200012", "一号", "ロボット導入", "1-2"}});
  reports({{}});
  CHECK(measured.effects.reports[0].listed != 0);
  CHECK(doubts(Doubt::programme) == 1);
}
