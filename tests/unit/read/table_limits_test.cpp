// What a table may have at most, against every format that could have more.
#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "read/table_file.h"
#include "table_cells.h"
#include "workbook_files.h"

using namespace yokoten;

namespace {

using Grid = std::vector<std::vector<std::string>>;

std::string separated(const Grid& grid, char between) {
  std::string text;
  for (const auto& row : grid)
    for (std::size_t at = 0; at < row.size(); ++at)
      text += row[at] + (at + 1 < row.size() ? between : '\n');
  return text;
}

std::string json(const Grid& grid) {
  std::string text;
  for (std::size_t row = 1; row < grid.size(); ++row) {
    text += text.empty() ? "{" : ",{";
    for (std::size_t at = 0; at < grid[row].size(); ++at)
      text += (at > 0 ? ",\"" : "\"") + grid[0][at] + "\":\"" + grid[row][at] + '"';
    text += '}';
  }
  return '[' + text + ']';
}

std::string json_columns(const Grid& grid) {
  std::string text;
  for (std::size_t at = 0; at < grid[0].size(); ++at) {
    text += (at > 0 ? ",\"" : "\"") + grid[0][at] + "\":[";
    for (std::size_t row = 1; row < grid.size(); ++row)
      text += (row > 1 ? ",\"" : "\"") + grid[row][at] + '"';
    text += ']';
  }
  return '{' + text + '}';
}

std::string estat(const Grid& grid) {
  return R"({"GET_STATS_DATA":{"RESULT":{"STATUS":0},"STATISTICAL_DATA":{"DATA_INF":{"VALUE":)" +
         json(grid) + "}}}}";
}

std::string sdmx(Grid grid) {
  for (auto& row : grid) row.insert(row.begin(), {"x", "1"});
  grid[0][0] = "DATAFLOW";
  grid[0][1] = "OBS_VALUE";
  return separated(grid, ',');
}

std::string xlsx(const Grid& grid) {
  Xlsx file;
  for (const auto& row : grid) {
    file.sheet_data += "<row>";
    for (const std::string& cell : row) file.sheet_data += "<c t=\"str\"><v>" + cell + "</v></c>";
    file.sheet_data += "</row>";
  }
  return zip_of(file.parts());
}

std::string ods(const Grid& grid) {
  std::string rows;
  for (const auto& row : grid) {
    rows += "<table:table-row>";
    for (const std::string& cell : row)
      rows += "<table:table-cell office:value-type=\"string\"><text:p>" + cell +
              "</text:p></table:table-cell>";
    rows += "</table:table-row>";
  }
  return zip_of(ods_parts(rows));
}

struct Writer {
  const char* name;
  TableFormat format;
  std::function<std::string(const Grid&)> bytes;
};

const std::array<Writer, 8>& writers() {
  static const std::array<Writer, 8> all = {
      {{"csv", TableFormat::csv, [](const Grid& grid) { return separated(grid, ','); }},
       {"tsv", TableFormat::tsv, [](const Grid& grid) { return separated(grid, '\t'); }},
       {"xlsx", TableFormat::xlsx, xlsx},
       {"ods", TableFormat::ods, ods},
       {"json", TableFormat::json, json},
       {"columns of json", TableFormat::json, json_columns},
       {"estat", TableFormat::estat, estat},
       {"sdmx-csv", TableFormat::sdmx_csv, sdmx}}};
  return all;
}

Grid grid_of(int rows, int columns, const std::string& cell = "a") {
  Grid grid(static_cast<std::size_t>(rows),
            std::vector<std::string>(static_cast<std::size_t>(columns), cell));
  for (std::size_t at = 0; at < grid[0].size(); ++at) grid[0][at] = "h" + std::to_string(at);
  return grid;
}

std::string said(const std::string& bytes, TableFormat format, const TableLimits& limits) {
  TableForm form;
  form.format = format;
  Findings findings;
  const auto table = read_table(bytes, "raw/a", findings, form, limits);
  std::string lines;
  for (const Finding& finding : findings) lines += to_line(finding, Language::en) + '\n';
  return table ? "read\n" + lines : lines;
}

/// Whether each format reads one grid and refuses the other with `words`, as its only finding.
void check_each(const Grid& fits, const Grid& too_much, const TableLimits& limits,
                const std::string& words) {
  for (const Writer& writer : writers()) {
    INFO(writer.name);
    CHECK(said(writer.bytes(fits), writer.format, limits) == "read\n");
    const std::string refusal = said(writer.bytes(too_much), writer.format, limits);
    INFO(refusal);
    CHECK(refusal.starts_with("raw/a"));
    CHECK(refusal.find("error table.limit") != std::string::npos);
    CHECK(refusal.find(words) != std::string::npos);
    CHECK(refusal.find('\n') == refusal.size() - 1);
  }
}

}  // namespace

