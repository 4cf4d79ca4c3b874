#include "check/good_practices.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Practices : Checking {
  GoodPractice& practice(const std::vector<std::string>& codes) {
    GoodPractice& made = publication.practices.emplace_back();
    made.place = {"c.md", 1, 1};
    made.area_place = {"c.md", 2, 1};
    for (const std::string& code : codes) {
      made.areas.push_back(code);
      made.area_places.push_back({"c.md", 3, static_cast<int>(made.areas.size())});
    }
    return made;
  }

  std::string codes() {
    run();
    std::string all;
    for (const Finding& each : findings)
      if (each.code.starts_with("case.")) all += (all.empty() ? "" : " ") + each.code.substr(5);
    return all;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Practices, "a case of an area that is there is silent") {
  practice({"312029"});
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Practices, "a case of the whole nation is silent") {
  practice({"000000"});
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Practices, "a case without an area is an error at the case") {
  practice({});
  CHECK(codes() == "area");
  CHECK(finding("case.area").place == Place{"c.md", 1, 1});
}

TEST_CASE_FIXTURE(Practices, "an area that does not exist is an error at its code") {
  practice({"312029", "999999"});
  CHECK(codes() == "area");
  CHECK(finding("case.area").place == Place{"c.md", 3, 2});
}

TEST_CASE_FIXTURE(Practices, "an area of another prefecture than the publication's is an error") {
  publication.prefecture = "鳥取県";
  practice({"312029", "320005"});
  CHECK(codes() == "area");
}

TEST_CASE_FIXTURE(Practices, "an effect of an indicator that does not exist is an error") {
  practice({"312029"}).effects = {{.indicator = "overtim"}};
  CHECK(codes() == "indicator");
}
