#include "read/publication.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "small_publication.h"

using namespace yokoten;

namespace {

const std::string folder = "data/small";

std::string& file(MemoryDisk& disk, const std::string& name) {
  return disk.tree[folder + '/' + name];
}

void exchange(std::string& text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  REQUIRE_MESSAGE(at != std::string::npos, before);
  text.replace(at, before.size(), after);
}

Publication read(MemoryDisk disk) {
  Findings findings;
  const auto publication = read_publication(disk, folder, findings);
  REQUIRE_MESSAGE(publication, lines(findings));
  CHECK(lines(findings) == "");
  return *publication;
}

/// The findings of a publication that must not be read.
std::string refused(MemoryDisk disk) {
  Findings findings;
  CHECK_FALSE(read_publication(disk, folder, findings));
  return lines(findings);
}

/// The same after one text of one file was exchanged.
std::string refused(const std::string& name, const std::string& before, const std::string& after) {
  MemoryDisk disk = small_publication();
  exchange(file(disk, name), before, after);
  return refused(disk);
}

}  // namespace

TEST_CASE("a publication is read with its name and table and indicator and page") {
  const Publication publication = read(small_publication());
  CHECK(publication.folder == "data/small");
  CHECK(publication.name == "small");
  CHECK(publication.as_of == "2024-12-31");
  REQUIRE(publication.tables.size() == 1);
  CHECK(publication.tables[0].cell(0, 2) == "121");
  CHECK(publication.tables[0].place(0, 2) == Place{"data/small/raw/a.csv", 2, 3});
  REQUIRE(publication.indicators.size() == 1);
  CHECK(publication.indicators[0].id == "rate");
  CHECK(publication.indicators[0].kind == IndicatorKind::ratio);
  CHECK(publication.indicators[0].denominator.measure == "offices");
  REQUIRE(publication.pages.size() == 1);
  CHECK(publication.pages[0].path == "index");
}

TEST_CASE("a source keeps what its text says") {
  const Publication publication = read(small_publication());
  const Source& source = publication.sources[0];
  CHECK(source.file == "raw/a.csv");
  CHECK(source.area_column == "都道府県");
  CHECK(to_text(*source.period) == "2024-09-13");
  CHECK(source.total_row->column == "都道府県");
  CHECK(source.total_row->values == std::vector<std::string>{"合計"});
  CHECK(source.measures[0] == std::pair<std::string, std::string>{"offices", "事業所件数"});
  CHECK(source.place == Place{"data/small/sources.toml", 1, 1});
}

TEST_CASE("a final slash of the folder changes nothing") {
  MemoryDisk disk = small_publication();
  Findings findings;
  const auto publication = read_publication(disk, "data/small/", findings);
  REQUIRE(publication);
  CHECK(publication->name == "small");
}

TEST_CASE("the findings of all files are collected before it gives up") {
  MemoryDisk disk = small_publication();
  file(disk, "publication.toml") += "colour = 1\n";
  file(disk, "sources.toml") += "[source.column]\n";
  file(disk, "indicators/rate.toml") += "unti = \"%\"\n";
  file(disk, "pages/index.md") = "no front\n";
  CHECK(
      refused(disk) ==
      "data/small/indicators/rate.toml:5:1: error toml.unknown there is no key unti here; did you "
      "mean unit?\n"
      "data/small/pages/index.md:1:1: error page.front the page must begin with front matter "
      "between two lines ---\n"
      "data/small/publication.toml:7:1: error toml.unknown there is no key colour here\n"
      "data/small/sources.toml:14:9: error toml.unknown there is no key column here; did you mean "
      "columns?\n");
}

TEST_CASE("earlier findings of others do not block") {
  MemoryDisk disk = small_publication();
  Findings findings(1);
  CHECK(read_publication(disk, folder, findings).has_value());
}

