#include "protect/late_reports.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace yokoten;

namespace {

struct BothShown {
  std::string breakdown;
  std::int64_t then = 0, now = 0;  ///< offices; 0: not shown
  std::int64_t better_then = 0, better_now = 0;
};

/// One prefecture, one indicator, 2025年度: what is refused of figures that a release has shown
/// with other numbers of offices.
Findings refused(const std::vector<BothShown>& figures,
                 IndicatorKind kind = IndicatorKind::outcome) {
  Areas areas;
  Area area;
  area.code = "310000";
  area.name = "鳥取県";
  area.parent = Areas::nation;
  const int tottori = areas.add(area);
  Publication publication;
  publication.folder = "p";
  publication.indicators.resize(1);
  publication.indicators[0].id = "overtime";
  publication.indicators[0].title = "残業時間";
  publication.indicators[0].kind = kind;
  publication.releases.push_back({"releases/2026-03-31.csv", "2026-03-31", true});
  Measured measured;
  const int year = measured.cube.period_id(*parse_period("2025FY"));
  for (const BothShown& each : figures) {
    Observation now{.area = tottori, .period = year};
    now.breakdown = measured.cube.breakdown_id(each.breakdown);
    if (each.now > 0) {
      now.numerator = Decimal{each.better_now, 0};
      now.denominator = Decimal{each.now, 0};
    } else {
      now.missing = Missing::suppressed;
    }
    measured.cube.add(now);
    ReleasedFigure then{"overtime", "310000", "2025FY", each.breakdown, {}, {}, each.then == 0};
    if (each.then > 0) {
      then.numerator = Decimal{each.better_then, 0};
      then.denominator = Decimal{each.then, 0};
    }
    publication.released.push_back(then);
  }
  Findings findings;
  refuse_told_late_reports(publication, areas, measured, 3, findings);
  return findings;
}

}  // namespace

TEST_CASE("one office more than in a release is refused, and so are two; three are not") {
  CHECK(refused({{"", 40, 40}}).empty());
  CHECK(refused({{"", 40, 41}}).size() == 1);
  CHECK(refused({{"", 40, 42}}).size() == 1);
  CHECK(refused({{"", 40, 43}}).empty());
}

TEST_CASE("one office less than in a release is refused") {
  CHECK(refused({{"", 40, 39}}).size() == 1);
}

TEST_CASE("what a release hid, and what is hidden now, tells nothing by itself") {
  CHECK(refused({{"", 0, 5}}).empty());
  CHECK(refused({{"", 5, 0}}).empty());
}

TEST_CASE("services that show are subtracted from the whole; what is left counts") {
  CHECK(refused({{"", 40, 44}, {"service=a", 20, 23}, {"service=b", 0, 3}}).size() == 1);
  CHECK(refused({{"", 40, 44}, {"service=a", 20, 24}, {"service=b", 16, 16}}).empty());
  CHECK(refused({{"", 40, 46}, {"service=a", 20, 23}, {"service=b", 16, 19}}).empty());
}

TEST_CASE("programmes overlap: each is subtracted from the whole by itself") {
  CHECK(refused({{"", 40, 44}, {"programme=a", 20, 24}, {"programme=b", 20, 24}}).empty());
  CHECK(refused({{"", 40, 44}, {"programme=a", 20, 23}}).size() == 1);
}

TEST_CASE("group ② is subtracted from ①, which holds it, and ① not from ②") {
  CHECK(refused({{"group=①", 40, 47}, {"group=②", 20, 25}}).size() == 1);
  CHECK(refused({{"group=①", 40, 47}, {"group=②", 20, 24}}).empty());
}

TEST_CASE("shares tell of up to nine offices where all do better, or none") {
  const auto share = IndicatorKind::share_of_units;
  CHECK(refused({{"", 40, 45, 20, 25}}, share).size() == 1);
  CHECK(refused({{"", 40, 45, 20, 20}}, share).size() == 1);
  CHECK(refused({{"", 40, 45, 20, 23}}, share).empty());
  CHECK(refused({{"", 40, 50, 20, 30}}, share).empty());
}

TEST_CASE("counts of other kinds are not looked at") {
  CHECK(refused({{"", 40, 41}}, IndicatorKind::count).empty());
}

TEST_CASE("the error stands at the release and names the figures, twelve at most") {
  std::vector<BothShown> figures = {{"", 40, 41}};
  for (char service = 'a'; service <= 'm'; ++service)
    figures.push_back({std::string("service=") + service, 4, 5});
  const Findings found = refused(figures);
  REQUIRE(found.size() == 1);
  const std::string said = to_line(found[0], Language::en);
  CHECK(said.starts_with(
      "p/releases/2026-03-31.csv: error disclosure.late_reports overtime (2025FY): "));
  CHECK(said.find("鳥取県: 1 more, 2 short; 鳥取県 service=a: 1 more, 2 short; ") != said.npos);
  CHECK(said.find("service=k: 1 more, 2 short; 2 more. ") != said.npos);
  CHECK(said.find("service=l") == said.npos);
}

TEST_CASE("the error says which sum is too small where the figure itself is not") {
  const auto said = [](const std::vector<BothShown>& figures) {
    return refused(figures).at(0).message.ja;
  };
  CHECK(said({{"", 40, 44}, {"service=a", 20, 23}, {"service=b", 0, 3}})
            .find("鳥取県から出ているすべてのserviceを引いた残りは1件増（あと2件）") !=
        std::string::npos);
  CHECK(said({{"group=①", 40, 47}, {"group=②", 20, 25}})
            .find("鳥取県 group=①からgroup=②を引いた残りは2件増（あと1件）") != std::string::npos);
  CHECK(said({{"", 40, 39}}).find("鳥取県は1件減（あと2件）") != std::string::npos);
}

TEST_CASE("a corrected value that was left out is told as what it is") {
  CHECK(refused({{"", 40, 41}}).at(0).message.ja.find("除いていた値を直したときも同じ") !=
        std::string::npos);
}
