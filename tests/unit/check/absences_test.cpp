#include "check/absences.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

/// Ten prefectures, and ten towns in the first of them, 県0.
struct Absences : Checking {
  std::vector<std::string> names, towns;

  Absences() {
    areas = Areas();
    for (int each = 0; each < 10; ++each) {
      names.push_back("県" + std::to_string(each));
      const int made = add_area(areas, std::to_string(900000 + each), names.back(), Areas::nation);
      if (each == 0)
        for (int town = 0; town < 10; ++town) {
          towns.push_back("町" + std::to_string(town));
          add_area(areas, std::to_string(800000 + town), towns.back(), made);
        }
    }
  }

  /// A table of all prefectures in both parts.
  Table& of_parts() {
    Source& made = source("parts", {"都道府県", "区分", "人数"}, {});
    made.measures = {{"people", "人数"}};
    made.breakdown = {{"sex", "区分"}};
    count("people", "people");
    int line = 1;
    for (const std::string& name : names)
      for (const std::string_view part : {"男", "女"})
        publication.tables[0].add_row(Cells{name, part, "5"}, ++line);
    return publication.tables[0];
  }

  void of_towns(std::size_t how_many) {
    Source& made = cities("towns", {"市区町村", "人数"}, {});
    made.measures = {{"people", "人数"}};
    count("people", "people");
    int line = 1;
    for (std::size_t at = 0; at < how_many; ++at)
      publication.tables[0].add_row(Cells{towns[at], "5"}, ++line);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Absences, "a prefecture's publication may have a table of itself alone") {
  publication.prefecture = names[0];
  source("own", {"都道府県", "人数"}, {{names[0], "5"}}).measures = {{"people", "人数"}};
  run();
  CHECK(said("area.missing") == 0);
}

TEST_CASE_FIXTURE(Absences, "a table of a prefecture's towns that lacks one is a warning") {
  of_towns(9);
  run();
  CHECK(finding("area.missing").place == Place{"raw/towns.csv", 1, 1});
  CHECK(
      finding("area.missing").message.en.starts_with("no row for 県0町9 (1 of 10 municipalities)"));
}

TEST_CASE_FIXTURE(Absences, "a table of some towns was never meant to hold all") {
  of_towns(7);
  run();
  CHECK(said("area.missing") == 0);
}

TEST_CASE_FIXTURE(Absences, "a list above a bound may lack towns") {
  of_towns(9);
  publication.sources[0].lists_at_least = Decimal{20, 0};
  run();
  CHECK(said("area.missing") == 0);
}

TEST_CASE_FIXTURE(Absences, "a source without a file lacks no prefectures") {
  source("others", {"都道府県", "人数"}, {}).measures = {{"people", "人数"}};
  publication.sources[0].file.clear();  // as of an optional source that is not there
  count("people", "people");
  run();
  CHECK(said("area.missing") == 0);
}

TEST_CASE_FIXTURE(Absences, "a town that was not understood is not missing as well") {
  of_towns(9);
  publication.tables[0].add_row(Cells{"丁9", "5"}, 11);
  run();
  CHECK(said("area.missing") == 0);
}

TEST_CASE_FIXTURE(Absences, "a table with all parts of all areas lacks none") {
  of_parts();
  run();
  CHECK(findings.empty());
}

TEST_CASE_FIXTURE(Absences, "a part that only one area lacks is a warning that names both") {
  of_parts().replace(5, 0, "県9");  // a second 女 of 県9 instead of that of 県2
  run();
  CHECK(finding("area.missing")
            .message.en.starts_with(
                "rows that the other areas have are missing: 1 (県2 2024-09 女)"));
}

TEST_CASE_FIXTURE(Absences, "a code that no other area has is a warning at its cell") {
  of_parts().replace(4, 1, "男性");
  run();
  CHECK(finding("part.unknown").place == Place{"raw/parts.csv", 6, 2});
  CHECK(finding("part.unknown").message.en.find("県2 lacks \"男\"") != std::string::npos);
  CHECK(said("area.missing") == 0);
}

TEST_CASE_FIXTURE(Absences, "a complete source may leave parts out") {
  of_parts().replace(5, 0, "県9");
  publication.sources[0].complete = true;
  run();
  CHECK(said("area.missing") == 0);
}

namespace {

struct Joined : Absences {
  Joined() {
    Area joined;
    joined.name = "広域連合";
    joined.parent = areas.by_code("900000");
    joined.level = AreaLevel::municipal_union;
    joined.members = {"町8", "町9"};
    areas.add(joined);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Joined, "the row of a union stands for its members in each of its parts") {
  Source& made = cities("towns", {"市区町村", "区分", "人数"}, {});
  made.measures = {{"people", "人数"}};
  made.breakdown = {{"sex", "区分"}};
  count("people", "people");
  int line = 1;
  for (const std::string_view part : {"男", "女"}) {
    const std::size_t listed = part == "男" ? 10 : 8;
    for (std::size_t at = 0; at < listed; ++at)
      publication.tables[0].add_row(Cells{towns[at], part, "5"}, ++line);
  }
  publication.tables[0].add_row(Cells{"広域連合", "女", "9"}, ++line);
  run();
  CHECK(said("area.missing") == 0);
}

TEST_CASE_FIXTURE(Joined, "the row of a union stands for its members") {
  of_towns(8);
  publication.tables[0].add_row(Cells{"広域連合", "9"}, 10);
  run();
  CHECK(said("area.missing") == 0);
}