TEST_CASE("a raw file that changed is a warning with both hashes") {
  MemoryDisk disk = small_publication();
  const std::string before = sha256(file(disk, "raw/a.csv")).substr(0, 12);
  file(disk, "raw/a.csv") += "岡山県,1,1\n";
  const std::string now = sha256(file(disk, "raw/a.csv"));
  Findings findings;
  CHECK(read_publication(disk, folder, findings).has_value());
  CHECK(lines(findings) ==
        "data/small/sources.toml:7:10: warning source.changed raw/a.csv has "
        "changed: recorded " +
            before + "…, now " + now + "\n");
}

TEST_CASE("a raw file that is not there is an error at its source") {
  MemoryDisk disk = small_publication();
  disk.tree.erase("data/small/raw/a.csv");
  CHECK(refused(disk) ==
        "data/small/sources.toml:1:1: error source.missing raw/a.csv is not there\n");
}

TEST_CASE("a column of measures that the table lacks is an error with the nearest heading") {
  CHECK(
      refused("sources.toml", "applications = \"申請件数\"", "applications = \"申請数\"") ==
      "data/small/sources.toml:13:16: error source.column raw/a.csv has no column 申請数; did you "
      "mean 申請件数?\n");
}

TEST_CASE("an address outside of raw is refused") {
  for (const char* url : {"file:raw/../x.csv", "/etc/passwd", "file:x.csv",
                          "ftp://example.jp/a.csv", "file:raw/", "file:raw\\\\a.csv"})
    CHECK(refused("sources.toml", "file:raw/a.csv", url).find("source.url") != std::string::npos);
}

TEST_CASE("a hash that is none is an error") {
  MemoryDisk disk = small_publication();
  exchange(file(disk, "sources.toml"), sha256(file(disk, "raw/a.csv")), "abc");
  CHECK(refused(disk) ==
        "data/small/sources.toml:7:10: error source.hash sha256 has 64 hexadecimal "
        "digits in lower case\n");
}

TEST_CASE("two sources of one id are an error") {
  MemoryDisk disk = small_publication();
  file(disk, "sources.toml") += file(disk, "sources.toml");
  CHECK(refused(disk) ==
        "data/small/sources.toml:14:1: error source.twice there is another source "
        "with the id applications\n");
}

TEST_CASE("a measure that no source has is an error with the nearest one") {
  CHECK(refused("indicators/rate.toml", "\"applications\"", "\"aplications\"") ==
        "data/small/indicators/rate.toml:4:23: error indicator.measure this publication has no "
        "aplications; did you mean applications?\n");
}

TEST_CASE("an indicator needs exactly one formula") {
  MemoryDisk disk = small_publication();
  file(disk, "indicators/rate.toml") += "count = { sum = \"offices\" }\n";
  CHECK(refused(disk).find("error indicator.formula") != std::string::npos);
  file(disk, "indicators/rate.toml") = "title = \"利用申請率\"\n";
  CHECK(refused(disk).find("error indicator.formula") != std::string::npos);
}

TEST_CASE("a breakdown that no source has is an error") {
  MemoryDisk disk = small_publication();
  file(disk, "indicators/rate.toml") += "by = \"start\"\n";
  CHECK(refused(disk) ==
        "data/small/indicators/rate.toml:5:6: error indicator.breakdown this "
        "publication has no start\n");
}

TEST_CASE("a share of areas names an indicator that is there") {
  MemoryDisk disk = small_publication();
  file(disk, "indicators/share.toml") =
      "title = \"割合\"\nshare_of_areas = { of = \"prefecture\", indicator = \"rate\", at_least = "
      "1 }\n";
  const Publication publication = read(disk);
  CHECK(publication.indicators[1].condition_indicator == "rate");
  CHECK(publication.indicators[1].of == AreaLevel::prefecture);
  exchange(file(disk, "indicators/share.toml"), "\"rate\"", "\"rat\"");
  CHECK(refused(disk) ==
        "data/small/indicators/share.toml:2:51: error indicator.unknown this "
        "publication has no rat; did you mean rate?\n");
}

TEST_CASE("two targets for one year are an error at the second") {
  MemoryDisk disk = small_publication();
  file(disk, "indicators/rate.toml") +=
      "target = [{ by = 2026, at_most = 17 },\n{ by = 2026, at_most = 16 }]\n";
  Findings findings;
  read_publication(disk, folder, findings);
  const auto told = std::find_if(findings.begin(), findings.end(),
                                 [](const auto& each) { return each.code == "target.twice"; });
  REQUIRE(told != findings.end());
  CHECK(told->place.column == 1);
}

