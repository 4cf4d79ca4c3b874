#include "read/good_practice.h"

#include <doctest/doctest.h>

#include "unit/read/photos.h"

using namespace yokoten;

namespace {

const std::string sound_case =
    "title: 夜勤を見直す\nsummary: 記録をまとめない。\narea: \"312029\"\nstatus: done\n"
    "sources: [ 報告書 ]\ncase:\n"
    "  areas: [ \"312037\", 312029 ]\n  services: [ 居宅介護支援, 110 ]\n"
    "  size: 10〜29人\n  technology: [ 見守り・コミュニケーション, intercom ]\n"
    "  themes: [ 説明と体験 ]\n"
    "  award: { name: 職場づくりの表彰, year: 2024, prize: 優良賞 }\n"
    "  effects:\n    - { what: 時間, before: 42, after: 25, unit: 分, source: 測定 }\n"
    "    - { indicator: overtime, year: 2025 }\n"
    "  photos:\n    - file: photos/night.png\n      alt: 記録の画面を職員2人で見ている\n"
    "      credit: 見本苑\n      taken: 2025-02\n";

struct ReadGoodPractice {
  Findings findings;
  std::optional<GoodPractice> practice;
  MemoryDisk disk;

  explicit ReadGoodPractice(const std::string& front, const std::string& photo = Photos::png()) {
    PageText page;
    page.path = "night";
    page.file = "cases/night.md";
    page.front = front;
    page.front_row = 2;
    disk.tree["data/small/photos/night.png"] = photo;
    practice = read_good_practice(page, usual_case_words(), findings);
    if (practice) find_photos(disk, "data/small", *practice, findings);
  }

  std::string codes() const {
    std::string all;
    for (const Finding& each : findings) all += (all.empty() ? "" : " ") + each.code;
    return all;
  }
};

/// The sound front matter with one text in another's place.
ReadGoodPractice case_with(const std::string& from, const std::string& to,
                           const std::string& photo = Photos::png()) {
  std::string front = sound_case;
  const auto at = front.find(from);
  REQUIRE(at != std::string::npos);
  front.replace(at, from.size(), to);
  return ReadGoodPractice(front, photo);
}

std::string alt(const std::string& text) {
  return case_with("記録の画面を職員2人で見ている", text).codes();
}

}  // namespace

TEST_CASE("a case is read with the page's own area first, each area once") {
  const ReadGoodPractice read(sound_case);
  REQUIRE(read.codes() == "");
  CHECK(read.practice->areas == std::vector<std::string>{"312029", "312037"});
  CHECK(read.practice->title == "夜勤を見直す");
  CHECK(read.practice->status == CaseStatus::done);
  CHECK(read.practice->sources == std::vector<std::string>{"報告書"});
}

TEST_CASE("services are understood by their name and by their code") {
  const ReadGoodPractice read(sound_case);
  REQUIRE(read.practice->services.size() == 2);
  CHECK(read.practice->services[0]->code == "430");
  CHECK(read.practice->services[1]->name == "訪問介護");
}

TEST_CASE("size, technologies and themes are understood by their title and by their code") {
  const ReadGoodPractice read(sound_case);
  CHECK(read.practice->size == "10-29");
  CHECK(read.practice->technologies == std::vector<std::string>{"monitoring", "intercom"});
  CHECK(read.practice->themes == std::vector<std::string>{"explanation"});
}

TEST_CASE("a range of staff may be written in the usual ways") {
  for (const char* size : {"10-29", "10～29人", "職員10〜29人", "10から29名"})
    CHECK(case_with("10〜29人", size).practice->size == "10-29");
  CHECK(case_with("10〜29人", "30人以上").practice->size == "30-");
  CHECK(case_with("10〜29人", "9人以下").practice->size == "1-9");
}

TEST_CASE("an award has its year and its prize") {
  const ReadGoodPractice read(sound_case);
  REQUIRE(read.practice->award.has_value());
  CHECK(read.practice->award->year == 2024);
  CHECK(read.practice->award->prize == "優良賞");
}

TEST_CASE("effects are figures with their source, or those of an indicator") {
  const ReadGoodPractice read(sound_case);
  REQUIRE(read.practice->effects.size() == 2);
  CHECK(to_text(*read.practice->effects[0].before) == "42");
  CHECK(read.practice->effects[1].indicator == "overtime");
}

TEST_CASE("a photo has the size of its file") {
  const ReadGoodPractice read(sound_case);
  REQUIRE(read.practice->photos.size() == 1);
  CHECK(read.practice->photos[0].width == 640);
  CHECK(read.practice->photos[0].bytes == Photos::png().size());
  CHECK(read.practice->photos[0].taken == "2025-02");
}

TEST_CASE("a page of cases without a case is a warning, and is no case") {
  const ReadGoodPractice read("title: 見本\n");
  CHECK(read.codes() == "case.missing");
  CHECK(read.findings[0].level == Level::warning);
  CHECK_FALSE(read.practice);
}

