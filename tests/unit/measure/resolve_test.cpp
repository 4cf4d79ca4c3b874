#include "measure/resolve.h"

#include <doctest/doctest.h>

#include "measure/area_code.h"
#include "measure/name_report.h"
#include "unit/measure/small_country.h"

using namespace yokoten;

namespace {

// 浜松市 had 北区, which was split in 2024, and has 天竜区, which got another code then.
void add_wards(Areas& areas) {
  const int shizuoka = add_area(areas, "220001", "静岡県", Areas::nation);
  add_area(areas, "224618", "森町", shizuoka, "周智郡");
  const int city = add_area(areas, "221309", "浜松市", shizuoka);
  const int other = add_area(areas, "221007", "静岡市", shizuoka);
  areas.add_ward({"221384", "中央区", "ちゅうおうく", city});
  areas.add_ward({"221392", "浜名区", "はまなく", city});
  areas.add_ward({"221406", "天竜区", "てんりゅうく", city});
  areas.add_ward({"221015", "葵区", "あおいく", other});
  for (const auto& [code, name] :
       {std::pair("221384", "静岡県浜松市中央区"), std::pair("221392", "静岡県浜松市浜名区")})
    areas.add_change({"2024-01-01", "区再編", "221350", "静岡県浜松市北区", code, name, {}, {}});
  areas.add_change({"2024-01-01",
                    "区再編",
                    "221376",
                    "静岡県浜松市天竜区",
                    "221406",
                    "静岡県浜松市天竜区",
                    {},
                    {}});
}

Areas named_areas() {
  Areas areas;
  const int hokkaido = add_area(areas, "010006", "北海道", Areas::nation);
  const int iwate = add_area(areas, "030007", "岩手県", Areas::nation);
  const int fukushima = add_area(areas, "070009", "福島県", Areas::nation);
  Area tokyo;
  tokyo.code = "130001";
  tokyo.name = "東京都";
  tokyo.short_name = "東京";
  tokyo.parent = Areas::nation;
  tokyo.level = AreaLevel::prefecture;
  areas.add(tokyo);
  const int tottori = add_area(areas, "310000", "鳥取県", Areas::nation);
  const int kochi = add_area(areas, "390003", "高知県", Areas::nation);
  add_area(areas, "012033", "小樽市", hokkaido);
  add_area(areas, "012203", "士別市", hokkaido);
  add_area(areas, "014087", "余市町", hokkaido, "余市郡");
  add_area(areas, "014362", "雨竜町", hokkaido, "雨竜郡");
  add_area(areas, "015474", "小清水町", hokkaido, "斜里郡");
  areas.add_variant(add_area(areas, "033812", "金ケ崎町", iwate, "胆沢郡"), "金ヶ崎町");
  add_area(areas, "072036", "郡山市", fukushima);
  add_area(areas, "312029", "米子市", tottori);
  add_area(areas, "392031", "安芸市", kochi);
  add_area(areas, "393410", "本山町", kochi, "長岡郡");
  add_area(areas, "394050", "梼原町", kochi, "高岡郡");
  Area joined;
  joined.name = "中芸広域連合";
  joined.parent = kochi;
  joined.level = AreaLevel::municipal_union;
  areas.add(joined);
  areas.add_change({"2014-04-05", "編入", "393606", "高知県旧山町", "393410", "高知県本山町"});
  add_wards(areas);
  return areas;
}

const Areas& areas() {
  static const Areas made = named_areas();
  return made;
}

Resolution prefecture(std::string_view cell) { return resolve_area(areas(), Source{}, {}, cell); }

Resolution city(std::string_view cell) {
  Source source;
  source.level = AreaLevel::municipality;
  return resolve_area(areas(), source, {}, cell);
}

Resolution city_of(std::string_view front, std::string_view cell) {
  Source source;
  source.level = AreaLevel::municipality;
  source.prefecture_column = "都道府県";
  return resolve_area(areas(), source, front, cell);
}

std::string code(const Resolution& found) {
  return found.area == Areas::none ? "none" : areas().at(found.area).code;
}

Finding said(const Resolution& found) { return name_error(areas(), found, {"raw/x.csv", 38, 2}); }

}  // namespace