TEST_CASE("no format has more bytes than allowed") {
  for (const Writer& writer : writers()) {
    INFO(writer.name);
    const std::string bytes = writer.bytes(grid_of(3, 3));
    CHECK(said(bytes, writer.format, {.bytes = bytes.size()}) == "read\n");
    CHECK(said(bytes, writer.format, {.bytes = bytes.size() - 1}) ==
          "raw/a: error table.limit the file has more than " + std::to_string(bytes.size() - 1) +
              " bytes\n");
  }
}

TEST_CASE("no format has longer cells than allowed") {
  check_each(grid_of(3, 3, std::string(100, 'x')), grid_of(3, 3, std::string(101, 'x')),
             {.cell = 100}, "more than 100 bytes");
}

TEST_CASE("no format has longer headings than allowed") {
  Grid fits = grid_of(3, 3), too_much = fits;
  fits[0][1] = std::string(100, 'x');
  too_much[0][1] = std::string(101, 'x');
  check_each(fits, too_much, {.cell = 100}, "more than 100 bytes");
}

TEST_CASE("no format has more columns than allowed") {
  for (const Writer& writer : writers()) {
    INFO(writer.name);
    const int own = writer.format == TableFormat::sdmx_csv ? 2 : 0;  // of the format itself
    CHECK(said(writer.bytes(grid_of(2, 20 - own)), writer.format, {.columns = 20}) == "read\n");
    const std::string refusal =
        said(writer.bytes(grid_of(2, 21 - own)), writer.format, {.columns = 20});
    INFO(refusal);
    CHECK(refusal.find("error table.limit") != std::string::npos);
    CHECK(refusal.find("more than 20 columns") != std::string::npos);
  }
}

TEST_CASE("no format has more rows than allowed") {
  for (const Writer& writer : writers()) {
    INFO(writer.name);
    // Of JSON the headings are no row of the file.
    const bool headless = writer.format == TableFormat::json || writer.format == TableFormat::estat;
    const int most = headless ? 21 : 20;
    CHECK(said(writer.bytes(grid_of(most, 2)), writer.format, {.rows = 20}) == "read\n");
    const std::string refusal =
        said(writer.bytes(grid_of(most + 1, 2)), writer.format, {.rows = 20});
    INFO(refusal);
    CHECK(refusal.find("error table.limit") != std::string::npos);
    CHECK(refusal.find("more than 20 rows") != std::string::npos);
  }
}

TEST_CASE("refusals say where: the cell, the pointer, the sheet and its row") {
  const TableLimits limits{.cell = 20};
  Grid grid = grid_of(3, 3);
  grid[2][1] = std::string(30, 'x');
  CHECK(said(separated(grid, ','), TableFormat::csv, limits).starts_with("raw/a:3:2: error"));
  CHECK(said(json(grid), TableFormat::json, limits).find(" /1/h1 the cell") != std::string::npos);
  CHECK(said(json_columns(grid), TableFormat::json, limits).find(" /h1/1 the cell") !=
        std::string::npos);
  CHECK(said(estat(grid), TableFormat::estat, limits).find("/DATA_INF/VALUE/1/h1 the cell") !=
        std::string::npos);
  CHECK(said(xlsx(grid), TableFormat::xlsx, limits).starts_with("raw/a:3:2: error"));
  CHECK(said(ods(grid), TableFormat::ods, limits).starts_with("raw/a:3:2: error"));
}

