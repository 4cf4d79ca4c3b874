// What a name that is none may mean, and how that is told.
#include <doctest/doctest.h>

#include <string>

#include "measure/cell_words.h"
#include "measure/name_report.h"
#include "measure/resolve.h"
#include "unit/measure/small_country.h"

using namespace yokoten;

namespace {

Areas two_towns_called_fuchu() {
  Areas areas;
  const int hiroshima = add_area(areas, "340006", "広島県", Areas::nation);
  add_area(areas, "342084", "府中市", hiroshima);
  add_area(areas, "343021", "府中町", hiroshima, "安芸郡");
  return areas;
}

Resolution resolved_town(const Areas& areas, const std::string& cell) {
  Source source;
  source.level = AreaLevel::municipality;
  return resolve_area(areas, source, {}, cell);
}

}  // namespace

TEST_CASE("a county in front says which of two towns is meant by half a name") {
  const Areas areas = two_towns_called_fuchu();
  const Resolution found = resolved_town(areas, "広島県安芸郡府中");
  REQUIRE_FALSE(found.candidates.empty());
  CHECK(areas.at(found.candidates.front()).name == "府中町");
}

TEST_CASE("a long cell that is no name is told by its beginning") {
  const Areas areas = two_towns_called_fuchu();
  const Finding finding =
      name_error(areas, resolved_town(areas, "広島県" + std::string(40'000, 'x')), {});
  CHECK(finding.code == "name.unknown");
  CHECK(finding.message.ja.size() < 500);
}

TEST_CASE("whether a cell names an area is told without looking for what it may mean") {
  const Areas areas = two_towns_called_fuchu();
  Source source;
  source.level = AreaLevel::municipality;
  CHECK(named_area(areas, source, {}, "広島県府中町") == areas.by_code("343021"));
  CHECK(named_area(areas, source, {}, "広島県府中") == Areas::none);
}

TEST_CASE("of a long cell that is no period the beginning is told") {
  CHECK(period_wanted(std::string(40'000, 'x')).ja.size() < 600);
}
