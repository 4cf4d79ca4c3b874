#include "translate/publication.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

/// A publication with one indicator, and its translation.
struct Told {
  MemoryDisk disk;
  Publication publication;
  Findings findings;

  Told() {
    publication.folder = "pub";
    publication.title = "見本";
    Indicator& made = publication.indicators.emplace_back();
    made.id = "rate";
    made.title = "申請率";
    made.unit = "%";
    made.count_unit = "事業所";
    publication.translation.language = "en";
    publication.translation.file = "pub/translations/en.toml";
    publication.translation.singulars = {{"offices", "office"}};
    disk.tree["pub/publication.toml"] = "title = \"見本\"\n";
    disk.tree["pub/indicators/rate.toml"] = "unit = \"%\"\ntitle = \"申請率\"\n";
  }
  Told& text(const char* japanese, const char* english) {
    publication.translation.texts[japanese] = {english, {"pub/translations/en.toml", 7, 9}};
    return *this;
  }
  Told& text_of(const char* file, const char* japanese, const char* english) {
    publication.translation.files[file][japanese] = {english, {"pub/translations/en.toml", 9, 9}};
    return *this;
  }
  Publication made() { return translated(disk, publication, {}, findings); }
};

}  // namespace

TEST_CASE("texts are taken from the translation, those without Japanese stay") {
  Told told;
  told.text("見本", "Sample").text("申請率", "Application rate").text("事業所", "offices");
  const Publication made = told.made();
  CHECK(told.findings.empty());
  CHECK(made.title == "Sample");
  CHECK(made.language == "en");
  CHECK(made.base == "en/");
  CHECK(made.indicators[0].title == "Application rate");
  CHECK(made.indicators[0].unit == "%");
  CHECK(made.indicators[0].count_unit == "offices");
}

TEST_CASE("areas are singular behind one without the publication's saying so") {
  Told told;
  told.text("見本", "Sample").text("申請率", "Application rate").text("事業所", "offices");
  told.publication.translation.singulars = {{"offices", "office"}, {"towns", "municipality"}};
  const auto made = translated(told.disk, told.publication,
                               {{"kind.prefectures", "prefectures"},
                                {"kind.one_prefecture", "prefecture"},
                                {"kind.municipalities", "towns"},
                                {"kind.one_municipality", "town"}},
                               told.findings);
  CHECK(made.singulars == std::map<std::string, std::string>{{"offices", "office"},
                                                             {"prefectures", "prefecture"},
                                                             {"towns", "municipality"}});
}

TEST_CASE("a text without translation is an error at its place, with the line to write") {
  Told told;
  told.text("見本", "Sample").text("事業所", "offices");
  told.made();
  REQUIRE(told.findings.size() == 1);
  CHECK(told.findings[0].code == "translation.missing");
  CHECK(told.findings[0].place == Place{"pub/indicators/rate.toml", 2, 9});
  CHECK(told.findings[0].message.en.find("\"申請率\" = \"…\"") != std::string::npos);
}

TEST_CASE("the line to write can be copied, whatever the text holds") {
  Told told;
  told.text("申請率", "Rate").text("事業所", "offices");
  told.publication.title = "「見本」の\"本\"";
  told.made();
  REQUIRE(told.findings.size() == 1);
  CHECK(told.findings[0].message.en.find(R"("「見本」の\"本\"" = "…")") != std::string::npos);
}

TEST_CASE("what people judge of accessibility is translated") {
  Told told;
  told.text("見本", "Sample").text("申請率", "Rate").text("事業所", "offices");
  told.publication.accessibility.judged.push_back(
      {"1.3.3", Conformity::met, "読んで確かめた。", "広報課", "2026-11-20", {}});
  told.text("読んで確かめた。", "Read by a person.");
  told.text_of("accessibility.toml", "広報課", "Public relations");
  const Publication made = told.made();
  CHECK(told.findings.empty());
  CHECK(made.accessibility.judged[0].reason == "Read by a person.");
  CHECK(made.accessibility.judged[0].decided_by == "Public relations");
}

TEST_CASE("a translation for one file goes before the one for all") {
  Told told;
  told.text("見本", "Sample").text("申請率", "Rate").text("事業所", "offices");
  told.text_of("indicators/rate.toml", "申請率", "Application rate");
  told.text_of("publication.toml", "見本", "Specimen");
  told.publication.short_title = "申請率";
  const Publication made = told.made();
  CHECK(made.indicators[0].title == "Application rate");
  CHECK(made.short_title == "Rate");
  CHECK(made.title == "Specimen");
}

TEST_CASE("a translation that nothing uses is a warning at its place") {
  Told told;
  told.text("見本", "Sample").text("申請率", "Rate").text("事業所", "offices");
  told.text("余り", "rest").text_of("raw/x.csv", "セル", "cell");
  told.made();
  REQUIRE(told.findings.size() == 1);
  CHECK(told.findings[0].code == "translation.unused");
  CHECK(told.findings[0].level == Level::warning);
  CHECK(told.findings[0].place.row == 7);
}

TEST_CASE("what tables print is offered by its text") {
  Told told;
  told.text("見本", "Sample").text("申請率", "Rate").text("事業所", "offices");
  told.text_of("raw/x.csv", "電話", "Phone");
  CHECK(told.made().printed.at("raw/x.csv\n電話") == "Phone");
}

TEST_CASE("a unit that ends in s and has no singular is a warning at its translation, once") {
  Told told;
  told.text("見本", "Sample").text("申請率", "Rate").text("事業所", "offices");
  told.publication.translation.singulars.clear();
  told.publication.indicators.push_back(told.publication.indicators.front());
  told.made();
  REQUIRE(told.findings.size() == 1);
  CHECK(told.findings[0].code == "translation.singular");
  CHECK(told.findings[0].level == Level::warning);
  CHECK(told.findings[0].place == Place{"pub/translations/en.toml", 7, 9});
  CHECK(told.findings[0].message.en.find("\"offices\" = \"…\"") != std::string::npos);
}

TEST_CASE("a unit without translation lacks its singular where it is written") {
  Told told;
  told.text("見本", "Sample").text("申請率", "Rate");
  told.publication.indicators[0].count_unit = "points";
  told.disk.tree["pub/indicators/rate.toml"] = "title = \"申請率\"\ncount_unit = \"points\"\n";
  told.made();
  REQUIRE(told.findings.size() == 1);
  CHECK(told.findings[0].code == "translation.singular");
  CHECK(told.findings[0].place == Place{"pub/indicators/rate.toml", 2, 14});
}

TEST_CASE("the unit of a figure in a case of good practice has a singular too") {
  Told told;
  told.text("見本", "Sample").text("申請率", "Rate").text("事業所", "ms");
  GoodPractice& practice = told.publication.translated_practices.emplace_back();
  practice.file = "pub/cases/x.en.md";
  practice.effects.emplace_back().unit = "minutes";
  told.made();
  REQUIRE(told.findings.size() == 1);
  CHECK(told.findings[0].code == "translation.singular");
  CHECK(told.findings[0].place.file == "pub/cases/x.en.md");
}
