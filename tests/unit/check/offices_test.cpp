#include "check/offices.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct OfficeTable : Checking {
  void office(std::string_view prefecture, std::string_view number) {
    Source& made =
        source("offices", {"都道府県", "事業所番号", "件数"}, {{prefecture, number, "1"}});
    made.measures = {{"cases", "件数"}};
    made.office_column = "事業所番号";
    count("cases", "cases");
    run();
  }
};

}  // namespace

TEST_CASE_FIXTURE(OfficeTable, "a sound office number of the row's prefecture is silent") {
  office("鳥取県", "3170200012");
  CHECK(said("office.number") + said("office.digit") + said("office.prefecture") == 0);
}

TEST_CASE_FIXTURE(OfficeTable, "a wrong check digit is a warning that says the right one") {
  office("鳥取県", "3170200013");
  CHECK(finding("office.digit").place == Place{"raw/offices.csv", 2, 2});
  CHECK(finding("office.digit").message.en.find("should be 2") != std::string::npos);
}

TEST_CASE_FIXTURE(OfficeTable, "nine digits may have lost their leading zero") {
  office("鳥取県", "170200012");
  CHECK(finding("office.number").message.en.find("leading zero") != std::string::npos);
}

TEST_CASE_FIXTURE(OfficeTable, "an office of another prefecture is a warning at its cell") {
  office("島根県", "3170200012");
  CHECK(finding("office.prefecture").place == Place{"raw/offices.csv", 2, 2});
}

TEST_CASE_FIXTURE(OfficeTable, "full-width digits are digits") {
  office("鳥取県", "３１７０２０００１２");
  CHECK(said("office.number") + said("office.digit") == 0);
}

TEST_CASE_FIXTURE(OfficeTable, "a test entry is a note") {
  office("鳥取県", "0000000000");
  CHECK(finding("office.test").level == Level::note);
}

TEST_CASE_FIXTURE(OfficeTable,
                  "of a test entry among effect reports it is said that it is left out") {
  source("offices", {"都道府県", "事業所番号"}, {{"鳥取県", "0000000000"}}).office_column =
      "事業所番号";
  publication.sources.front().report = ReportForm{};
  run();
  CHECK(finding("office.test").message.en == "0000000000 is a test entry; it is not counted");
}
