#include "model/area.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

Areas areas() {
  Areas made;
  Area tottori;
  tottori.code = "310000";
  tottori.name = "鳥取県";
  tottori.level = AreaLevel::prefecture;
  tottori.parent = Areas::nation;
  const int prefecture = made.add(tottori);
  Area yonago;
  yonago.code = "312029";
  yonago.name = "米子市";
  yonago.parent = prefecture;
  made.add(yonago);
  Area union_area;
  union_area.name = "南部箕蚊屋広域連合";
  union_area.level = AreaLevel::municipal_union;
  union_area.parent = prefecture;
  made.add(union_area);
  return made;
}

}  // namespace

TEST_CASE("the nation is there from the beginning") {
  const Areas made;
  CHECK(made.by_code("000000") == Areas::nation);
  CHECK(made.path(Areas::nation) == "");
}

TEST_CASE("addresses hold the prefecture and the six digits") {
  const Areas made = areas();
  CHECK(made.path(made.by_code("310000")) == "areas/31/");
  CHECK(made.path(made.by_code("312029")) == "areas/31/312029/");
}

TEST_CASE("a name is found below its own prefecture only") {
  Areas made = areas();
  CHECK(made.by_name(1, "米子市") == 2);
  CHECK(made.by_name(Areas::nation, "米子市") == Areas::none);
}

TEST_CASE("a variant is no official name") {
  Areas made = areas();
  made.add_variant(2, "米子巿");
  CHECK(made.by_variant(1, "米子巿") == 2);
  CHECK(made.by_name(1, "米子巿") == Areas::none);
}

TEST_CASE("a union is found by name but is no child and has no page") {
  const Areas made = areas();
  const int id = made.by_name(1, "南部箕蚊屋広域連合");
  REQUIRE(id != Areas::none);
  CHECK(made.children(1).size() == 1);
  CHECK_FALSE(made.has_page(id));
}