TEST_CASE("a mark of a note behind a name is no part of it, where the note changes no figure") {
  Source source;
  source.level = AreaLevel::municipality;
  source.notes = {{"※1", {}}, {"※2", {provisional, std::nullopt}}};
  const Resolution found = resolve_area(areas(), source, {}, "鳥取県米子市 ※1");
  CHECK(code(found) == "312029");
  CHECK(found.match == AreaMatch::variant);
  CHECK(resolve_area(areas(), source, {}, "鳥取県米子市※2").area == Areas::none);
  CHECK(resolve_area(areas(), source, {}, "鳥取県米子市※3").area == Areas::none);
}

TEST_CASE("of a mark that nothing explains, the report says where to explain it") {
  const Finding finding = name_error(areas(), city("鳥取県米子市※1"), {"raw/a.csv", 2, 1});
  CHECK(finding.code == "name.unknown");
  CHECK(finding.message.en.find("\"※1\" = {} in [source.notes]") != std::string::npos);
}

TEST_CASE("a prefecture is known by its full name") {
  CHECK(code(prefecture("鳥取県")) == "310000");
}

TEST_CASE("names that are set apart by blanks are read as variants") {
  CHECK(code(prefecture("鳥　取　県")) == "310000");
  CHECK(prefecture("鳥 取 県").match == AreaMatch::variant);
  CHECK(prefecture("全　国").area == Areas::nation);
  CHECK(code(city("鳥取県　米　子　市")) == "312029");
  CHECK(code(city_of("鳥　取　県", "米 子 市")) == "312029");
}

TEST_CASE("four digits are a code of five that lost its zero, and no area") {
  const Resolution found = city("1203");
  CHECK(found.fault == AreaFault::bad_code);
  REQUIRE(found.candidates.size() == 1);
  CHECK(areas().at(found.candidates.front()).code == "012033");
}

TEST_CASE("a total with its prefecture in front is told as the cell has it") {
  Resolution found = city("鳥取県計");
  found.printed = "鳥取県計";
  CHECK(said(found).message.en.find("total_row = \"鳥取県計\"") != std::string::npos);
}

TEST_CASE("a prefecture is known by its number with or without the leading zero") {
  CHECK(code(prefecture("31")) == "310000");
  CHECK(code(prefecture("1")) == "010006");
}

TEST_CASE("a prefecture is known by five or six digits") {
  CHECK(code(prefecture("31000")) == "310000");
  CHECK(code(prefecture("310000")) == "310000");
}

TEST_CASE("in a column of prefectures their short names are read as variants") {
  CHECK(code(prefecture("東京")) == "130001");
  CHECK(code(prefecture("東　京")) == "130001");
  CHECK(prefecture("東　京").match == AreaMatch::variant);
  CHECK(prefecture("北海道").match == AreaMatch::exact);
}

TEST_CASE("a misspelt prefecture hints at the full name") {
  const Resolution found = prefecture("鳥収県");
  CHECK(code(found) == "none");
  CHECK(said(found).message.en.find("did you mean 鳥取県 (310000)") != std::string::npos);
}

TEST_CASE("a short name of a prefecture is no prefecture of a municipality in the same cell") {
  CHECK(city("東京千代田区").fault == AreaFault::no_prefecture);
}

TEST_CASE("a municipal name carries its prefecture in front") {
  CHECK(code(city("北海道雨竜町")) == "014362");
  CHECK(city("北海道雨竜町").match == AreaMatch::exact);
}

TEST_CASE("blanks around a name and behind its prefecture do not matter") {
  CHECK(code(city("\u3000北海道 雨竜町 ")) == "014362");
}

TEST_CASE("a name is not looked for in other prefectures") {
  CHECK(city("高知県米子市").fault == AreaFault::unknown);
}

TEST_CASE("a name without its prefecture says which one is likely meant") {
  const Finding finding = said(city("米子市"));
  CHECK(finding.code == "name.prefecture");
  CHECK(finding.message.en.find("put its full name in front (鳥取県米子市)") != std::string::npos);
}

TEST_CASE("a known spelling resolves as a variant") {
  CHECK(code(city("岩手県金ヶ崎町")) == "033812");
  CHECK(city("岩手県金ヶ崎町").match == AreaMatch::variant);
}

TEST_CASE("a county in front is understood when it is the right one") {
  CHECK(code(city_of("北海道", "斜里郡小清水町")) == "015474");
  CHECK(city_of("北海道", "斜里郡小清水町").match == AreaMatch::county);
}

TEST_CASE("a wrong county is an error that names the right one") {
  const Finding finding = said(city_of("北海道", "網走郡小清水町"));
  CHECK(finding.code == "name.county_differs");
  CHECK(finding.message.ja.find("斜里郡小清水町（015474）") != std::string::npos);
}