TEST_CASE("own targets are a bound or words") {
  MemoryDisk disk = small_publication();
  file(disk, "indicators/rate.toml") +=
      "target = [{ by = 2026, at_least = 50 }, { by = 2029, text = \"増加\" }]\n";
  const Publication publication = read(disk);
  const auto& targets = publication.indicators[0].targets;
  REQUIRE(targets.size() == 2);
  CHECK(targets[0].year == 2026);
  CHECK(targets[0].kind == Target::Kind::at_least);
  CHECK(targets[0].text == "50以上");
  CHECK(targets[1].kind == Target::Kind::direction);
}

TEST_CASE("an own target of what is to fall is a bound above") {
  MemoryDisk disk = small_publication();
  file(disk, "indicators/rate.toml") += "target = [{ by = 2026, at_most = 15.5 }]\n";
  const Publication publication = read(disk);
  const auto& targets = publication.indicators[0].targets;
  REQUIRE(targets.size() == 1);
  CHECK(targets[0].kind == Target::Kind::at_most);
  CHECK(targets[0].text == "15.5以下");
  CHECK(to_text(*targets[0].number) == "15.5");
}

TEST_CASE("a target with two bounds is an error") {
  MemoryDisk disk = small_publication();
  file(disk, "indicators/rate.toml") += "target = [{ by = 2026, at_least = 50, at_most = 60 }]\n";
  CHECK(refused(disk).find("5:11: error target.unknown") != std::string::npos);
}

TEST_CASE("a target with both a bound and words is an error") {
  MemoryDisk disk = small_publication();
  file(disk, "indicators/rate.toml") +=
      "target = [{ by = 2026, at_least = 50, text = \"増加\" }]\n";
  CHECK(refused(disk).find("5:11: error target.unknown") != std::string::npos);
}

TEST_CASE("a percent sign of full width is a percent sign") {
  MemoryDisk disk = small_publication();
  std::string& text = file(disk, "indicators/rate.toml");
  const std::size_t at = text.find("\"%\"");
  REQUIRE(at != std::string::npos);
  text.replace(at, 3, "\"％\"");
  CHECK(read(disk).indicators[0].unit == "%");
}

TEST_CASE("the next figure is expected on a date or in a month") {
  MemoryDisk disk = small_publication();
  file(disk, "indicators/rate.toml") += "next_expected = \"2025-03\"\n";
  CHECK(read(disk).indicators[0].next_expected == "2025-03");
  disk = small_publication();
  file(disk, "indicators/rate.toml") += "next_expected = \"spring\"\n";
  CHECK(refused(disk).find("toml.type") != std::string::npos);
}

TEST_CASE("what is counted in percent does not add up unless it says so") {
  MemoryDisk disk = small_publication();
  std::string& text = file(disk, "indicators/rate.toml");
  text.replace(text.find("ratio = "), std::string::npos, "count = { sum = \"applications\" }\n");
  const std::string before = text;
  CHECK_FALSE(read(disk).indicators[0].adds_up);
  text = before + "adds_up = true\n";
  CHECK(read(disk).indicators[0].adds_up);
}

TEST_CASE("durations are those that calendars know") {
  for (const char* good : {"P6M", "P1Y", "P90D"}) {
    MemoryDisk disk = small_publication();
    file(disk, "indicators/rate.toml") += "stale_after = \"" + std::string(good) + "\"\n";
    CHECK(read(disk).indicators[0].stale_after == good);
  }
  for (const char* bad : {"6M", "P", "PM", "P0M", "P1W", "P1Y6M"}) {
    MemoryDisk disk = small_publication();
    file(disk, "indicators/rate.toml") += "stale_after = \"" + std::string(bad) + "\"\n";
    CHECK(refused(disk).find("indicator.duration") != std::string::npos);
  }
}

