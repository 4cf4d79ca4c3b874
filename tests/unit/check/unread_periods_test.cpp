#include "check/period_shape.h"
#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct UnreadPeriods : Checking {
  using Columns = std::vector<std::pair<std::string, std::string>>;

  /// A table with these headings behind the area, of which an unpivot reads some as periods.
  Source& months(std::vector<std::string> headings, const Columns& read,
                 std::vector<std::string_view> cells) {
    headings.insert(headings.begin(), "都道府県");
    cells.insert(cells.begin(), "鳥取県");
    Source& made = source("users", headings, {cells});
    Unpivot unpivot;
    unpivot.into = "period";
    unpivot.measure = "users";
    unpivot.columns = read;
    made.unpivots.push_back(unpivot);
    return made;
  }
};

const UnreadPeriods::Columns kTwo = {{"令和6年7月", "2024-07"}, {"令和6年8月", "2024-08"}};

}  // namespace

TEST_CASE_FIXTURE(
    UnreadPeriods,
    "a month beside those of an unpivot that nothing reads is a warning at its heading") {
  months({"令和6年7月", "令和6年8月", "令和6年9月"}, kTwo, {"1", "2", "3"});
  run();
  CHECK(said("period.unread") == 1);
  CHECK(finding("period.unread").place == Place{"raw/users.csv", 1, 4});
  CHECK(finding("period.unread").level == Level::warning);
}

TEST_CASE_FIXTURE(UnreadPeriods, "a year in which the months stand is no month") {
  months({"令和6年7月", "令和6年8月", "令和6年度", "計"}, kTwo, {"1", "2", "3", "3"});
  run();
  CHECK(said("period.unread") == 0);
}

TEST_CASE_FIXTURE(UnreadPeriods, "a month that has no figure yet is none that is missed") {
  months({"令和6年7月", "令和6年8月", "令和6年9月"}, kTwo, {"1", "2", ""});
  run();
  CHECK(said("period.unread") == 0);
}

TEST_CASE_FIXTURE(UnreadPeriods, "a month that another source reads from the table is read") {
  months({"令和6年7月", "令和6年8月", "令和6年9月"}, kTwo, {"1", "2", "3"});
  Source other = publication.sources[0];
  other.id = "newer";
  other.unpivots[0].columns = {{"令和6年9月", "2024-09"}};
  publication.sources.push_back(other);
  publication.tables.push_back(publication.tables[0]);
  run();
  CHECK(said("period.unread") == 0);
}

TEST_CASE_FIXTURE(UnreadPeriods, "a month that none of a table's sources reads is told once") {
  months({"令和6年7月", "令和6年8月", "令和6年9月"}, {kTwo[0]}, {"1", "2", "3"});
  Source other = publication.sources[0];
  other.id = "newer";
  other.unpivots[0].columns = {kTwo[1]};
  publication.sources.push_back(other);
  publication.tables.push_back(publication.tables[0]);
  run();
  CHECK(said("period.unread") == 1);
}

TEST_CASE_FIXTURE(UnreadPeriods, "the warning can be turned off") {
  months({"令和6年7月", "令和6年8月", "令和6年9月"}, kTwo, {"1", "2", "3"}).check_levels = {
      {"period.unread", "off", {}, {}}};
  run();
  CHECK(said("period.unread") == 0);
}

TEST_CASE("headings of the same figures at other times have one shape") {
  const auto alike = [](std::string_view a, std::string_view b) {
    return period_shape(a) && period_shape(a) == period_shape(b);
  };
  CHECK(alike("7月", "１０月"));
  CHECK(alike("令和元年度", "R2年度"));
  CHECK(alike("2023", "2024"));
  CHECK(alike("設置済_2024-07", "設置済_2024-08"));
  CHECK(alike("令和5年度／件数", "令和6年度／件数"));
  CHECK(alike("令和6年3月末累計", "令和6年9月末累計"));
}

TEST_CASE("headings of other figures have other shapes") {
  CHECK(period_shape("令和5年度／件数") != period_shape("令和5年度／金額"));
  CHECK(period_shape("65歳以上_2024") != period_shape("75歳以上_2024"));
  CHECK(period_shape("令和6年度") != period_shape("令和6年4月"));
  for (const char* heading : {"要介護1", "65歳以上", "第1号被保険者", "計"})
    CHECK_FALSE(period_shape(heading));
}
