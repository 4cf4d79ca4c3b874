// Every key that says how a table stands in its file, against every format: what a format has no
// use for is refused where it was said, and all else changes what is read.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "read/source_list.h"
#include "read/table_file.h"
#include "table_cells.h"
#include "workbook_files.h"

using namespace yokoten;

namespace {

std::string xlsx_file() {
  Xlsx xlsx;
  const auto row = [](int number, const std::string& a, const std::string& b) {
    const std::string at = std::to_string(number);
    return "<row r=\"" + at + "\"><c r=\"A" + at + "\" t=\"str\"><v>" + a + "</v></c><c r=\"B" +
           at + "\" t=\"str\"><v>" + b + "</v></c></row>";
  };
  xlsx.sheet_data = row(1, "県", "件数") + row(2, "鳥取県", "1") + row(3, "島根県", "2");
  xlsx.workbook = R"(<sheets><sheet name="表" sheetId="1" r:id="rId1"/>)"
                  R"(<sheet name="裏" state="hidden" sheetId="2" r:id="rId2"/></sheets>)";
  xlsx.more_links = "<Relationship Id=\"rId2\" Type=\"" + link_space +
                    "/worksheet\" Target=\"worksheets/second.xml\"/>";
  xlsx.more_parts = {{"book/worksheets/second.xml",
                      Xlsx::sheet("", row(1, "市", "数") + row(2, "米子市", "9"), "")}};
  return zip_of(xlsx.parts());
}

std::string ods_file() {
  const auto row = [](const std::string& a, const std::string& b) {
    const auto cell = [](const std::string& text) {
      return "<table:table-cell office:value-type=\"string\"><text:p>" + text +
             "</text:p></table:table-cell>";
    };
    return "<table:table-row>" + cell(a) + cell(b) + "</table:table-row>";
  };
  const std::string tables =
      "<table:table table:name=\"表\">" + row("県", "件数") + row("鳥取県", "1") +
      row("島根県", "2") + "</table:table><table:table table:name=\"裏\" table:style-name=\"t\">" +
      row("市", "数") + row("米子市", "9") + "</table:table>";
  const std::string hidden =
      "<style:style style:name=\"t\" style:family=\"table\"><style:table-properties "
      "table:display=\"false\"/></style:style>";
  Parts parts = ods_parts("");
  parts[1].second = ods_content(tables, hidden);
  return zip_of(parts);
}

const std::string kEstat = R"({"GET_STATS_DATA":{"RESULT":{"STATUS":0},"STATISTICAL_DATA":{
  "CLASS_INF":{"CLASS_OBJ":{"@id":"area","@name":"地域","CLASS":{"@code":"31000","@name":"鳥取県"}}},
  "DATA_INF":{"VALUE":[{"@area":"31000","$":"492"}]}}}})";

struct Sample {
  TableFormat format;
  std::string bytes;
  std::string used;  // the keys that it has a use for
};

const std::array<Sample, 7>& samples() {
  static const std::array<Sample, 7> all = {{
      {TableFormat::csv, "県,件数\n鳥取県,1\n島根県,2\n", "encoding header skip range"},
      {TableFormat::tsv, "県\t件数\n鳥取県\t1\n島根県\t2\n", "encoding header skip range"},
      {TableFormat::xlsx, xlsx_file(), "sheet header skip range"},
      {TableFormat::ods, ods_file(), "sheet header skip range"},
      {TableFormat::json, R"([{"県":"鳥取県","件数":1},{"県":"島根県","件数":2}])",
       "encoding rows_at"},
      {TableFormat::estat, kEstat, "encoding"},
      {TableFormat::sdmx_csv, "DATAFLOW,OBS_VALUE\n県,1\n市,2\n", "encoding header skip range"},
  }};
  return all;
}

struct Key {
  const char* name;
  const char* line;  // of sources.toml
};

constexpr std::array<Key, 6> kKeys = {{{"encoding", "encoding = \"euc-jp\""},
                                       {"sheet", "sheet = \"裏\""},
                                       {"header", "header = 2"},
                                       {"skip", "skip = [2]"},
                                       {"range", "range = \"B1:B9\""},
                                       {"rows_at", "rows_at = \"/0\""}}};

/// What comes of a file that sources.toml describes with these lines: the cells, then findings.
std::string outcome(const Sample& sample, const std::string& lines) {
  const std::string head =
      "[[source]]\nid = \"a\"\ntitle = \"t\"\npublisher = \"p\"\ndocument = \"d\"\n"
      "url = \"file:raw/a.txt\"\nsha256 = \"" +
      std::string(64, '0') + "\"\nkind = \"records\"\n";
  Findings findings;
  const auto sources = read_sources(
      head + "format = \"" + std::string(name_of(sample.format)) + "\"\n" + lines + "\n",
      "sources.toml", findings);
  REQUIRE(findings.empty());
  const auto table = read_table(sample.bytes, "raw/a.txt", findings, sources.at(0).form);
  std::string said;
  if (table)
    for (const std::string& heading : table->header()) said += '[' + heading + ']';
  said += cells_of(table);
  for (const Finding& finding : findings) said += '\n' + to_line(finding, Language::en);
  return said;
}

}  // namespace

TEST_CASE("every format is read under its own name, whatever the file is called") {
  for (const Sample& sample : samples()) {
    INFO(name_of(sample.format));
    CHECK(outcome(sample, "").find("error") == std::string::npos);
  }
}

TEST_CASE("each key changes what is read, or is refused by name where a format has no use for it") {
  for (const Sample& sample : samples())
    for (const Key& key : kKeys) {
      const std::string format(name_of(sample.format));
      INFO(format << ' ' << key.line);
      const std::string said = outcome(sample, key.line);
      const std::string refusal = "\nraw/a.txt: error table.format " + std::string(key.name) +
                                  " has no meaning for " + format;
      if (sample.used.find(key.name) == std::string::npos)
        CHECK(said == refusal);
      else
        CHECK((said != outcome(sample, "") && said.find("has no meaning") == std::string::npos));
    }
}
