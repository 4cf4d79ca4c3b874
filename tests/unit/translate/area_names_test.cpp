#include "translate/area_names.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

struct Names {
  Areas areas;

  int add(const char* code, const char* name, const char* reading, const char* kind, int parent,
          const char* english = "") {
    Area area;
    area.code = code;
    area.name = name;
    area.reading = reading;
    area.kind = kind;
    area.name_en = english;
    area.parent = parent;
    area.level = parent == Areas::nation ? AreaLevel::prefecture : AreaLevel::municipality;
    return areas.add(area);
  }
  std::string prefecture(const char* name, const char* reading, const char* english) {
    const int id = add("310000", name, reading, "都道府県", Areas::nation, english);
    return english_areas(areas).at(id).name;
  }
  std::string municipality(const char* name, const char* reading, const char* kind) {
    const int whole = add("310000", "鳥取県", "とっとりけん", "都道府県", Areas::nation, "Tottori");
    const int id = add("312029", name, reading, kind, whole);
    return english_areas(areas).at(id).name;
  }
};

}  // namespace

TEST_CASE("prefectures are called so, except Hokkaido and Tokyo") {
  CHECK(Names().prefecture("鳥取県", "とっとりけん", "Tottori") == "Tottori Prefecture");
  CHECK(Names().prefecture("大阪府", "おおさかふ", "Osaka") == "Osaka Prefecture");
  CHECK(Names().prefecture("北海道", "ほっかいどう", "Hokkaido") == "Hokkaido");
  CHECK(Names().prefecture("東京都", "とうきょうと", "Tokyo") == "Tokyo");
}

TEST_CASE("municipalities are cities, towns and villages, special wards cities too") {
  CHECK(Names().municipality("米子市", "よなごし", "市") == "Yonago City");
  CHECK(Names().municipality("新温泉町", "しんおんせんちょう", "町") == "Shin'onsen Town");
  CHECK(Names().municipality("日吉津村", "ひえづそん", "村") == "Hiezu Village");
  CHECK(Names().municipality("港区", "みなとく", "特別区") == "Minato City");
}

TEST_CASE("a city that writes its name otherwise than it is read is called as it writes") {
  Names names;
  const int whole = names.add("190004", "山梨県", "やまなしけん", "都道府県", Areas::nation);
  const int city = names.add("192082", "南アルプス市", "みなみあるぷすし", "市", whole);
  names.areas.spell(city, "Minami-Alps-shi");
  CHECK(english_areas(names.areas).at(city).name == "Minami-Alps City");
}

TEST_CASE("the nation is Japan, and the Japanese names stay") {
  const Areas made = english_areas(Areas());
  CHECK(made.at(Areas::nation).name == "Japan");
  CHECK(made.at(Areas::nation).japanese == "全国");
}

TEST_CASE("two towns of one prefecture that read alike say where they lie") {
  Names names;
  const int whole =
      names.add("010006", "北海道", "ほっかいどう", "都道府県", Areas::nation, "Hokkaido");
  const int one = names.add("013617", "江差町", "えさしちょう", "町", whole);
  const int other = names.add("015148", "枝幸町", "えさしちょう", "町", whole);
  const Areas made = english_areas(names.areas);
  CHECK(made.at(one).name == "Esashi Town (Hiyama)");
  CHECK(made.at(other).name == "Esashi Town (Soya)");
}

TEST_CASE("wards of designated cities are wards") {
  Names names;
  const int whole =
      names.add("140007", "神奈川県", "かながわけん", "都道府県", Areas::nation, "Kanagawa");
  const int city = names.add("141003", "横浜市", "よこはまし", "市", whole);
  names.areas.add_ward({"141046", "中区", "なかく", city});
  CHECK(english_areas(names.areas).wards().front().name == "Naka Ward");
}
