#include <doctest/doctest.h>

#include <string>

#include "model/observation.h"
#include "read/source_list.h"
#include "read/table_file.h"
#include "small_publication.h"

using namespace yokoten;

namespace {

const std::string source_head =
    "[[source]]\nid = \"a\"\ntitle = \"t\"\nurl = \"file:raw/a.csv\"\npublisher = \"p\"\n"
    "document = \"d\"\nsha256 = \"" +
    std::string(64, '0') + "\"\n";  // 7 lines

Source source(const std::string& text) {
  Findings findings;
  const auto sources = read_sources(source_head + text, "s.toml", findings);
  CHECK(lines(findings) == "");
  REQUIRE(sources.size() == 1);
  return sources[0].source;
}

std::string wrong(const std::string& text) {
  Findings findings;
  read_sources(source_head + text, "s.toml", findings);
  return lines(findings);
}

const std::string measured = "area = \"県\"\n[source.columns]\noffices = \"件数\"\n";

}  // namespace

TEST_CASE("an area of six digits is fixed for all rows") {
  const Source made = source("area = \"000000\"\n[source.columns]\nx = \"y\"\n");
  CHECK(made.fixed_area == "000000");
  CHECK(made.area_column == "");
}

TEST_CASE("prefecture and municipality may stand in two columns") {
  const Source made = source(
      "area = { prefecture = \"都道府県\", municipality = \"市町村\" }\n[source.columns]\nx = "
      "\"y\"\n");
  CHECK(made.prefecture_column == "都道府県");
  CHECK(made.area_column == "市町村");
  CHECK(made.level == AreaLevel::municipality);
}

TEST_CASE("a period that is none names a column") {
  CHECK(to_text(*source("period = \"2023FY\"\n" + measured).period) == "2023FY");
  const Source made = source("period = \"年度\"\n" + measured);
  CHECK_FALSE(made.period);
  CHECK(made.period_column == "年度");
}

TEST_CASE("figures need an area and something to count") {
  CHECK(wrong("[source.columns]\nx = \"y\"\n") ==
        "s.toml:1:1: error toml.missing the key area is missing\n");
  CHECK(wrong("area = \"県\"\n") ==
        "s.toml:1:1: error toml.missing columns or unpivot is missing\n");
}

TEST_CASE("columns turn into a breakdown by their headings") {
  const Source made =
      source(measured +
             "[[source.unpivot]]\ninto = \"breakdown:start\"\n"
             "measure = \"bodies\"\ncolumns = [\"第二期\", \"第一期\"]\ntotal = \"計\"\n");
  REQUIRE(made.unpivots.size() == 1);
  CHECK(made.unpivots[0].into == "start");
  CHECK(made.unpivots[0].columns[0] == std::pair<std::string, std::string>{"第二期", "第二期"});
  CHECK(made.unpivots[0].total == "計");
}

TEST_CASE("columns turn into periods by what stands for their headings") {
  const Source made = source(measured +
                             "[[source.unpivot]]\ninto = \"period\"\nmeasure = \"centres\"\n"
                             "columns = { \"設置済_2024-07\" = \"2024-07\" }\n");
  CHECK(made.unpivots[0].into == "period");
  CHECK(made.unpivots[0].columns[0] ==
        std::pair<std::string, std::string>{"設置済_2024-07", "2024-07"});
}

TEST_CASE("columns that are to be periods must name some") {
  CHECK(wrong(measured + "[[source.unpivot]]\ninto = \"period\"\nmeasure = \"m\"\n"
                         "columns = [\"7月\"]\n") ==
        "s.toml:14:12: error source.period \"7月\" is no period: write the period of each heading, "
        "such as { \"HEADING\" = \"2024-07\" }\n");
}

TEST_CASE("headings that are periods need nothing to stand for them") {
  const Source made = source(measured +
                             "[[source.unpivot]]\ninto = \"period\"\nmeasure = \"centres\"\n"
                             "columns = [\"令和４年度\", \"2023FY\", \"202410\"]\n");
  using Column = std::pair<std::string, std::string>;
  CHECK(made.unpivots[0].columns[0] == Column{"令和４年度", "2022FY"});
  CHECK(made.unpivots[0].columns[1] == Column{"2023FY", "2023FY"});
  CHECK(made.unpivots[0].columns[2] == Column{"202410", "2024-10"});
}

TEST_CASE("of a heading that nearly is a period it is said why it is none") {
  CHECK(wrong(measured + "[[source.unpivot]]\ninto = \"period\"\nmeasure = \"m\"\n"
                         "columns = [\"令和6年度（2023年度）\"]\n")
            .find("its brackets say \"2023年度\"") != std::string::npos);
}

TEST_CASE("columns turn into nothing else") {
  CHECK(wrong(measured +
              "[[source.unpivot]]\ninto = \"start\"\nmeasure = \"m\"\ncolumns = [\"x\"]\n") ==
        "s.toml:12:8: error source.unpivot into is period or breakdown:KEY\n");
}

TEST_CASE("a printed rate names measures of its source") {
  const Source made = source(measured +
                             "[[source.printed]]\ncolumn = \"率\"\nnumerator = \"offices\"\n"
                             "denominator = \"offices\"\n");
  CHECK(made.printed[0].decimals == 1);
  CHECK(wrong(measured + "[[source.printed]]\ncolumn = \"率\"\nnumerator = \"office\"\n"
                         "denominator = \"offices\"\n") ==
        "s.toml:13:13: error source.measure this source has no measure office; did you mean "
        "offices?\n");
}

