#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct CareLevels : Checking {
  Source& people(std::initializer_list<Cells> rows) {
    Source& made = source("people", {"都道府県", "区分", "人"}, rows);
    made.breakdown = {{"care", "区分"}};
    made.measures = {{"people", "人"}};
    count("people", "people");
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(CareLevels, "a part that differs by the width of a letter alone is an error") {
  people({{"鳥取県", "要介護1", "3"},
          {"鳥取県", "要介護2", "4"},
          {"島根県", "要介護１", "5"},
          {"島根県", "要介護2", "6"}});
  run();
  CHECK(said("part.width") == 1);
  CHECK(finding("part.width").place == Place{"raw/people.csv", 4, 2});
  CHECK(finding("part.width").message.en.find("differs from \"要介護1\"") != std::string::npos);
}

TEST_CASE_FIXTURE(CareLevels, "of two ways to write a part the rarer one is told") {
  people({{"鳥取県", "要介護 1", "3"}, {"島根県", "要介護1", "5"}, {"松江市", "要介護1", "5"}});
  run();
  CHECK(finding("part.width").place == Place{"raw/people.csv", 2, 2});
}

TEST_CASE_FIXTURE(CareLevels, "two sources may write a part each in its own way") {
  people({{"鳥取県", "要介護1", "3"}});
  Source& other = source("others", {"都道府県", "区分", "人"}, {{"鳥取県", "要介護１", "3"}});
  other.breakdown = {{"care", "区分"}};
  other.measures = {{"others", "人"}};
  run();
  CHECK(said("part.width") == 0);
}

TEST_CASE_FIXTURE(CareLevels, "parts that may be one are no error where the source says so") {
  Source& made = people({{"鳥取県", "要介護1", "3"}, {"島根県", "要介護１", "5"}});
  made.check_levels = {{"part.width", "off", "別の区分", {}}};
  run();
  CHECK(said("part.width") == 0);
}
