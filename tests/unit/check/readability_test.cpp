#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Readability : Checking {
  void table(const std::vector<std::string>& headings, std::initializer_list<Cells> rows) {
    Source& made = source("counts", headings, rows);
    made.measures.emplace_back("cases", headings.at(1));
  }
};

}  // namespace

TEST_CASE_FIXTURE(Readability, "dressed figures are counted with the first of them and the rule") {
  table({"都道府県", "件数"}, {{"鳥取県", "1,234"}, {"島根県", "2,570件"}});
  run();
  const Finding& found = finding("readable.digits_only");
  CHECK(found.level == Level::note);
  CHECK(found.place == Place{"raw/counts.csv", 2, 2});
  CHECK(found.message.en ==
        "2 cells of figures hold more than digits (1,234); leave the digits only (rule 1-3)");
}

TEST_CASE_FIXTURE(Readability, "a percentage that a spreadsheet shows is a number") {
  table({"都道府県", "申請率(%)"}, {{"鳥取県", "24.7%"}, {"島根県", "1,2%"}});
  publication.sources.front().file = "raw/counts.xlsx";
  run();
  CHECK(finding("readable.digits_only").place == Place{});
  CHECK(finding("readable.two_things").place == Place{"raw/counts.csv", 3, 2});
}

TEST_CASE_FIXTURE(Readability, "rows that do not fit `only` are no gap") {
  table({"都道府県", "件数"}, {{"鳥取県", "3"}});
  publication.tables.front().add_row({"島根県", "4"}, 9);
  Checking again = *this;
  again.publication.sources.front().leaves_rows_out = true;
  run();
  again.run();
  CHECK(said("readable.gap") == 1);
  CHECK(again.said("readable.gap") == 0);
}

TEST_CASE_FIXTURE(Readability, "a heading that says its period in an era alone is a note") {
  table({"都道府県", "件数／令和４年度"}, {{"鳥取県", "3"}});
  run();
  CHECK(finding("readable.era").place == Place{"raw/counts.csv", 1, 2});
}

TEST_CASE_FIXTURE(Readability, "names spread by blanks are a note where they begin") {
  table({"都道府県", "件数"}, {{"鳥 取 県", "3"}});
  run();
  CHECK(finding("readable.blanks").place == Place{"raw/counts.csv", 2, 1});
}

TEST_CASE_FIXTURE(Readability, "a rate whose heading has no unit is a note at the heading") {
  table({"都道府県", "申請率"}, {{"鳥取県", "3"}});
  run();
  CHECK(finding("readable.unit").place == Place{"raw/counts.csv", 1, 2});
}

TEST_CASE_FIXTURE(Readability, "rows that are skipped are no gap, others are one beside them") {
  table({"都道府県", "件数"}, {{"鳥取県", "3"}});
  publication.tables.front().add_row({"島根県", "4"}, 5);
  publication.sources.front().skipped = {{3, 4}, {8, 9}};
  Checking again = *this;
  again.publication.tables.front().add_row({"岡山県", "4"}, 8);
  run();
  again.run();
  CHECK(said("readable.gap") == 0);
  CHECK(again.finding("readable.gap").place.row == 8);
}

TEST_CASE_FIXTURE(Readability, "figures that a sheet keeps as texts are a note at the first") {
  table({"都道府県", "件数"}, {{"鳥取県", "3"}, {"島根県", "4"}});
  publication.tables.front().set_text_numbers(1, {7, 2});
  run();
  CHECK(said("readable.text_number") == 0);
  publication.tables.front().set_text_numbers(2, {1, 3});
  findings.clear();
  check(publication, areas, measured, findings);
  CHECK(finding("readable.text_number").place == Place{"raw/counts.csv", 3, 2});
}

TEST_CASE_FIXTURE(Readability,
                  "another table in rows that are not read is a note where it begins") {
  table({"都道府県", "件数"}, {{"鳥取県", "3"}});
  publication.tables.front().add_other_table(9);
  run();
  CHECK(finding("readable.other_table").place == Place{"raw/counts.csv", 9, 0});
}

TEST_CASE_FIXTURE(Readability, "headings that come again are more than one table") {
  table({"都道府県", "件数"}, {{"鳥取県", "3"}, {"都道府県", "件数"}, {"島根県", "4"}});
  run();
  CHECK(finding("readable.tables").place == Place{"raw/counts.csv", 3, 1});
}

TEST_CASE_FIXTURE(Readability, "a table of plain names and digits has nothing to be said") {
  table({"都道府県", "件数"}, {{"鳥取県", "3"}, {"島根県", "-"}});
  run();
  for (const Finding& each : findings) CHECK_FALSE(each.code.starts_with("readable."));
}

TEST_CASE_FIXTURE(Readability, "①②③ are no odd letters where reports name their group by them") {
  table({"都道府県", "件数", "区分"}, {{"鳥取県", "3", "①"}});
  publication.sources.front().report = ReportForm{.group = "区分"};
  run();
  CHECK(said("readable.letters") == 0);
}

TEST_CASE_FIXTURE(Readability,
                  "parts that are left out because the row above has them are a note") {
  table({"都道府県", "件数", "区分"},
        {{"鳥取県", "3", "訪問"}, {"島根県", "4", ""}, {"合計", "7", ""}});
  publication.sources.front().breakdown = {{"kind", "区分"}};
  publication.sources.front().total_row = RowRule{"都道府県", {"合計"}};
  run();
  CHECK(finding("readable.left_out").place == Place{"raw/counts.csv", 3, 3});
  CHECK(finding("readable.left_out").message.en.starts_with("1 names are left out"));
}

TEST_CASE_FIXTURE(Readability,
                  "a total without a town, and the first row of a prefecture, leave out no name") {
  table({"県", "市区町村", "件数"}, {{"鳥取県", "米子市", "3"},
                                     {"島根県", "", "4"},
                                     {"島根県", "松江市", "4"},
                                     {"島根県", "", "4"}});
  Source& made = publication.sources.front();
  made.level = AreaLevel::municipality;
  made.prefecture_column = "県";
  made.area_column = "市区町村";
  run();
  CHECK(finding("readable.left_out").place == Place{"raw/counts.csv", 5, 2});
  CHECK(finding("readable.left_out").message.en.starts_with("1 names are left out"));
}