TEST_CASE("a city whose name holds the word for county is found") {
  CHECK(code(city("福島県郡山市")) == "072036");
}

TEST_CASE("a union resolves to itself") {
  const Resolution found = city_of("高知県", "中芸広域連合");
  REQUIRE(found.area != Areas::none);
  CHECK(areas().at(found.area).level == AreaLevel::municipal_union);
}

TEST_CASE("the prefecture may stand in both columns") {
  CHECK(code(city_of("鳥取県", "鳥取県米子市")) == "312029");
}

TEST_CASE("a prefecture column takes numbers too") {
  CHECK(code(city_of("31", "米子市")) == "312029");
}

TEST_CASE("a prefecture column with another text is an error of the prefecture") {
  CHECK(city_of("鳥取", "米子市").fault == AreaFault::no_prefecture);
  CHECK(city_of("", "米子市").fault == AreaFault::no_prefecture);
}

TEST_CASE("a misprint gives the nearest names of the prefecture with their codes") {
  const Finding finding = said(city("高知県梶原町"));
  CHECK(to_line(finding, Language::en)
            .starts_with("raw/x.csv:38:2: error name.unknown 梶原町 is no municipality of 高知県; "
                         "did you mean "
                         "梼原町 (394050)"));
  CHECK(finding.message.ja.starts_with(
      "梶原町 は高知県の市区町村にありません。もしかして 梼原町 (394050)"));
}

TEST_CASE("a misprinted kind of municipality does not push the right name down") {
  const Resolution found = city("北海道与市市");
  REQUIRE_FALSE(found.candidates.empty());
  CHECK(areas().at(found.candidates.front()).code == "014087");
}

TEST_CASE("at most three names are offered") { CHECK(city("北海道小市町").candidates.size() <= 3); }

TEST_CASE("a code of six digits needs its check digit") {
  CHECK(code(city("394050")) == "394050");
  const Resolution wrong = city("394051");
  CHECK(wrong.fault == AreaFault::bad_code);
  CHECK(said(wrong).message.en.find("梼原町 (394050)") != std::string::npos);
}

TEST_CASE("a code of five digits gets its check digit") { CHECK(code(city("39405")) == "394050"); }

TEST_CASE("a code of another level is an error that says so") {
  CHECK(said(city("310000")).code == "name.level");
  CHECK(said(prefecture("394050")).code == "name.level");
}

TEST_CASE("an empty cell is no area") { CHECK(code(city("")) == "none"); }

TEST_CASE("check digits follow the weights six to two") {
  CHECK(check_digit("01408") == '7');
  CHECK(check_digit("39405") == '0');
  CHECK(check_digit("03381") == '2');
}

TEST_CASE("a code of full-width digits is understood") {
  CHECK(code(city("３９４０５０")) == "394050");
}

TEST_CASE("a code that lost its leading zero hints at the area that it had") {
  CHECK(said(city("33812")).message.en.find("金ケ崎町 (033812)") != std::string::npos);
}

TEST_CASE("an empty cell is an error that says so") {
  const Finding finding = said(city(" \u3000"));
  CHECK(finding.code == "name.unknown");
  CHECK(finding.message.en.starts_with("the name of the area is empty"));
  CHECK(said(city_of("", "米子市")).message.en.starts_with("the prefecture is empty"));
}

TEST_CASE("a prefecture alone is of another level than municipalities") {
  const Finding finding = said(city("高知県"));
  CHECK(finding.code == "name.level");
  CHECK(finding.message.en.find("高知県 is 高知県 (390003)") == 0);
}

TEST_CASE("a misprint without a prefecture hints at the nearest names of all prefectures") {
  CHECK(said(city("梶原町")).message.en.find("高知県梼原町") != std::string::npos);
}

TEST_CASE("a name that stands in several prefectures hints at each of them") {
  Areas both = two_prefectures();
  for (const char* prefecture : {"310000", "320005"})
    add_area(both, "", "美浜町", both.by_code(prefecture));
  Source source;
  source.level = AreaLevel::municipality;
  const Finding finding = name_error(both, resolve_area(both, source, {}, "美浜町"), {});
  CHECK(finding.message.en.find("(鳥取県美浜町, 島根県美浜町)") != std::string::npos);
}

TEST_CASE("a right name under a wrong prefecture says where it is") {
  CHECK(said(city("高知県米子市"))
            .message.en.starts_with("米子市 is no municipality of 高知県 (but of 鳥取県)"));
}

