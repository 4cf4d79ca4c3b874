#include "read/areas.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "model/area_romaji.h"
#include "unit/project_folder.h"

using namespace yokoten;

namespace {

MemoryDisk small_country() {
  MemoryDisk disk;
  disk.tree["areas/prefectures.csv"] =
      "code,number,name,reading,short,name_en,region,tile_column,tile_row,narrow_column,narrow_"
      "row\n"
      "310000,31,鳥取県,とっとりけん,鳥取,Tottori,中国,5,9,2,5\n"
      "390003,39,高知県,こうちけん,高知,Kochi,四国,4,12,2,6\n";
  disk.tree["areas/municipalities.csv"] =
      "code,prefecture,county,name,reading,kind,designated\n"
      "312029,31,,米子市,よなごし,市,0\n"
      "394050,39,高岡郡,梼原町,ゆすはらちょう,町,0\n";
  disk.tree["areas/variants.csv"] = "prefecture,official,variant,kind\n39,梼原町,檮原町,字体\n";
  disk.tree["areas/hard_names.csv"] = "code,name\n394050,梼原町\n";
  disk.tree["areas/unions.csv"] =
      "prefecture,name,reading,kind,members\n31,米子広域連合,よなご,広域連合,米子市\n";
  disk.tree["areas/changes.csv"] =
      "date,kind,old_code,old_name,new_code,new_name,old_reading\n"
      "2014-01-01,市制施行,312011,鳥取県旧村,312029,鳥取県米子市,きゅうそん\n";
  disk.tree["areas/word_breaks.csv"] = "code,name,reading,reason\n312029,米子市,よな|ごし,米と子\n";
  disk.tree["areas/romaji.csv"] = "code,name,romaji,reason\n";
  disk.tree["areas/wards.csv"] = "code,city,name,reading\n";
  return disk;
}

std::string only(MemoryDisk disk) {
  Findings findings;
  CHECK_FALSE(read_areas(disk, "areas", findings));
  return findings.empty() ? "" : to_line(findings[0], Language::en);
}

MemoryDisk areas_with(const std::string& file, const std::string& bytes) {
  MemoryDisk disk = small_country();
  disk.tree["areas/" + file] = bytes;
  return disk;
}

}  // namespace

TEST_CASE("areas are read with their parents and names and variants") {
  MemoryDisk disk = small_country();
  Findings findings;
  const auto areas = read_areas(disk, "areas", findings);
  REQUIRE(areas);
  CHECK(findings.empty());
  const int town = areas->by_code("394050");
  REQUIRE(town != Areas::none);
  CHECK(areas->at(town).county == "高岡郡");
  CHECK(areas->at(areas->at(town).parent).name == "高知県");
  CHECK(areas->by_variant(areas->at(town).parent, "檮原町") == town);
}

TEST_CASE("unions come last and know their members") {
  MemoryDisk disk = small_country();
  Findings findings;
  const auto areas = read_areas(disk, "areas", findings);
  REQUIRE(areas);
  const Area& last = areas->at(areas->size() - 1);
  CHECK(last.level == AreaLevel::municipal_union);
  CHECK(last.members == std::vector<std::string>{"米子市"});
}

TEST_CASE("changes of municipalities are kept") {
  MemoryDisk disk = small_country();
  Findings findings;
  const auto areas = read_areas(disk, "areas", findings);
  REQUIRE(areas);
  REQUIRE(areas->changes().size() == 1);
  CHECK(areas->changes()[0].new_code == "312029");
  CHECK(areas->changes()[0].old_reading == "きゅうそん");
}

TEST_CASE("a reading of two words is known with its code") {
  MemoryDisk disk = small_country();
  Findings findings;
  const auto areas = read_areas(disk, "areas", findings);
  REQUIRE(areas);
  CHECK(areas->at(areas->by_code("312029")).parted_reading == "よな|ごし");
}

TEST_CASE("a parted reading that is not the name's own is an error") {
  CHECK(only(areas_with("word_breaks.csv",
                        "code,name,reading,reason\n312029,米子市,よね|ごし,米と子\n")) ==
        "areas/word_breaks.csv:2:3: error areas.break code, name or reading are not those of "
        "municipalities.csv, or there is no | in it");
}

TEST_CASE("a name in Latin letters of a municipality that there is not is an error") {
  CHECK(
      only(areas_with("romaji.csv", "code,name,romaji,reason\n312029,倉吉市,Kurayoshi-shi,so\n")) ==
      "areas/romaji.csv:2:1: error areas.romaji there is no municipality of this name and code");
}

TEST_CASE("a ward of a city that is not designated is an error") {
  CHECK(only(areas_with("wards.csv", "code,city,name,reading\n312037,312029,北区,きたく\n")) ==
        "areas/wards.csv:2:2: error areas.ward no designated city has this code");
}

