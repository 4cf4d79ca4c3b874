#include "read/framework.h"

#include <doctest/doctest.h>

#include <string>

#include "read/csv_table.h"
#include "small_publication.h"

using namespace yokoten;
using Kind = Target::Kind;

namespace {

// The rows of the national KPI table, shortened to the columns that are read.
const char* const kpi_table =
    "群,指標,単位,2023,2026,2029,2040,望ましい向き,公表\n"
    ",周知件数,件,2570(R5暫定値),増加,増加,—,増加,\n"
    ",人材育成数,名,500,5000,10000,—,増加,\n"
    ",窓口の設置数,箇所,5,47,47,47,増加,\n"
    ",委員会設置,%,—,2024年夏までに調査し設定,,,増加,※\n"
    ",導入割合,%,29,50,90,90以上,増加,※\n"
    ",開発支援件数,件,52(R5暫定値),60以上,60以上,—,増加,\n"
    "①,残業時間,時間,6.4,減少又は維持,減少又は維持,減少又は維持,減少,※\n"
    "①,有給休暇,日,7.4,8.4,10.9,全産業平均以上,増加,※\n"
    "③,総業務時間,%,—,25,25,25,減少幅の維持,※\n"
    "①,離職率,%,15.7(R4調査),15.3,15.0,全産業平均以下,減少,※\n";

Publication national(const std::string& csv = kpi_table) {
  Publication publication;
  Source source;
  source.id = "kpi";
  source.kind = SourceKind::framework;
  FrameworkColumns columns;
  columns.title = "指標";
  columns.group = "群";
  columns.unit = "単位";
  columns.better = "望ましい向き";
  columns.by_service = "公表";
  columns.values = {{"2023", *parse_period("2023FY")}};
  columns.targets = {{"2026", 2026}, {"2029", 2029}, {"2040", 2040}};
  source.framework = columns;
  source.symbols["—"] = "not_set";
  source.notes["R5暫定値"] = {provisional, parse_period("2023FY")};
  source.notes["R4調査"] = {0, parse_period("2022FY")};
  publication.sources.push_back(source);
  Findings findings;
  const auto table = read_csv(csv, "raw/kpi.csv", findings);
  REQUIRE_MESSAGE(table, lines(findings));
  publication.tables.push_back(*table);
  return publication;
}

std::string rows(Publication& publication) {
  Findings findings;
  read_framework_rows(publication, findings);
  return lines(findings);
}

std::string kinds(const FrameworkRow& row) {
  const char* const names[] = {"number",   "at_least",  "at_most", "direction",
                               "relation", "to_be_set", "not_set"};
  std::string text;
  for (const Target& target : row.targets)
    text += std::to_string(target.year) + ' ' + names[static_cast<int>(target.kind)] + ' ';
  return text;
}

Indicator claiming(const std::string& id, const std::string& title) {
  Indicator indicator;
  indicator.id = id;
  indicator.framework = title;
  return indicator;
}

}  // namespace

TEST_CASE("every target of the national table is understood") {
  Publication publication = national();
  CHECK(rows(publication) == "");
  const char* const wanted[] = {
      "2026 direction 2029 direction 2040 not_set ",   "2026 number 2029 number 2040 not_set ",
      "2026 number 2029 number 2040 number ",          "2026 to_be_set 2029 not_set 2040 not_set ",
      "2026 number 2029 number 2040 at_least ",        "2026 at_least 2029 at_least 2040 not_set ",
      "2026 direction 2029 direction 2040 direction ", "2026 number 2029 number 2040 relation ",
      "2026 number 2029 number 2040 number ",          "2026 number 2029 number 2040 relation "};
  REQUIRE(publication.framework.size() == 10);
  for (std::size_t at = 0; at < 10; ++at) {
    CAPTURE(publication.framework[at].title);
    CHECK(kinds(publication.framework[at]) == wanted[at]);
  }
}

TEST_CASE("values carry their notes and reasons and periods") {
  Publication publication = national();
  rows(publication);
  const auto& found = publication.framework;
  CHECK(to_text(*found[0].value) == "2570");
  CHECK(found[0].flags == provisional);
  CHECK(found[0].note == "R5暫定値");
  CHECK(found[3].missing == Missing::not_set);
  CHECK_FALSE(found[3].value);
  CHECK(to_text(found[9].period) == "2022FY");
  CHECK(to_text(found[1].period) == "2023FY");
  CHECK(found[9].place == Place{"raw/kpi.csv", 11, 4});
  CHECK(found[9].origin.row == 9);
  CHECK(found[9].origin.column == 3);
  CHECK(found[9].by_service);
  CHECK_FALSE(found[0].by_service);
}

TEST_CASE("a target keeps its own place and its printed words") {
  Publication publication = national();
  rows(publication);
  CHECK(publication.framework[9].targets[2].place == Place{"raw/kpi.csv", 11, 7});
  CHECK(publication.framework[9].targets[2].text == "全産業平均以下");
}

