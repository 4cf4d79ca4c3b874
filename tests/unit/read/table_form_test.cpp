#include <doctest/doctest.h>

#include <string>

#include "read/csv_table.h"
#include "read/table_file.h"
#include "read/workbook_names.h"
#include "table_cells.h"

using namespace yokoten;

namespace {

struct ReadTableForm {
  Findings findings;
  std::optional<Table> table;

  ReadTableForm(std::string_view bytes, const TableForm& form, const std::string& file = "a.csv")
      : table(read_table(bytes, file, findings, form)) {}

  std::string headings() const {
    std::string text;
    for (int column = 0; table && column < table->columns(); ++column)
      text += '[' + table->header()[static_cast<std::size_t>(column)] + ']';
    return text;
  }

  std::string cells() const { return cells_of(table); }

  std::string only() const {
    return findings.size() == 1 ? to_line(findings[0], Language::en)
                                : std::to_string(findings.size()) + " findings";
  }
};

TableForm with_header(std::vector<int> rows) {
  TableForm form;
  form.header = std::move(rows);
  return form;
}

}  // namespace

TEST_CASE("titles above the headings are no part of the table") {
  const ReadTableForm read("利用申請状況,\n2024年9月,\n都道府県,件数\n鳥取県,3\n",
                           with_header({3}));
  CHECK(read.headings() == "[都道府県][件数]");
  CHECK(read.cells() == "4:[鳥取県][3]");
  CHECK(read.table->heading_place(1) == Place{"a.csv", 3, 2});
}

TEST_CASE("headings below a title are pointed at") {
  CHECK(
      ReadTableForm("題\n県,件数\n", {}).only() ==
      "a.csv:2:2: error table.width 2 cells, but 1 headings; if the headings are in this row, say "
      "header = 2");
}

TEST_CASE("two rows of headings are joined and merged cells count for all below") {
  const ReadTableForm read("県,令和6年度,,備考\n,件数,率,\n鳥取県,3,10,-\n", with_header({1, 2}));
  CHECK(read.headings() == "[県][令和6年度／件数][令和6年度／率][備考]");
}

TEST_CASE("blanks around a heading are none of it, and are remembered") {
  const ReadTableForm read("\"都道府県 \",人口　\n鳥取県,3\n", {});
  CHECK(read.headings() == "[都道府県][人口]");
  CHECK(read.table->has_spaced_heading(1));
  CHECK(read.table->column("人口") == 1);
  CHECK(read.table->column("人口　") == 1);
}

TEST_CASE("rows that are to be skipped are not read") {
  TableForm form;
  form.skip = *row_spans("3,5-");
  CHECK(ReadTableForm("県,件数\n鳥取県,3\n小計,3\n島根県,4\n注 速報値\n出典 県\n", form).cells() ==
        "2:[鳥取県][3]4:[島根県][4]");
}

TEST_CASE("only the cells of a range are the table and keep their places") {
  TableForm form = with_header({2});
  form.range = table_range("B2:C3");
  const ReadTableForm read("題,,,\nx,県,件数,y\n1,鳥取県,3,2\n1,島根県,4,2\n", form);
  CHECK(read.headings() == "[県][件数]");
  CHECK(read.cells() == "3:[鳥取県][3]");
  CHECK(read.table->place(0, 1) == Place{"a.csv", 3, 3});
}

TEST_CASE("a first column without a heading has a name, and it is said") {
  const ReadTableForm read(",訪問介護,通所介護\n松江市,5,6\n", {});
  CHECK(read.headings() == "[（見出しなし）][訪問介護][通所介護]");
  CHECK(read.cells() == "2:[松江市][5][6]");
  CHECK(read.only().starts_with("a.csv:1:1: note table.corner the first heading is empty"));
}

TEST_CASE("a name like that of an empty corner in another column is an error") {
  const ReadTableForm read(",（見出しなし）\n松江市,5\n", {});
  CHECK_FALSE(read.table);
}

TEST_CASE("the first column of a range may lack its heading") {
  TableForm form = with_header({2});
  form.range = table_range("B2:C");
  CHECK(ReadTableForm("題,,\nx,,件数\n1,鳥取県,3\n", form).headings() == "[（見出しなし）][件数]");
}

TEST_CASE("a row of headings that is not there is an error with its row") {
  CHECK(ReadTableForm("県,件数\n\n鳥取県,3\n", with_header({2})).only() ==
        "a.csv:2:1: error table.heading row 2 is empty; it must hold the headings");
}

