#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Lists : Checking {
  Lists() {
    Source& whole = source("whole", {"都道府県", "事業所", "申請"},
                           {{"鳥取県", "948", "234"}, {"島根県", "1346", "34"}});
    whole.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    percent("rate", "applications", "offices");
  }

  void list(std::string_view rate) {
    Source& made =
        cities("list", {"市区町村", "事業所", "申請", "率"}, {{"鳥取県境港市", "64", "20", rate}});
    made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    made.printed = {{"率", "applications", "offices", 1}};
    made.lists_at_least = Decimal{20, 0};
    made.lists_rate = "率";
  }

  void rest(std::int64_t above, std::int64_t below) {
    Remainder left;
    left.area = area("310000");
    left.period = measured.cube.period_id(*parse_period("2024-09"));
    left.listed = 4;
    left.unlisted = 15;
    left.numerator = Decimal{above, 0};
    left.denominator = Decimal{below, 0};
    measured.remainders.push_back(left);
    Observation& figure = observe("310000", "2024-09", {0, 2, 0});
    figure.denominator_origin.column = 1;
    figure.numerator = Decimal{234, 0};
    figure.denominator = Decimal{948, 0};
    keep();
  }
};

}  // namespace

TEST_CASE_FIXTURE(Lists, "a rest that reaches the bound of a list is a warning at its whole") {
  list("31.3");
  rest(119, 492);
  run();
  const Finding found = finding("list.bound");
  CHECK(found.level == Level::warning);
  CHECK(found.place == Place{"raw/whole.csv", 2, 3});
  CHECK(found.message.ja.find("鳥取県の残り15市区町村は 119/492 = 24.2%") == 0);
}

TEST_CASE_FIXTURE(Lists, "a rest that is printed as the bound breaks it too") {
  list("31.3");
  rest(1995, 10000);
  run();
  CHECK(said("list.bound") == 1);
}

TEST_CASE_FIXTURE(Lists, "a rest below the bound of a list is as it should be") {
  list("31.3");
  rest(98, 492);
  run();
  CHECK(said("list.bound") == 0);
}

TEST_CASE_FIXTURE(Lists, "a rest of another period says nothing on a list") {
  list("31.3");
  rest(119, 492);
  measured.remainders[0].period = measured.cube.period_id(*parse_period("2024-10"));
  run();
  CHECK(said("list.bound") == 0);
}

TEST_CASE_FIXTURE(Lists, "a listed area below the bound is an error at its rate") {
  list("19.9");
  run();
  CHECK(finding("list.below").place == Place{"raw/list.csv", 2, 4});
}

TEST_CASE_FIXTURE(Lists, "a listed area at the bound is as it should be") {
  list("20.0");
  run();
  CHECK(said("list.below") == 0);
}

TEST_CASE_FIXTURE(Lists, "municipalities above their prefecture are an error at its figure") {
  rest(-3, 492);
  Area tottori = areas.at(area("310000"));
  tottori.name_en = "Tottori";
  areas.rename(area("310000"), tottori);
  run();
  CHECK(finding("remainder.negative").place == Place{"raw/whole.csv", 2, 3});
  CHECK(finding("remainder.negative")
            .message.en.find("the 4 listed municipalities of Tottori Prefecture make 237, more "
                             "than its figure 234") == 0);
}

TEST_CASE_FIXTURE(Lists, "a denominator above its prefecture is an error at the denominator") {
  rest(3, -2);
  run();
  CHECK(finding("remainder.negative").place == Place{"raw/whole.csv", 2, 2});
}

TEST_CASE_FIXTURE(Lists, "a rest of zero is no error") {
  rest(0, 0);
  run();
  CHECK(said("remainder.negative") == 0);
}
