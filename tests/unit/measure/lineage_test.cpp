#include "measure/lineage.h"

#include "unit/measure/measuring.h"

using namespace yokoten;

namespace {

struct Tracing : Measuring {
  Lineage of(const Observation& seen) { return lineage_of(publication, areas, measured, seen); }
};

}  // namespace

TEST_CASE_FIXTURE(Tracing, "a figure leads back to the cells of both its sides") {
  offices();
  percent("rate", "applications", "offices");
  measure();
  const Lineage lineage = of(at("320005"));
  REQUIRE(lineage.numerator.cells.size() == 1);
  REQUIRE(lineage.denominator.cells.size() == 1);
  CHECK(lineage.numerator.cells[0].text == "34");
  CHECK(lineage.numerator.cells[0].heading == "申請");
  CHECK(lineage.denominator.cells[0].text == "1,346");
  CHECK(lineage.denominator.cells[0].place.row == 3);
  CHECK(lineage.denominator.cells[0].place.column == 2);
  CHECK(lineage.sources == std::vector<int>{0});
}

TEST_CASE_FIXTURE(Tracing, "a sum of areas leads to the sources of the areas below") {
  offices();
  count("applications", "applications");
  measure();
  const Lineage lineage = of(at("000000"));
  CHECK(lineage.numerator.kind == LineageSide::Kind::areas);
  CHECK(lineage.numerator.areas == 2);
  CHECK(lineage.numerator.cells.empty());
  CHECK(lineage.sources == std::vector<int>{0});
}

TEST_CASE_FIXTURE(Tracing, "a prefecture's sum names the unions in it and leads to their cells") {
  Area joined;
  joined.name = "中海広域連合";
  joined.parent = area("310000");
  joined.level = AreaLevel::municipal_union;
  const int id = areas.add(joined);
  Source& made = cities("list", {"市区町村"}, {{"鳥取県米子市"}, {"鳥取県中海広域連合"}});
  made.kind = SourceKind::list;
  made.complete = true;
  count("listed", "listed");
  measure();
  const Lineage lineage = of(at("310000"));
  CHECK(lineage.numerator.kind == LineageSide::Kind::areas);
  CHECK(lineage.numerator.unions == std::vector<int>{id});
  REQUIRE(lineage.numerator.cells.size() == 1);
  CHECK(lineage.numerator.cells[0].place.row == 3);
}

TEST_CASE_FIXTURE(Tracing, "a sum of columns leads to each of them") {
  starts();
  count("bodies", "bodies");
  measure();
  const Lineage lineage = of(at("310000"));
  REQUIRE(lineage.numerator.cells.size() == 2);
  CHECK(lineage.numerator.cells[0].heading == "第一期");
  CHECK(lineage.numerator.cells[1].text == "3");
}

TEST_CASE_FIXTURE(Tracing, "a part leads to its own column alone") {
  starts();
  count("bodies", "bodies").by = Selection{"start", {"第一期", "第二期"}};
  measure();
  const Lineage lineage = of(at("310000", "start=第二期"));
  REQUIRE(lineage.numerator.cells.size() == 1);
  CHECK(lineage.numerator.cells[0].heading == "第二期");
}

TEST_CASE_FIXTURE(Tracing,
                  "the zero of an area that a complete source leaves out is told as such") {
  Source& made = source("desks", {"都道府県", "件数"}, {{"鳥取県", "2"}});
  made.measures = {{"desks", "件数"}};
  made.complete = true;
  count("desks", "desks");
  measure();
  const Lineage lineage = of(at("320005"));
  CHECK(lineage.numerator.kind == LineageSide::Kind::absent);
  CHECK(text(lineage.numerator.value) == "0");
}

TEST_CASE_FIXTURE(Tracing, "a missing figure names the source that could have told") {
  offices();
  listed_city();
  percent("rate", "applications", "offices");
  measure();
  const Lineage lineage = of(at("312029"));
  CHECK(lineage.numerator.cells.empty());
  CHECK(lineage.sources == std::vector<int>{0, 1});
}