TEST_CASE("a value with an unknown note is an error at its cell") {
  Publication publication = national(
      "群,指標,単位,2023,2026,2029,2040,望ましい向き,公表\n"
      ",周知件数,件,2570(速報),増加,増加,—,増加,\n");
  CHECK(
      rows(publication) ==
      "raw/kpi.csv:2:4: error number.unknown 2570(速報) is no number, no symbol of the legend and "
      "no number with a known note\n");
}

TEST_CASE("a target of other words is an error at its cell") {
  Publication publication = national(
      "群,指標,単位,2023,2026,2029,2040,望ましい向き,公表\n"
      ",周知件数,件,1,検討中,増加,—,増加,\n");
  CHECK(rows(publication) ==
        "raw/kpi.csv:2:5: error target.unknown 検討中 is no target; write 50, 90以上 or 増加, or "
        "add a word of the legend under symbols\n");
}

TEST_CASE("a title that stands twice is an error") {
  Publication publication = national(
      "群,指標,単位,2023,2026,2029,2040,望ましい向き,公表\n"
      ",a,件,1,,,,,\n,a,件,1,,,,,\n");
  CHECK(rows(publication) ==
        "raw/kpi.csv:3:2: error framework.twice the title a is empty or stands twice\n");
}

TEST_CASE("an indicator gets its row and what it left out") {
  Publication publication = national(
      "群,指標,単位,2023,2026,2029,2040,望ましい向き,公表\n"
      "①,離職率,%,15.7(R4調査),15.3,15.0,全産業平均以下,減少,※\n");
  rows(publication);
  publication.indicators = {claiming("turnover", "離職率")};
  Findings findings;
  bind_framework(publication, {Place{}}, findings);
  CHECK(lines(findings) == "");
  const Indicator& indicator = publication.indicators[0];
  REQUIRE(indicator.row);
  CHECK(to_text(*indicator.row->value) == "15.7");
  CHECK(indicator.targets.size() == 3);
  CHECK(indicator.unit == "%");
  CHECK(indicator.group == "①");
  CHECK(indicator.better == Better::lower);
}

TEST_CASE("an unknown title is an error with the nearest one and the row stays unclaimed") {
  Publication publication = national(
      "群,指標,単位,2023,2026,2029,2040,望ましい向き,公表\n"
      ",年間の離職率,%,1,,,,,\n");
  rows(publication);
  publication.indicators = {claiming("turnover", "年間離職率")};
  Findings findings;
  bind_framework(publication, {Place{"i.toml", 3, 13}}, findings);
  CHECK(lines(findings) ==
        "i.toml:3:13: error framework.unknown the KPI framework has no row of this title; did you "
        "mean 年間の離職率?\n"
        "raw/kpi.csv:2:2: error framework.unclaimed no indicator names 年間の離職率 as its "
        "framework\n");
}

TEST_CASE("a row that two indicators claim is an error at the second") {
  Publication publication = national(
      "群,指標,単位,2023,2026,2029,2040,望ましい向き,公表\n"
      ",離職率,%,1,,,,,\n");
  rows(publication);
  publication.indicators = {claiming("a", "離職率"), claiming("b", "離職率")};
  Findings findings;
  bind_framework(publication, {Place{"a.toml", 1, 1}, Place{"b.toml", 1, 1}}, findings);
  CHECK(lines(findings) ==
        "b.toml:1:1: error framework.claimed this row belongs to the indicator a\n");
}

TEST_CASE("labels keep the order of their table") {
  Publication publication;
  Source source;
  source.kind = SourceKind::labels;
  source.label_breakdown = "start";
  source.label_code = "期";
  source.label_text = "表記";
  publication.sources.push_back(source);
  Table table("raw/p.csv", {"期", "表記"});
  table.add_row({"第一期", "令和４年度下半期"}, 2);
  table.add_row({"第二期", "令和５年度上半期"}, 3);
  publication.tables.push_back(table);
  Findings findings;
  read_labels(publication, findings);
  CHECK(lines(findings) == "");
  CHECK(publication.labels.at("start") ==
        Labels{{"第一期", "令和４年度下半期"}, {"第二期", "令和５年度上半期"}});
}

TEST_CASE("a label whose code stands twice is an error") {
  Publication publication;
  Source source;
  source.kind = SourceKind::labels;
  source.label_breakdown = "start";
  source.label_code = "期";
  source.label_text = "表記";
  publication.sources.push_back(source);
  Table table("raw/p.csv", {"期", "表記"});
  table.add_row({"第一期", "a"}, 2);
  table.add_row({"第一期", "b"}, 3);
  publication.tables.push_back(table);
  Findings findings;
  read_labels(publication, findings);
  CHECK(lines(findings) ==
        "raw/p.csv:3:1: error labels.twice the code 第一期 is empty or stands twice\n");
}