TEST_CASE("rows that lack most of their columns do not make a table of any size") {
  std::string text;
  for (int row = 0; row < 100; ++row)
    text += (row > 0 ? ",{\"a" : "{\"a") + std::to_string(row) + "\":1}";
  CHECK(said('[' + text + ']', TableFormat::json, {.cells = 10'000}) == "read\n");
  CHECK(said('[' + text + ",{\"a1\":1}]", TableFormat::json, {.cells = 10'000}) ==
        "raw/a: error table.limit /100 rows times columns are more than 10000 cells\n");
  CHECK(said(xlsx(grid_of(11, 10)), TableFormat::xlsx, {.cells = 100}) == "read\n");
  CHECK(said(xlsx(grid_of(12, 10)), TableFormat::xlsx, {.cells = 100}) ==
        "raw/a#表1:12: error table.limit rows times columns are more than 100 cells\n");
}

TEST_CASE("names put in place of codes do not make a table of any size") {
  std::string classes, values;
  for (int code = 0; code < 200; ++code) {
    classes += (code > 0 ? "," : "") + std::string("{\"@code\":\"") + std::to_string(code) +
               "\",\"@name\":\"" + std::string(3'000, 'x') + std::to_string(code) + "\"}";
    values += (code > 0 ? "," : "") + std::string("{\"@area\":\"") + std::to_string(code) + "\"}";
  }
  const std::string bytes =
      R"({"GET_STATS_DATA":{"RESULT":{"STATUS":0},"STATISTICAL_DATA":{"CLASS_INF":{"CLASS_OBJ":)"
      R"({"@id":"area","@name":"n","CLASS":[)" +
      classes + "]}},\"DATA_INF\":{\"VALUE\":[" + values + "]}}}}";
  CHECK(said(bytes, TableFormat::estat, {.table = 1U << 20U}) == "read\n");
  CHECK(said(bytes, TableFormat::estat, {.table = 300'000})
            .find("the table that was read has more than 300000 bytes") != std::string::npos);
}

TEST_CASE("the names of an answer of e-Stat are no longer than cells") {
  const auto with_name = [](const std::string& name) {
    return R"({"GET_STATS_DATA":{"RESULT":{"STATUS":0},"STATISTICAL_DATA":{"CLASS_INF":{"CLASS_OBJ":)"
           R"({"@id":"area","@name":"n","CLASS":{"@code":"1","@name":")" +
           name + R"("}}},"DATA_INF":{"VALUE":{"@area":"1"}}}}})";
  };
  CHECK(said(with_name(std::string(100, 'x')), TableFormat::estat, {.cell = 100}) == "read\n");
  for (const std::string& name : {std::string(101, 'x'), std::string("\\u0000")})
    CHECK(said(with_name(name), TableFormat::estat, {.cell = 100}) ==
          "raw/a: error table.limit "
          "/GET_STATS_DATA/STATISTICAL_DATA/CLASS_INF/CLASS_OBJ/CLASS/@name the name has more than "
          "100 bytes or holds a NUL character\n");
}

TEST_CASE("JSON nests no deeper than allowed, in an answer of e-Stat too") {
  const std::string fits = std::string(64, '[') + std::string(64, ']');
  TableForm form;
  form.rows_at = "/x";
  for (const TableFormat format : {TableFormat::json, TableFormat::estat}) {
    form.format = format;
    if (format == TableFormat::estat) form.rows_at.clear();
    Findings findings;
    CHECK_FALSE(read_table(fits, "raw/a", findings, form));
    CHECK_FALSE(read_table('[' + fits + ']', "raw/a", findings, form));
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].message.en.find("nested") == std::string::npos);
    CHECK(findings[1].code == "table.limit");
    CHECK(findings[1].message.en.ends_with("/0 nested deeper than 64"));
  }
}