TEST_CASE("tabs separate the cells of TSV") {
  CHECK(ReadTableForm("県\t件数\n鳥取県\t1,234\n", {}, "a.tsv").cells() == "2:[鳥取県][1,234]");
}

TEST_CASE("rows and ranges are written as people write them") {
  CHECK_FALSE(row_spans("0"));
  CHECK_FALSE(row_spans("5-3"));
  CHECK_FALSE(row_spans("a"));
  CHECK_FALSE(table_range("3A"));
  CHECK_FALSE(table_range("C3:B9"));
  const auto range = table_range("AB12:AD");
  REQUIRE(range);
  CHECK(range->first_column == 28);
  CHECK(range->last_column == 30);
  CHECK(range->last_row == 0);
  CHECK(cell_name(0, 28) == "AB");
  CHECK(cell_name(0, 702) == "ZZ");
}

TEST_CASE("a file of another name needs its format") {
  CHECK(ReadTableForm("x", {}, "a.dat").only().find("error table.format") != std::string::npos);
}

TEST_CASE("what a format has no use for is an error") {
  TableForm form;
  form.header = {2};
  CHECK(ReadTableForm("[]", form, "a.json").only() ==
        "a.json: error table.format header has no meaning for json");
}

TEST_CASE("JSON rows are objects whose members are cells") {
  const ReadTableForm read(
      R"([{"県":"鳥取県","件数":12,"率":24.70},{"件数":null,"県":"島根県","注":true}])", {},
      "a.json");
  CHECK(read.headings() == "[県][件数][率][注]");
  CHECK(read.cells() == "2:[鳥取県][12][24.70][]3:[島根県][][][true]");
}

TEST_CASE("JSON columns are arrays of one length") {
  TableForm form;
  form.rows_at = "/a~1b/0";
  CHECK(ReadTableForm(R"({"a/b":[{"県":["鳥取県","島根県"],"件数":[1,2]}]})", form, "a.json")
            .cells() == "2:[鳥取県][1]3:[島根県][2]");
  CHECK(ReadTableForm(R"({"県":["鳥取県"],"件数":[1,2]})", {}, "a.json").only() ==
        "a.json: error table.json /件数 columns differ in length (2 and 1)");
}

TEST_CASE("a fault in JSON is reported with its line or its pointer") {
  CHECK(ReadTableForm("[{\"a\":1},\n {\"a\":}]", {}, "a.json").only() ==
        "a.json:2:7: error table.json this is no JSON");
  CHECK(ReadTableForm(R"([{"a":1},{"a":{"b":2}}])", {}, "a.json").only() ==
        "a.json: error table.json /1/a an array or object stands in place of a cell");
  CHECK(ReadTableForm(R"([{"a":1,"a":2}])", {}, "a.json").only() ==
        "a.json: error table.json /0/a the name stands there twice");
  CHECK(ReadTableForm(R"([1])", {}, "a.json").only() ==
        "a.json: error table.json /0 the row is no object");
  TableForm form;
  form.rows_at = "/records";
  CHECK(ReadTableForm(R"({"rows":[]})", form, "a.json").only() ==
        "a.json: error table.json /records there is nothing at that place");
}

TEST_CASE("columns that come later are empty in the rows above") {
  const ReadTableForm read(R"([{"a":1},{"b":2},{"c":3,"a":4}])", {}, "a.json");
  CHECK(read.headings() == "[a][b][c]");
  CHECK(read.cells() == "2:[1][][]3:[][2][]4:[4][][3]");
}

TEST_CASE("the encoding of JSON that was only detected is said") {
  const ReadTableForm read("[{\"\x8c\xa7\":\"\x92\xb9\x8e\xe6\x8c\xa7\"}]", {}, "a.json");
  CHECK(read.cells() == "2:[鳥取県]");
  CHECK(read.only().starts_with("a.json:1:1: note table.detected the encoding seems to be CP932"));
}

TEST_CASE("an office's own letters in JSON are counted, escaped ones too") {
  CHECK(ReadTableForm(R"([{"a":"x"},{"a":"\ue000\uf8ff"}])", {}, "a.json").only() ==
        "a.json: warning table.private_character /1/a 2 private-use characters, or U+FFFD where a "
        "character was lost; other machines can't show them; put the right ones in their place");
}

TEST_CASE("letters that were lost before are counted in JSON") {
  CHECK(ReadTableForm(R"([{"a":"x"},{"a":"\ufffd"}])", {}, "a.json")
            .only()
            .starts_with("a.json: warning table.private_character /1/a 1 "));
}

