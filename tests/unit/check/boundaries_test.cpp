#include "check/boundaries.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

/// A source of shapes; of each area its code alone is looked at.
struct BoundaryFile : Checking {
  BoundaryFile() {
    Area city;
    city.code = "321005";
    city.name = "宍道市";
    city.parent = area("320005");
    city.designated_city = true;
    const int id = areas.add(city);
    areas.add_ward({"321010", "北区", "きたく", id});
    areas.add_change({"2024-01-01",
                      "区再編",
                      "321028",
                      "島根県宍道市東区",
                      "321010",
                      "島根県宍道市北区",
                      "ひがしく",
                      {}});
    source("borders", {"x"}, {});
  }

  void with(std::initializer_list<const char*> codes) {
    Boundaries file;
    file.source = 0;
    for (const char* code : codes) file.shapes.push_back({code, {}, {}});
    publication.boundaries = {file};
    const Findings earlier;
    check_boundaries({publication, areas, measured, findings, earlier});
  }
};

}  // namespace

TEST_CASE("a prefecture's publication is owed the shapes of its own towns alone") {
  BoundaryFile made;
  made.publication.prefecture = "鳥取県";
  made.with({"312011", "312029"});
  CHECK(made.said("boundary.missing") == 1);
  CHECK(made.finding("boundary.missing").message.en.ends_with("table only: 鳥取県境港市"));
}

TEST_CASE("a prefecture's publication with its own outline misses no other prefecture") {
  BoundaryFile made;
  made.publication.prefecture = "鳥取県";
  made.with({"31"});
  CHECK(made.said("boundary.missing") == 0);
}

TEST_CASE("a publication of the nation is owed the shapes of all towns") {
  BoundaryFile made;
  made.with({"312011"});
  CHECK(made.finding("boundary.missing").message.en.find("5 areas") != std::string::npos);
}

TEST_CASE("wards in place of their city are told with the city's code, once") {
  BoundaryFile made;
  made.with({"312011", "312029", "312045", "322016", "322024", "32101", "321028"});
  CHECK(made.said("boundary.unknown") == 0);
  CHECK(made.said("boundary.missing") == 0);
  CHECK(made.finding("boundary.wards").level == Level::warning);
  CHECK(made.finding("boundary.wards").message.ja.find("宍道市 (321005)") != std::string::npos);
}

TEST_CASE("wards beside the shape of their city are merely not drawn") {
  BoundaryFile made;
  made.with({"312011", "312029", "312045", "322016", "322024", "321005", "321010"});
  CHECK(made.findings.size() == 1);
  CHECK(made.finding("boundary.wards").level == Level::note);
}