TEST_CASE("a total is left out only together with a breakdown") {
  MemoryDisk disk = small_publication();
  CHECK(read(disk).indicators[0].total);
  file(disk, "indicators/rate.toml") += "total = false\n";
  CHECK(refused(disk) ==
        "data/small/indicators/rate.toml:5:9: error indicator.total total goes "
        "together with by\n");
}

TEST_CASE("a headline of an unknown indicator is an error") {
  CHECK(
      refused("publication.toml", "[\"rate\"]", "[\"rates\"]") ==
      "data/small/publication.toml:6:13: error publication.headline this publication has no rates; "
      "did you mean rate?\n");
}

TEST_CASE("a heading may be named with the blank that its file has around it") {
  MemoryDisk disk = small_publication();
  const std::string before = file(disk, "raw/a.csv");
  std::string& table = file(disk, "raw/a.csv");
  exchange(table, "申請件数", " 申請件数");
  exchange(file(disk, "sources.toml"), "applications = \"申", "applications = \" 申");
  exchange(file(disk, "sources.toml"), sha256(before), sha256(table));
  CHECK(read(disk).sources[0].measures[1].second == "申請件数");
}

TEST_CASE("an address that leads up or has a semicolon is told what it may not have") {
  for (const char* address : {"kpi/../x/", "kpi;x/"}) {
    const std::string said = refused("publication.toml", "kpi/", address);
    CHECK(said.find("publication.base_url") != std::string::npos);
    CHECK(said.find("?, #, ;, blanks, quotes, \\, /../") != std::string::npos);
  }
}

TEST_CASE("a logo that is no well-formed XML is called that") {
  MemoryDisk disk = small_publication();
  file(disk, "publication.toml") += "[look]\nlogo = \"look/l.svg\"\nlogo_alt = \"県\"\n";
  file(disk, "look/l.svg") =
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><use xlink:href=\"#a\"/></svg>";
  const std::string said = refused(disk);
  CHECK(said.find("look.logo the SVG is not well-formed XML") != std::string::npos);
  CHECK(said.find("something runs") == std::string::npos);
}

TEST_CASE("an address without its final slash is an error") {
  CHECK(refused("publication.toml", "kpi/", "kpi").find("publication.base_url") !=
        std::string::npos);
}

TEST_CASE("navigation leads to places inside the site") {
  MemoryDisk disk = small_publication();
  file(disk, "publication.toml") += "navigation = [{ title = \"全国\", path = \"\" }]\n";
  CHECK(read(disk).navigation[0].title == "全国");
  exchange(file(disk, "publication.toml"), "path = \"\"", "path = \"https://x\"");
  CHECK(refused(disk).find("publication.path") != std::string::npos);
}

TEST_CASE("a missing description is an error") {
  MemoryDisk disk = small_publication();
  disk.tree.erase("data/small/publication.toml");
  CHECK(refused(disk) ==
        "data/small/publication.toml: error publication.missing the file is not there\n");
}

TEST_CASE("cases are told apart from pages") {
  MemoryDisk disk = small_publication();
  file(disk, "cases/yonago.md") =
      "---\ntitle: 米子市\nsources: [資料]\ncase: { themes: [survey] }\n---\n本文\n";
  const Publication publication = read(disk);
  REQUIRE(publication.pages.size() == 2);
  CHECK(publication.pages[1].is_case);
  CHECK(publication.pages[1].path == "yonago");
  CHECK(publication.pages[1].file == "data/small/cases/yonago.md");
}

TEST_CASE("sources that can not be read do not make every name unknown") {
  MemoryDisk disk = small_publication();
  file(disk, "sources.toml") += "[source.columns\n";
  CHECK(refused(disk).find("indicator.") == std::string::npos);
  disk.tree.erase(folder + "/sources.toml");
  CHECK(refused(disk) ==
        "data/small/sources.toml: error publication.missing the file is not there\n");
}

TEST_CASE("a folder that is not there is one error") {
  Findings findings;
  MemoryDisk disk;
  CHECK_FALSE(read_publication(disk, "data/nowhere", findings));
  CHECK(lines(findings) == "data/nowhere: error publication.missing the folder is not there\n");
}
