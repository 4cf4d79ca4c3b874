// The states of a figure that sentence_test.cpp tells in Japanese, in English.
#include <doctest/doctest.h>

#include <array>

#include "page/reading_text.h"
#include "page/sentence.h"
#include "told.h"

using namespace yokoten;

namespace {

/// The small book in English, with one indicator more.
struct English : Told {
  explicit English(const char* unit = "%", Better better = Better::higher) : Told(unit, better) {
    indicator().title = "Share";
    small.publication.words = real_words("en");
    small.book.prepare();
    small.publication.language = "en";
    small.publication.singulars = {{"applications", "application"}};
    for (const auto& [area, name] : std::initializer_list<std::pair<int, const char*>>{
             {Areas::nation, "Japan"},
             {SmallBook::tottori, "Tottori Prefecture"},
             {SmallBook::shimane, "Shimane Prefecture"},
             {SmallBook::yonago, "Yonago City"}}) {
      Area named = small.areas.at(area);
      named.japanese = named.name;
      named.name = name;
      small.areas.rename(area, named);
    }
  }
};

}  // namespace

TEST_CASE("in English a figure is told with its date") {
  CHECK(English().with(tottori, "24.7").of(tottori) ==
        "The figure for Tottori Prefecture is 24.7% (as of 13 September 2024).");
}

TEST_CASE("in English units stand apart, and are singular behind one") {
  CHECK(contains(English("applications").with(tottori, "1,030").of(tottori),
                 "is 1,030 applications ("));
  CHECK(contains(English("applications").with(tottori, "1").of(tottori), "is 1 application ("));
}

TEST_CASE("in English the unit of a card is singular behind one") {
  const auto card_of = [](const char* value) {
    English told("applications");
    told.with(tottori, value);
    told.small.book.prepare();
    return told.small.html("cards", "indicators = [\"share\"]\n", tottori);
  };
  CHECK(contains(card_of("1"), "<b>1</b><i> application</i>"));
  CHECK(contains(card_of("2"), "<b>2</b><i> applications</i>"));
  CHECK(contains(card_of("1030"), "<b>1,030</b><i> applications</i>"));
}

TEST_CASE("in English a map is one by prefecture") {
  English told("applications");
  told.with(tottori, "1").with(shimane, "2");
  std::string said;
  told.small.draw = [&](const ChartRequest& request) {
    said = request.description;
    CHECK(request.words.singulars.at("applications") == "application");
    return Drawing{};
  };
  told.small.publication.singulars["prefectures"] = "prefecture";
  told.small.book.prepare();
  told.small.html("map", "indicator = \"share\"\n", Areas::none);
  CHECK(said == "Share by prefecture");
}

TEST_CASE("in English places are first, last, in between, shared and the same for all") {
  const auto placed = [](Rank rank) {
    return English().with(tottori, "3").placed(tottori, rank).of(tottori);
  };
  CHECK(contains(placed({1, 47, 1}),
                 ", number 1 of the 47 prefectures with a published value (the highest value)."));
  CHECK(contains(placed({47, 47, 1}), "(the lowest value)."));
  CHECK(contains(placed({12, 47, 1}),
                 ", number 12 of the 47 prefectures with a published value, counting from the "
                 "highest."));
  CHECK(contains(placed({5, 47, 2}), "counting from the highest (tied with 1 other)."));
  CHECK(contains(placed({1, 47, 3}), "(the highest value, tied with 2 others)."));
  CHECK(contains(placed({31, 47, 17}),
                 ", the value that 17 of the 47 prefectures with a published value share."));
  CHECK(contains(placed({1, 47, 47}), ", the same value in every one of the 47 prefectures"));
}