TEST_CASE("letters that are none are pointed at in JSON") {
  CHECK(ReadTableForm("[\n{\"県\":\"\xff\"}]", {{}, Encoding::utf8}, "a.json").only() ==
        "a.json:2:7: error table.encoding there are bytes that are not UTF-8");
}

TEST_CASE("an answer of e-Stat is read in the encoding that is declared") {
  TableForm form;
  form.format = TableFormat::estat;
  form.encoding = Encoding::cp932;
  CHECK(ReadTableForm(
            "{\"GET_STATS_DATA\":{\"RESULT\":{\"STATUS\":0},\"STATISTICAL_DATA\":{\"DATA_INF\":{"
            "\"VALUE\":{\"@unit\":\"\x90\x6c\",\"$\":\"1\"}}}}}",
            form, "a.json")
            .cells() == "2:[人][1]");
}

TEST_CASE("JSON that nests too deep is refused") {
  const std::string deep = std::string(70, '[') + std::string(70, ']');
  TableForm form;
  form.rows_at = "/x";
  CHECK(ReadTableForm(deep, form, "a.json").only().find("nested deeper than 64") !=
        std::string::npos);
}

TEST_CASE("an answer of e-Stat is a row a value with codes and names") {
  TableForm form;
  form.format = TableFormat::estat;
  const ReadTableForm read(R"({"GET_STATS_DATA":{"RESULT":{"STATUS":0},"STATISTICAL_DATA":{
    "CLASS_INF":{"CLASS_OBJ":[
      {"@id":"tab","@name":"表章項目","CLASS":{"@code":"10","@name":"事業所数"}},
      {"@id":"area","@name":"地域","CLASS":[{"@code":"31000","@name":"鳥取県"},
                                           {"@code":"32000","@name":"島根県"}]}]},
    "DATA_INF":{"NOTE":{"@char":"-","$":"データなし"},"VALUE":[
      {"@tab":"10","@area":"31000","@unit":"か所","$":"492"},
      {"@tab":"10","@area":"32000","@unit":"か所","$":"-"}]}}}})",
                           form, "a.json");
  CHECK(read.headings() == "[表章項目コード][表章項目][地域コード][地域][単位][値]");
  CHECK(read.cells() ==
        "2:[10][事業所数][31000][鳥取県][か所][492]3:[10][事業所数][32000][島根県][か所][-]");
}

TEST_CASE("an answer of e-Stat that is not all of it is an error") {
  TableForm form;
  form.format = TableFormat::estat;
  const auto said = [&](const std::string& extent) {
    const ReadTableForm read(R"({"GET_STATS_DATA":{"RESULT":{"STATUS":0},"STATISTICAL_DATA":{
      "DATA_INF":{"VALUE":[{"$":"1"},{"$":"2"}]},"RESULT_INF":{)" +
                                 extent + "}}}}",
                             form, "a.json");
    return read.table ? "read" : read.only();
  };
  CHECK(said(R"("TOTAL_NUMBER":2,"FROM_NUMBER":1,"TO_NUMBER":2)") == "read");
  CHECK(said(R"("TOTAL_NUMBER":5,"FROM_NUMBER":1,"TO_NUMBER":2,"NEXT_KEY":3)") ==
        "a.json: error table.estat this is not all of e-Stat's answer: 2 of 5 values (more from "
        "NEXT_KEY 3); fetch it by yokoten pull, or without limit and startPosition");
  CHECK(said(R"("TOTAL_NUMBER":5,"FROM_NUMBER":4,"TO_NUMBER":5)") ==
        "a.json: error table.estat this is not all of e-Stat's answer: 2 of 5 values; fetch it by "
        "yokoten pull, or without limit and startPosition");
}

TEST_CASE("an answer of e-Stat that is read as other JSON is told to be one") {
  CHECK(ReadTableForm(R"({"GET_STATS_DATA":{"RESULT":{"STATUS":0}}})", {}, "a.json")
            .only()
            .find("--from estat") != std::string::npos);
}

TEST_CASE("a table inside of JSON is told where it is") {
  CHECK(ReadTableForm(R"({"データ":[{"県":"鳥取県"}]})", {}, "a.json")
            .only()
            .find("rows_at = \"/データ\"") != std::string::npos);
}

TEST_CASE("a number of JSON with more digits than fit is rounded") {
  CHECK(
      ReadTableForm(R"([{"a":0.0017231476163124641,"b":1e-17,"c":0.10}])", {}, "a.json").cells() ==
      "2:[0.001723147616312][0][0.10]");
}

