#include "publish/search_index.h"
#include "publish/word_readings.h"

#include <doctest/doctest.h>

#include "publish/assets.h"

using namespace yokoten;

namespace {

Areas small_country() {
  Areas areas;
  const int prefecture = areas.add({.code = "310000",
                                    .name = "鳥取県",
                                    .reading = "とっとりけん",
                                    .level = AreaLevel::prefecture,
                                    .parent = Areas::nation});
  Area city{.code = "312029", .name = "米子市", .reading = "よなごし", .parent = prefecture};
  city.designated_city = true;
  const int yonago = areas.add(city);
  areas.add_variant(yonago, "米児市");
  areas.add_ward({"312037", "北区", "きたく", yonago});
  areas.add_change(
      {"2014-01-01", "編入", "313009", "鳥取県旧村", "312029", "鳥取県米子市", "きゅうむら"});
  areas.add_change({"2014-01-01", "区再編", "312045", "鳥取県米子市北区", "312037",
                    "鳥取県米子市北区", "きたく"});
  areas.add_change({"2014-01-01", "区再編", "312053", "鳥取県米子市中区", "312037",
                    "鳥取県米子市北区", "なかく"});
  areas.add_change({"2014-01-01", "区再編", "312053", "鳥取県米子市中区", "312037",
                    "鳥取県米子市北区", "なかく"});
  return areas;
}

const auto every = [](int) { return true; };
const auto no_page = [](int) { return false; };

}  // namespace

TEST_CASE("the index of areas has a line a municipality with reading and Hepburn and spellings") {
  CHECK(areas_script(small_country(), every) ==
        "yokotenSearch.areas([\n"
        "[\"31\",\"鳥取県\",\"とっとりけん\",\"Tottori-ken\",1,\"202 米子市 よなごし Yonago-shi * "
        "=米児市\"],\n]);\n");
}

TEST_CASE("a town that reads like another of its prefecture says in the index where it lies") {
  Areas areas;
  const int prefecture = areas.add({.code = "010006",
                                    .name = "北海道",
                                    .reading = "ほっかいどう",
                                    .level = AreaLevel::prefecture,
                                    .parent = Areas::nation});
  areas.add({.code = "013617", .name = "江差町", .reading = "えさしちょう", .parent = prefecture});
  CHECK(areas_script(areas, every).find("361 江差町 えさしちょう Esashi-cho @Hiyama\"") !=
        std::string::npos);
}

TEST_CASE("areas without a page are in no index") {
  CHECK(areas_script(small_country(), no_page) == "yokotenSearch.areas([\n]);\n");
  CHECK(more_script(small_country(), no_page, {}) ==
        "yokotenSearch.more({places:[\n],entries:[\n]});\n");
}

TEST_CASE("former names and wards lead to the area of today, each once and without its city") {
  CHECK(more_script(small_country(), every, {}) ==
        "yokotenSearch.more({places:[\n"
        "[\"旧村\",\"きゅうむら\",\"Kyu-mura\",\"313009\",\"areas/31/312029/\",1],\n"
        "[\"中区\",\"なかく\",\"Naka-ku\",\"312053\",\"areas/31/312029/\",2],\n"
        "[\"北区\",\"きたく\",\"Kita-ku\",\"312037\",\"areas/31/312029/\",0],\n"
        "],entries:[\n]});\n");
}

TEST_CASE("texts are escaped for a script") {
  const std::string script =
      more_script(Areas(), every,
                  {{SearchKind::centre, "<a> & \"b\"", "", "areas/31/#office", {"x", "y"}, "ア"}});
  CHECK(script ==
        "yokotenSearch.more({places:[\n],entries:[\n"
        "[\"centre\",\"\\u003ca\\u003e \\u0026 \\\"b\\\"\",\"\",\"areas/31/#office\",\"x y\","
        "\"ア\"],\n]});\n");
}

TEST_CASE("a bundle goes out under a name with its hash") {
  MemoryDisk disk;
  disk.tree["home/build/browser/search.js"] = "go();";
  Findings findings;
  const Asset asset = bundle_asset(disk, "home", "search", findings);
  CHECK(findings.empty());
  CHECK(asset.path.starts_with("assets/search."));
  CHECK(asset.bytes == "go();");
}

TEST_CASE("a bundle that was not made says what to run") {
  MemoryDisk disk;
  Findings findings;
  bundle_asset(disk, "home", "search", findings);
  REQUIRE(findings.size() == 1);
  CHECK(to_line(findings[0], Language::en) ==
        "home/build/browser/search.js: error script.missing not made yet; run "
        "scripts/browser-packages in the program's folder");
}

TEST_CASE("words are read one by one, marks of the text left out") {
  const WordReadings readings;
  REQUIRE(readings.is_there());
  CHECK(readings.of("利用申請率") == "リヨウ シンセイ リツ");
  CHECK(readings.of("離職率（年間）") == "リショク リツ ネンカン");
  CHECK(readings.of("ICTと腰痛") == "ICT ト ヨウツウ");
  CHECK(readings.of("").empty());
}

TEST_CASE("the charts of the page for comparing go out as one script that hands them over") {
  Findings findings;
  const Asset asset = dataflows_asset({{"compare/distribution.json", "{\"a\":1}\n"},
                                       {"compare/histogram.json", "{\"b\":2}\n"},
                                       {"compare/scatter.json", "{\"c\":3}\n"}},
                                      findings);
  CHECK(findings.empty());
  CHECK(asset.path.starts_with("assets/compare-dataflows."));
  CHECK(asset.bytes ==
        "yokotenCompare.dataflows({\"distribution\":{\"a\":1}\n,\"histogram\":{\"b\":2}\n,"
        "\"scatter\":{\"c\":3}\n});\n");
}

TEST_CASE("a chart of the page for comparing that is missing is named") {
  Findings findings;
  dataflows_asset({}, findings);
  REQUIRE(findings.size() == 3);
  CHECK(to_line(findings[0], Language::en) ==
        "templates/compare/distribution.json: error template.missing "
        "templates/compare/distribution.json is missing");
}
