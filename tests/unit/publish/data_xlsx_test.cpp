#include "publish/data_xlsx.h"

#include <doctest/doctest.h>

#include "publish/data_package.h"
#include "publish/made_workbook.h"
#include "publish/open_data.h"

using namespace yokoten;

namespace {

struct Figures {
  Publication publication;
  Areas areas;
  Measured measured;
  CorrectedFigures corrected;

  Figures() {
    publication.title = "見本";
    publication.publisher = "=cmd|' /C calc'!A0";
    publication.base_url = "https://example.jp/";
    publication.as_of = "2024-12-31";
    publication.licence = "PDL1.0";
    publication.words["data.credit"] = "出典：「{}」（{}、{}、{}時点）。{}の資料を加工して作成";
    Source& source = publication.sources.emplace_back();
    source.id = "table";
    source.title = "+1";
    source.publisher = "厚生労働省";
    Indicator& rate = publication.indicators.emplace_back();
    rate.id = "rate";
    rate.title = "@SUM(A1)";
    rate.unit = "%";
    rate.decimals = 1;
    add("24.117647", "", 0);
    add("", "2.010339", bound);
  }

  void add(const char* value, const char* lower, std::uint8_t flags) {
    Observation made;
    made.period = measured.cube.period_id(*parse_period(value[0] ? "2024" : "2023"));
    made.value = parse_decimal(value);
    made.lower = parse_decimal(lower);
    made.flags = flags;
    made.source = 0;
    measured.cube.add(made);
  }

  DataSet set() const { return whole_set(publication, measured); }
  DataSheets sheets() const {
    return data_sheets(publication, areas, measured, corrected, SheetWords(publication), set());
  }
  std::string csv() const { return FiguresCsv(publication, areas, measured.cube).of(set()); }
};

}  // namespace

TEST_CASE("the same figures give the same workbook") {
  const Figures figures;
  const auto one = data_xlsx(figures.publication, figures.set(), figures.sheets());
  REQUIRE(one);
  CHECK(*one == *data_xlsx(figures.publication, figures.set(), figures.sheets()));
}

TEST_CASE("a workbook tells by itself what it was made from") {
  Figures figures;
  const auto made = data_xlsx(figures.publication, figures.set(), figures.sheets());
  REQUIRE(made);
  CHECK(is_made_from(*made, figures.sheets()));
  figures.publication.licence = "CC0-1.0";
  CHECK_FALSE(is_made_from(*made, figures.sheets()));
}

TEST_CASE("what is no workbook was made from nothing") {
  CHECK_FALSE(is_made_from("PK", Figures().sheets()));
}

TEST_CASE("a value in a workbook is a number shown with its unit") {
  const FigureCell value = Figures().sheets().rows[0][7];
  CHECK(value.text == "24.117647");
  CHECK(value.number == doctest::Approx(24.117647));
  CHECK(value.format == "#,##0.0\"%\"");
}

TEST_CASE("a bound in a workbook is not rounded") {
  CHECK(Figures().sheets().rows[1][8].format == "#,##0.000000\"%\"");
}

TEST_CASE("a text that a spreadsheet would run is a text in a workbook") {
  CHECK_FALSE(Figures().sheets().rows[0][0].number);
}

TEST_CASE("a credit line names publication, publisher, address, date and sources") {
  const Figures figures;
  CHECK(credit_line(figures.publication, figures.set()) ==
        "出典：「見本」（=cmd|' /C calc'!A0、https://example.jp/data/、2024年12月31日時点）。"
        "厚生労働省の資料を加工して作成");
}

TEST_CASE("JSON has the texts of the CSV, also of what is missing") {
  const Figures figures;
  const std::string json =
      data_json(figures.publication, figures.areas, figures.measured, figures.set());
  CHECK(json.find("\"value\": \"24.117647\", \"lower\": \"\"") != std::string::npos);
}

TEST_CASE("a negative figure is a number in CSV and no text") {
  Figures figures;
  Observation made;
  made.value = parse_decimal("-3");
  figures.measured.cube.add(made);
  CHECK(figures.csv().find(",-3,") != std::string::npos);
}

TEST_CASE("a figure of which only the end above is known gives that and no reason") {
  Figures figures;
  Observation made;
  made.period = figures.measured.cube.period_id(*parse_period("2022"));
  made.upper = parse_decimal("14.285714");
  made.flags = bound;
  made.missing = Missing::unknown;
  made.source = 0;
  figures.measured.cube.add(made);
  CHECK(figures.csv().find(",14.285714,%,bound,,table\n") != std::string::npos);
  CHECK(figures.sheets().rows[2][12].text.empty());
}

TEST_CASE("a data package tells the size and hash of its file") {
  const Figures figures;
  const std::string json =
      data_package_json(figures.publication, figures.set(), entry_of("all.csv", "abc"));
  CHECK(json.find("\"bytes\": 3") != std::string::npos);
  CHECK(json.find("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") !=
        std::string::npos);
}

TEST_CASE("a data package tells of the tables beside the figures with the columns that they have") {
  const Figures figures;
  const std::string json =
      data_package_json(figures.publication, figures.set(), entry_of("all.csv", "abc"),
                        {{"outcomes", "前と後", "\xEF\xBB\xBFindicator,before_mean\nrate,1\n"}});
  CHECK(json.find("\"path\": \"outcomes.csv\"") != std::string::npos);
  CHECK(json.find("\"name\": \"indicator\",\n            \"type\": \"string\"") !=
        std::string::npos);
  CHECK(json.find("\"name\": \"before_mean\",\n            \"type\": \"number\"") !=
        std::string::npos);
}

TEST_CASE("letters that no XML holds are left out of workbooks") {
  const std::string plain = "県\tの\n表", odd = "県\v\xEF\xBF\xBEの";
  CHECK(std::string(SheetText(plain).c_str()) == plain);
  CHECK(std::string(SheetText(odd).c_str()) == "県の");
}

TEST_CASE(
    "a title that was pasted with a line break of its own gives the workbook of one without") {
  Figures plain, pasted;
  plain.publication.title = "見本表";
  pasted.publication.title = "見本\v表";
  CHECK(*data_xlsx(plain.publication, plain.set(), plain.sheets()) ==
        *data_xlsx(pasted.publication, pasted.set(), plain.sheets()));
}