TEST_CASE("an answer of e-Stat with one value is one row") {
  TableForm form;
  form.format = TableFormat::estat;
  CHECK(ReadTableForm(R"({"GET_STATS_DATA":{"RESULT":{"STATUS":0},"STATISTICAL_DATA":{
    "CLASS_INF":{"CLASS_OBJ":{"@id":"area","@name":"地域","CLASS":{"@code":"31000","@name":"鳥取県"}}},
    "DATA_INF":{"VALUE":{"@area":"31000","$":"492"}}}}})",
                      form, "a.json")
            .cells() == "2:[31000][鳥取県][492]");
}

TEST_CASE("an answer of e-Stat may name its classes behind its values") {
  TableForm form;
  form.format = TableFormat::estat;
  const ReadTableForm read(R"({"GET_STATS_DATA":{"STATISTICAL_DATA":{
    "DATA_INF":{"VALUE":[{"@area":"31000","$":"492"},{"@area":"32000","$":"7"}]},
    "CLASS_INF":{"CLASS_OBJ":[{"@name":"地域","@id":"area","CLASS":[
      {"@name":"鳥取県","@code":"31000"},{"@code":"32000","@name":"島根県"}]}]}},
    "RESULT":{"STATUS":"0"}}})",
                           form, "a.json");
  CHECK(read.headings() == "[地域コード][地域][値]");
  CHECK(read.cells() == "2:[31000][鳥取県][492]3:[32000][島根県][7]");
}

TEST_CASE("a code of e-Stat without a name is an error with its value") {
  TableForm form;
  form.format = TableFormat::estat;
  CHECK(ReadTableForm(R"({"GET_STATS_DATA":{"RESULT":{"STATUS":0},"STATISTICAL_DATA":{
    "CLASS_INF":{"CLASS_OBJ":{"@id":"area","@name":"地域","CLASS":{"@code":"1","@name":"県"}}},
    "DATA_INF":{"VALUE":[{"@area":"1"},{"@area":"2"}]}}}})",
                      form, "a.json")
            .only() == "a.json: error table.estat value 2: 地域 2 is not in CLASS_INF");
}

TEST_CASE("what e-Stat did not answer is said in its words") {
  TableForm form;
  form.format = TableFormat::estat;
  CHECK(ReadTableForm(
            R"({"GET_STATS_DATA":{"RESULT":{"STATUS":100,"ERROR_MSG":"認証に失敗しました。"}}})",
            form, "a.json")
            .only() == "a.json: error table.estat e-Stat did not answer: 認証に失敗しました。");
}

TEST_CASE("SDMX-CSV may carry labels beside its codes") {
  TableForm form;
  form.format = TableFormat::sdmx_csv;
  const ReadTableForm read(
      "DATAFLOW,REF_AREA: Area,OBS_VALUE: Value\nJP:KAIGO(1.0),31: 鳥取県,492\n", form);
  CHECK(read.headings() == "[DATAFLOW][REF_AREA][REF_AREA_label][OBS_VALUE]");
  CHECK(read.cells() == "2:[JP:KAIGO(1.0)][31][鳥取県][492]");
  CHECK(read.table->place(0, 3) == Place{"a.csv", 2, 3});
}

TEST_CASE("a CSV that is no SDMX-CSV is refused under that name") {
  TableForm form;
  form.format = TableFormat::sdmx_csv;
  CHECK(ReadTableForm("県,件数\n鳥取県,3\n", form).only().find("error table.sdmx") !=
        std::string::npos);
}

TEST_CASE("units above the headings are known of a table, also where its range begins below") {
  TableForm form = with_header({3});
  for (const bool ranged : {false, true}) {
    if (ranged) form.range = table_range("A3:B4");
    const ReadTableForm read("給付費,\n,（単位：千円）\n都道府県,単位数\n鳥取県,3\n", form);
    REQUIRE(read.table->units_above().size() == 1);
    CHECK(read.table->units_above()[0].text == "（単位：千円）");
    CHECK(read.table->units_above()[0].place == Place{"a.csv", 2, 2});
    CHECK(read.table->without_rows().units_above().size() == 1);
  }
}

TEST_CASE("rows below the headings that are left out though they hold numbers are known") {
  TableForm form = with_header({1});
  form.skip = {{3, 5'000'000}};
  const ReadTableForm read("都道府県,件数\n鳥取県,3\n島根県,4\n注,なし\n", form);
  REQUIRE(read.table->left_out().size() == 1);
  CHECK(read.table->left_out()[0].file_row == 3);
  CHECK(read.table->left_out()[0].cells == std::vector<std::string>{"島根県", "4"});
}