TEST_CASE("a key that a case does not know is an error at its place with the nearest one") {
  const ReadGoodPractice read = case_with("  themes:", "  theme:");
  REQUIRE(read.codes() == "case.missing case.unknown");
  CHECK(read.findings[1].place == Place{"cases/night.md", 12, 3});
  CHECK(read.findings[1].message.en.find("themes?") != std::string::npos);
}

TEST_CASE("keys of awards, effects and photos are known ones only") {
  CHECK(case_with(", prize:", ", price:").codes() == "case.unknown");
  CHECK(case_with(", unit: 分", ", units: 分").codes() == "case.missing case.unknown");
  CHECK(case_with("      credit:", "      by:").codes() == "case.unknown");
}

TEST_CASE("values of another kind are errors") {
  CHECK(case_with("[ 説明と体験 ]", "説明と体験").codes() == "case.type");
  CHECK(case_with("before: 42", "before: 多い").codes() == "case.type");
  CHECK(case_with("year: 2024", "year: 令和6年度").codes() == "case.type");
  CHECK(case_with("taken: 2025-02", "taken: 去年").codes() == "case.type");
}

TEST_CASE("a theme, a technology or a size that is none of the words says the nearest one") {
  const ReadGoodPractice theme = case_with("説明と体験", "説明と体感");
  CHECK(theme.codes() == "case.word");
  CHECK(theme.findings[0].place == Place{"cases/night.md", 12, 13});
  CHECK(theme.findings[0].message.en.find("did you mean 説明と体験?") != std::string::npos);
  CHECK(case_with("intercom", "intercon").codes() == "case.word");
  CHECK(case_with("10〜29人", "中くらい").codes() == "case.word");
}

TEST_CASE("a service by its usual name says what the open data call it") {
  const ReadGoodPractice read = case_with("居宅介護支援", "特別養護老人ホーム");
  CHECK(read.codes() == "case.service");
  CHECK(read.findings[0].message.ja.find("介護老人福祉施設") != std::string::npos);
}

TEST_CASE("a case without a source is an error") {
  CHECK(case_with("sources: [ 報告書 ]\n", "").codes() == "case.sources");
  CHECK(case_with("[ 報告書 ]", "[]").codes() == "case.sources");
}

TEST_CASE("a case without a theme is an error") {
  CHECK(case_with("[ 説明と体験 ]", "[]").codes() == "case.missing");
}

TEST_CASE("placeholders in title or summary are an error, since they go out as data") {
  CHECK(case_with("夜勤を見直す", "\"{{rate.value}}\"").codes() == "case.placeholder");
}

TEST_CASE("a photo without a text for those who don't see it is an error") {
  CHECK(case_with("      alt: 記録の画面を職員2人で見ている\n", "").codes() == "case.missing");
  CHECK(alt("\" \"") == "case.missing");
}

TEST_CASE("a text that only says that there is a photo, its name or the title is an error") {
  CHECK(alt("写真") == "case.alt");
  CHECK(alt("様子の写真1") == "case.alt");
  CHECK(alt("night.png") == "case.alt");
  CHECK(alt("Night の画像") == "case.alt");
  CHECK(alt("夜勤を見直すの写真") == "case.alt");
}

TEST_CASE("a photo that is not there, or not named in photos/, is an error at its file") {
  const ReadGoodPractice read = case_with("photos/night.png", "photos/day.png");
  CHECK(read.codes() == "case.photo");
  CHECK(read.findings[0].place == Place{"cases/night.md", 18, 13});
  CHECK(case_with("photos/night.png", "../night.png").codes() == "case.photo");
  CHECK(case_with("photos/night.png", "photos/夜.png").codes() == "case.photo");
}

TEST_CASE("a file that is no photo is an error whatever its name") {
  CHECK(case_with("見本苑", "見本苑", "GIF89a").codes() == "case.photo_kind");
}

TEST_CASE("a photo that tells where it was taken is an error that says how to mend it") {
  const ReadGoodPractice read =
      case_with("見本苑", "見本苑", Photos::png(Photos::chunk("eXIf", Photos::exif_with_place())));
  REQUIRE(read.codes() == "case.photo_place");
  CHECK(read.findings[0].level == Level::error);
  CHECK(read.findings[0].message.en.find("exiftool") != std::string::npos);
}

TEST_CASE("a photo over 2 MiB is a warning") {
  const ReadGoodPractice read = case_with(
      "見本苑", "見本苑", Photos::png(Photos::chunk("tEXt", std::string(3U << 20U, 'x'))));
  REQUIRE(read.codes() == "case.photo_size");
  CHECK(read.findings[0].level == Level::warning);
}

TEST_CASE("a front matter that is no YAML is an error of the case") {
  CHECK(ReadGoodPractice("case: [").codes() == "case.form");
  CHECK(ReadGoodPractice("case: 1\ncase: 2\nsources: [a]\n").codes() == "case.twice case.type");
}

TEST_CASE("sources that are one text are told to be a list") {
  const ReadGoodPractice read = case_with("sources: [ 報告書 ]", "sources: 報告書");
  REQUIRE(read.codes() == "case.sources");
  CHECK(read.findings.front().message.en == "sources is a list: sources: [ Report ]");
}