TEST_CASE("a code with a wrong check digit is an error") {
  CHECK(only(areas_with("municipalities.csv",
                        "code,prefecture,county,name,reading,kind,designated\n"
                        "312028,31,,米子市,よなごし,市,0\n")) ==
        "areas/municipalities.csv:2:1: error areas.code no six-digit code with its check digit: "
        "312028");
}

TEST_CASE("a municipality of no prefecture is an error") {
  CHECK(
      only(areas_with("municipalities.csv",
                      "code,prefecture,county,name,reading,kind,designated\n"
                      "312029,32,,米子市,よなごし,市,0\n")) ==
      "areas/municipalities.csv:2:2: error areas.prefecture there is no prefecture of this number");
}

TEST_CASE("a variant of a name that is not official is an error") {
  CHECK(only(areas_with("variants.csv",
                        "prefecture,official,variant,kind\n39,梶原町,檮原町,字体\n")) ==
        "areas/variants.csv:2:2: error areas.variant there is no municipality of this name");
}

TEST_CASE("a name that is hard to read is known with its code") {
  MemoryDisk disk = small_country();
  Findings findings;
  const auto areas = read_areas(disk, "areas", findings);
  REQUIRE(areas);
  CHECK(areas->at(areas->by_code("394050")).hard_to_read);
  CHECK_FALSE(areas->at(areas->by_code("312029")).hard_to_read);
}

TEST_CASE("a name that is hard to read and not that of its code is an error") {
  CHECK(only(areas_with("hard_names.csv", "code,name\n312029,梼原町\n")) ==
        "areas/hard_names.csv:2:1: error areas.hard there is no municipality of this name and "
        "code");
}

TEST_CASE("a missing column is an error") {
  CHECK(only(areas_with("unions.csv", "prefecture,name,reading,kind\n")) ==
        "areas/unions.csv:1: error areas.column the column members is missing");
}

TEST_CASE("a missing file is an error") {
  MemoryDisk disk = small_country();
  disk.tree.erase("areas/changes.csv");
  CHECK(only(disk) == "areas/changes.csv: error areas.missing the file is not there");
}

TEST_CASE("the areas of this repository are 47 prefectures and 1741 municipalities") {
  RealDisk disk;
  Findings findings;
  const auto areas = read_areas(disk, std::string(project_folder) + "/data/areas", findings);
  for (const Finding& finding : findings) MESSAGE(to_line(finding, Language::en));
  REQUIRE(areas);
  CHECK(areas->prefectures().size() == 47);
  std::size_t municipalities = 0;
  for (const int prefecture : areas->prefectures())
    municipalities += areas->children(prefecture).size();
  CHECK(municipalities == 1741);
}

TEST_CASE("names in Hepburn that follow from readings are of letters, apostrophes and one hyphen") {
  RealDisk disk;
  Findings findings;
  const auto areas = read_areas(disk, std::string(project_folder) + "/data/areas", findings);
  REQUIRE(areas);
  std::vector<std::string> strange;
  for (int id = 1; id < areas->size(); ++id) {
    const Area& area = areas->at(id);
    if (area.level == AreaLevel::municipal_union || !area.own_romaji.empty()) continue;
    const std::string name = hepburn_name(area);
    const auto hyphens = std::count(name.begin(), name.end(), '-');
    const bool fits =
        std::isupper(static_cast<unsigned char>(name[0])) != 0 &&
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz'-", 1) == std::string::npos &&
        hyphens == (area.name == "北海道" ? 0 : 1);
    if (!fits) strange.push_back(name);
  }
  CHECK(strange == std::vector<std::string>{});
}

TEST_CASE("prefectures are called in Hepburn as in English") {
  RealDisk disk;
  Findings findings;
  const auto areas = read_areas(disk, std::string(project_folder) + "/data/areas", findings);
  REQUIRE(areas);
  for (const int id : areas->prefectures()) {
    const std::string name = hepburn_name(areas->at(id));
    CHECK(name.substr(0, name.find('-')) == areas->at(id).name_en);
  }
}

TEST_CASE("names whose words meet in two vowels keep both in Hepburn") {
  RealDisk disk;
  Findings findings;
  const auto areas = read_areas(disk, std::string(project_folder) + "/data/areas", findings);
  REQUIRE(areas);
  const auto name = [&](const char* code) { return hepburn_name(areas->at(areas->by_code(code))); };
  CHECK(name("332127") == "Setouchi-shi");
  CHECK(name("313718") == "Kotoura-cho");
  CHECK(name("122181") == "Katsuura-shi");
  CHECK(name("282090") == "Toyooka-shi");
  CHECK(name("352161") == "San'yoonoda-shi");
  CHECK(name("336220") == "Shoo-cho");
  CHECK(name("382159") == "Toon-shi");
  CHECK(name("203033") == "Koumi-machi");
}