TEST_CASE("a symbol may give its reason in the words of pages") {
  const Source read = source(measured +
                             "[source.symbols]\n\"－\" = \"該当なし\"\n\"x\" = \"秘匿\"\n"
                             "\"…\" = \"公表資料に未掲載\"\n\"*\" = \"０\"\n");
  CHECK(read.symbols.at("－") == "not_applicable");
  CHECK(read.symbols.at("x") == "suppressed");
  CHECK(read.symbols.at("…") == "not_published");
  CHECK(read.symbols.at("*") == "zero");
}

TEST_CASE("a symbol may mean 0 without quotes, and no other number") {
  CHECK(source(measured + "[source.symbols]\n\"-\" = 0\n").symbols.at("-") == "zero");
  CHECK(wrong(measured + "[source.symbols]\n\"-\" = 1\n").find("12:7: error toml.type") !=
        std::string::npos);
}

TEST_CASE("a symbol gives a reason that is known") {
  CHECK(source(measured + "[source.symbols]\n\"—\" = \"not_set\"\n").symbols.at("—") == "not_set");
  CHECK(wrong(measured + "[source.symbols]\n\"—\" = \"notset\"\n")
            .find("12:7: error source.symbol") != std::string::npos);
}

TEST_CASE("a note gives a flag or a period or both") {
  const Source made = source(measured +
                             "[source.notes]\n\"R5暫定値\" = { flag = \"provisional\", period = "
                             "\"2023FY\" }\n\"R4調査\" = { period = \"2022FY\" }\n");
  CHECK(made.notes.at("R5暫定値").flags == provisional);
  CHECK(to_text(*made.notes.at("R5暫定値").period) == "2023FY");
  CHECK(made.notes.at("R4調査").flags == 0);
}

TEST_CASE("a total row without an area column must name its column") {
  CHECK(wrong("area = \"000000\"\ntotal_row = \"合計\"\n[source.columns]\nx = \"y\"\n") ==
        "s.toml:9:13: error source.total_row there is no area column; name one: "
        "{ column = …, values = [ … ] }\n");
  const Source made = source(
      "area = \"000000\"\ntotal_row = { column = \"区分\", values = [\"計\"] }\n"
      "[source.columns]\nx = \"y\"\n");
  CHECK(made.total_row->column == "区分");
}

TEST_CASE("a list that claims to be complete says down to where") {
  const Source made =
      source("lists = { at_least = 20, rate = \"率\" }\nrank = \"順位\"\n" + measured);
  CHECK(to_text(*made.lists_at_least) == "20");
  CHECK(made.lists_rate == "率");
  CHECK(made.rank_column == "順位");
}

TEST_CASE("labels and frameworks belong to their own kind of source") {
  CHECK(wrong(measured + "[source.labels]\nbreakdown = \"b\"\ncode = \"c\"\nlabel = \"l\"\n") ==
        "s.toml:11:1: error source.kind this kind of source has no labels\n");
  CHECK(wrong("kind = \"labels\"\n") ==
        "s.toml:1:1: error toml.missing this kind of source needs labels\n");
}

TEST_CASE("a kind that is none is an error with all that are") {
  CHECK(wrong("kind = \"figure\"\n" + measured) ==
        "s.toml:8:8: error toml.choice kind is one of figures, list, records, framework, labels, "
        "boundaries, effect-reports, subsidised-offices, cases; did you mean figures?\n");
}

TEST_CASE("unknown keys are found in every table of a source") {
  const std::string text =
      "lists = { at_least = 20, rate = \"率\", a1 = 1 }\n"
      "of_which = { column = \"区分\", values = [\"うち\"], a2 = 1 }\n" +
      measured +
      "[[source.unpivot]]\ninto = \"period\"\nmeasure = \"m\"\ncolumns = []\na3 = 1\n"
      "[[source.printed]]\ncolumn = \"r\"\nnumerator = \"offices\"\ndenominator = \"offices\"\na4 "
      "= 1\n"
      "[source.notes]\n\"n\" = { a5 = 1 }\n";
  const std::string found = wrong(text);
  for (const char* key : {"a1", "a2", "a3", "a4", "a5"})
    CHECK_MESSAGE(found.find("there is no key " + std::string(key)) != std::string::npos, key);
}

TEST_CASE("every heading is kept with the place that names it") {
  Findings findings;
  const auto sources = read_sources(source_head + measured, "s.toml", findings);
  REQUIRE(sources[0].headings.size() == 2);
  CHECK(sources[0].headings[1].first == "件数");
  CHECK(sources[0].headings[1].second == Place{"s.toml", 10, 11});
}

TEST_CASE("a date in another form is an error and no heading") {
  for (const char* text : {"2024/09/13", "2024-09-31", "令和6年9月", "R6.9.13"})
    CHECK_MESSAGE(wrong("period = \"" + std::string(text) + "\"\n" + measured)
                          .find("s.toml:8:10: error source.period") == 0,
                  text);
}

TEST_CASE("the ending of a raw file may be written in capital letters") {
  std::string head = source_head;
  head.replace(head.find("raw/a.csv"), 9, "raw/NINTEI.XLSX");
  Findings findings;
  const auto sources = read_sources(head + measured, "s.toml", findings);
  CHECK(lines(findings) == "");
  REQUIRE(sources.size() == 1);
  CHECK(sources[0].source.file == "raw/NINTEI.XLSX");
  CHECK(format_of_name("raw/NINTEI.XLSX") == TableFormat::xlsx);
}