TEST_CASE("a name of the past says what it has become") {
  const Finding finding = said(city("高知県旧山町"));
  CHECK(finding.message.en.find("did you mean 本山町 (393410)") != std::string::npos);
  CHECK(finding.message.en.find("高知県旧山町 has been 高知県本山町 since 2014-04-05") !=
        std::string::npos);
  CHECK(said(city("393606")).message.en.find("本山町 (393410)") != std::string::npos);
}

TEST_CASE("zeros are the nation in five and six digits only") {
  CHECK(code(city("00000")) == "000000");
  CHECK(code(city("000000")) == "000000");
  for (const char* zeros : {"0", "00"}) CHECK(prefecture(zeros).fault == AreaFault::bad_code);
}

TEST_CASE("a code below the name of another prefecture is an error that names its own") {
  const Resolution found = city_of("福島県", "312029");
  CHECK(found.fault == AreaFault::wrong_prefecture);
  CHECK(said(found).code == "name.prefecture_differs");
  CHECK(said(found).message.en.find("鳥取県米子市, but 福島県") != std::string::npos);
}

TEST_CASE("a code beside the name of its prefecture is understood") {
  CHECK(code(city_of("鳥取県", "312029")) == "312029");
  CHECK(code(city_of("", "312029")) == "312029");
}

TEST_CASE("a name of before a merger tells of it without its prefecture too") {
  const Resolution found = city("旧山町");
  CHECK(found.fault == AreaFault::no_prefecture);
  CHECK(said(found).message.en.find("高知県旧山町 has been 高知県本山町 since 2014-04-05") !=
        std::string::npos);
}

TEST_CASE("a right name under a wrong prefecture is told with its own") {
  const Finding finding = said(city("福島県米子市"));
  CHECK(finding.code == "name.unknown");
  CHECK(finding.message.ja.find("都道府県の誤りなら 鳥取県米子市") != std::string::npos);
}

TEST_CASE("a ward is told to be part of its city") {
  const Finding finding = said(city("鳥取県米子市東区"));
  CHECK(finding.code == "name.unknown");
  CHECK(finding.message.en.find("add it up to 米子市 (312029)") != std::string::npos);
}

TEST_CASE("a word for totals leads to total_row") {
  for (const char* word : {"合計", "合　計", "総数"}) {
    CHECK(said(prefecture(word)).message.en.find("say total_row") != std::string::npos);
    CHECK(said(city(word)).message.en.find("say total_row") != std::string::npos);
  }
}

TEST_CASE("a municipality among prefectures is told to say the level") {
  for (const char* cell : {"米子市", "鳥取県米子市"}) {
    CAPTURE(cell);
    CHECK(said(prefecture(cell)).message.en.find("level = \"municipality\"") != std::string::npos);
  }
}

TEST_CASE("wards are told with their city, by whatever they are called") {
  for (const char* cell : {"静岡県浜松市中央区", "静岡県中央区", "浜松市中央区", "静岡県浜松市北区",
                           "221384", "22138"}) {
    CAPTURE(cell);
    CHECK(said(city(cell)).message.en.find("add it up to 浜松市 (221309)") != std::string::npos);
  }
  CHECK(said(city("静岡県葵区")).message.en.find("add it up to 静岡市 (221007)") !=
        std::string::npos);
}

TEST_CASE("a ward that was split is told with all its parts") {
  CHECK(said(city("静岡県浜松市北区"))
            .message.ja.find("静岡県浜松市中央区、静岡県浜松市浜名区 です") != std::string::npos);
}

TEST_CASE("a ward that has another code only did not become another one") {
  CHECK(said(city("静岡県浜松市天竜区")).message.ja.find("から") == std::string::npos);
  CHECK(said(city("221376")).message.ja.find("2024-01-01 から 221406 です") != std::string::npos);
}

TEST_CASE("sums and rests are told to be no area, and no town of one letter is meant") {
  for (const char* word : {"市計", "郡計", "町計", "郡部", "市部", "不明", "県外", "町村計"}) {
    CAPTURE(word);
    const std::string text = said(city("静岡県" + std::string(word))).message.ja;
    CHECK(text.find("of_which") != std::string::npos);
    CHECK(text.find("森町") == std::string::npos);
  }
}

TEST_CASE("a prefecture alone is the same with blanks between its letters") {
  CHECK(said(city("静　岡　県")).code == "name.level");
}

TEST_CASE("a name of the past is known behind a county") {
  CHECK(said(city("高知県長岡郡旧山町")).message.en.find("since 2014-04-05") != std::string::npos);
}