TEST_CASE("in English a missing figure says why") {
  for (const Missing reason : {Missing::not_published, Missing::not_reported, Missing::not_set,
                               Missing::suppressed, Missing::unknown}) {
    const std::string said = English().without(tottori, reason).of(tottori);
    CAPTURE(said);
    CHECK(contains(said, "Tottori Prefecture"));
    CHECK(said.ends_with(" That does not mean 0."));
  }
  CHECK(English().without(tottori, Missing::not_applicable).of(tottori) ==
        "This indicator does not apply to Tottori Prefecture.");
}

TEST_CASE("in English distances to the nation and changes are told") {
  const auto beside = [](const char* own, const char* whole) {
    return English().with(tottori, own).with(nation, whole).of(tottori);
  };
  CHECK(contains(beside("7.1", "6.0"),
                 ". That is 1.1 points higher than the national figure of 6.0%."));
  CHECK(contains(beside("7", "6"), " 1.0 points higher"));
  CHECK(contains(beside("6.0", "6.0"), ". That is the same as the national figure of 6.0%."));
  const auto after = [](const char* then, const char* now) {
    return English().with(tottori, then, "2024-03").with(tottori, now).of(tottori);
  };
  CHECK(contains(after("20.0", "24.7"),
                 ". It rose by 4.7 points from the previous 20.0% (March 2024)."));
  CHECK(contains(after("24.7", "20.0"), ". It fell by 4.7 points from the previous 24.7%"));
  CHECK(contains(after("24.7", "24.7"), ". It is the same as the previous 24.7% (March 2024)."));
}

TEST_CASE("in English a bound is told as such, and a target far off with its pace") {
  English told;
  Observation made = told.figure(tottori, "0");
  made.value = std::nullopt;
  made.lower = Decimal{52, 1};
  CHECK(contains(told.with(made).of(tottori), "is at least 5.2% (as of 13 September 2024)."));
  CHECK(contains(
      English().with(nation, "40.0", "2023FY").target(2026, Target::Kind::number, "80").of(nation),
      "To get there by 31 March 2027, it has to rise by 13.4 points a year."));
  CHECK(contains(English().with(nation, "51").target(2026, Target::Kind::number, "50").of(nation),
                 ". It has reached the 2026 target of 50%."));
}

TEST_CASE("in English the ends below an area are named") {
  CHECK(contains(
      English().with(nation, "6.0").with(tottori, "24.7").with(shimane, "2.5").of(nation),
      ". Among the prefectures, the highest value is 24.7% (Tottori Prefecture) and the lowest is "
      "2.5% (Shimane Prefecture)."));
}

TEST_CASE("in English every state of a figure makes whole sentences") {
  for (const char* unit : {"%", "applications"})
    for (const Better better : {Better::none, Better::higher, Better::lower})
      for (const Rank rank : {Rank{1, 5, 1}, Rank{2, 5, 1}, Rank{5, 5, 1}, Rank{1, 5, 5},
                              Rank{1, 9, 2}, Rank{1, 1, 1}})
        for (const char* earlier : {"", "4", "5", "6"}) {
          English told(unit, better);
          told.with(tottori, "5").with(nation, "5").placed(tottori, rank);
          if (*earlier) told.with(tottori, earlier, "2023FY");
          const std::string said = told.of(tottori);
          CAPTURE(said);
          CHECK(said.ends_with("."));
          for (const char* slip : {"{", "  ", "..", " .", " ,", "sentence.", ".T", ".I"})
            CHECK(!contains(said, slip));
        }
}

TEST_CASE("in English a name that was corrected is the area's name there") {
  English told;
  Correction correction;
  correction.source = "cities";
  correction.column = "市";
  correction.printed = "鳥取県米小市";
  correction.corrected = "鳥取県米子市";
  correction.area = SmallBook::yonago;
  told.small.book.prepare();
  CHECK(corrected_subject(told.small.book, correction) == "Yonago City");
  CHECK(contains(correction_text(told.small.book, correction), "Yonago City"));
  CHECK_FALSE(contains(correction_text(told.small.book, correction), "米子市"));
}
