#include <doctest/doctest.h>

#include "pull/content.h"

using namespace yokoten;

namespace {

std::string refused(const char* file, const char* type, std::string_view bytes) {
  const auto fault = content_fault(file, type, bytes);
  return fault ? fault->code : "";
}

const std::string sjis_csv =
    "\x93\x73\x93\xB9\x95\x7B\x8C\xA7,\x8C\x8F\x90\x94\n";  // 都道府県,件数

std::string zip_of(const std::string& name) {
  return std::string("PK\3\4") + std::string(40, 'x') + name + "PK\5\6" + std::string(18, 0);
}
const std::string zip = zip_of("[Content_Types].xml");

}  // namespace

TEST_CASE("tables as servers send them are taken") {
  CHECK(refused("raw/a.csv", "text/csv; charset=utf-8", "県,件数\n") == "");
  CHECK(refused("raw/a.csv", "application/octet-stream", sjis_csv) == "");
  CHECK(refused("raw/a.csv", "", "a,b\n") == "");
  CHECK(refused("raw/a.xlsx", "application/octet-stream", zip) == "");
  CHECK(refused("raw/a.json", "application/json", " {\"a\": 1}\n") == "");
}

TEST_CASE("a web page in place of a table is refused") {
  CHECK(refused("raw/a.csv", "text/csv", "\xEF\xBB\xBF\r\n <!DOCTYPE html><html>") ==
        "pull.content");
  CHECK(refused("raw/a.xlsx", "application/octet-stream", "<html></html>") == "pull.content");
  CHECK(refused("raw/a.csv", "text/html; charset=utf-8", "a,b\n") == "pull.content");
}

TEST_CASE("a part of a web page, or one in UTF-16, is refused as well") {
  using namespace std::string_literals;
  CHECK(refused("raw/a.csv", "text/csv", "<br />\n<b>Warning</b>: Undefined variable") ==
        "pull.content");
  CHECK(refused("raw/a.csv", "application/octet-stream", "<body>メンテナンス中</body>") ==
        "pull.content");
  CHECK(refused("raw/a.csv", "", "\xFF\xFE<\0h\0t\0m\0l\0>\0"s) == "pull.content");
}

TEST_CASE("XML without its declaration is XML") {
  CHECK(refused("raw/a.csv", "application/xml", "<mes:Error xmlns:mes=\"x\">NoRecordsFound") ==
        "pull.content");
  CHECK(refused("raw/a.csv", "text/csv", "<5,5-9\n1,2\n") == "");
}

TEST_CASE("a ZIP that holds no workbook of the promised kind is refused") {
  CHECK(refused("raw/a.xlsx", "", zip_of("table.csv")) == "pull.content");
  CHECK(refused("raw/a.ods", "", zip) == "pull.content");
  CHECK(refused("raw/a.xlsm", "", zip_of("table.csv")) == "pull.content");
  CHECK(refused("raw/a.ods", "", zip_of("content.xml")) == "");
  CHECK(refused("raw/a.xlsm", "", zip) == "");
}

TEST_CASE("another kind of file than the ending promises is refused") {
  CHECK(refused("raw/a.csv", "text/csv", zip) == "pull.content");
  CHECK(refused("raw/a.csv", "text/csv", "%PDF-1.7 ...") == "pull.content");
  CHECK(refused("raw/a.csv", "text/csv", "\x1F\x8B\x08 ...") == "pull.content");
  CHECK(refused("raw/a.ods", "", "a,b\n") == "pull.content");
}

TEST_CASE("JSON and XML in place of a table of text are refused") {
  CHECK(refused("raw/a.csv", "text/csv", "{\"error\": \"quota\"}\n") == "pull.content");
  CHECK(refused("raw/a.tsv", "", " [1, 2]") == "pull.content");
  CHECK(refused("raw/a.csv", "text/csv", "\n<?xml version=\"1.0\"?><e/>") == "pull.content");
  CHECK(refused("raw/a.json", "", "<?xml version=\"1.0\"?><e/>") == "pull.content");
  CHECK(refused("raw/a.csv", "text/csv", "{a},[b]\n1,2\n") == "");
}

TEST_CASE("JSON in UTF-16 is JSON") {
  using namespace std::string_literals;
  CHECK(refused("raw/a.json", "", "\xFF\xFE{\0}\0\n\0"s) == "");
  CHECK(refused("raw/a.json", "", "\xFE\xFF\0[\0]"s) == "");
  CHECK(refused("raw/a.json", "", "\xFF\xFE{\0\"\0"s) == "pull.content");
}

TEST_CASE("an old or locked spreadsheet is refused with the way out") {
  const auto fault = content_fault("raw/a.xlsx", "", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  REQUIRE(fault.has_value());
  CHECK(fault->message.en.find("saved as .xlsx") != std::string::npos);
}

TEST_CASE("a spreadsheet and JSON without their end are refused") {
  CHECK(refused("raw/a.xlsx", "", std::string_view(zip).substr(0, 30)) == "pull.content");
  CHECK(refused("raw/a.json", "", "{\"a\": [1, 2") == "pull.content");
  CHECK(refused("raw/a.json", "", "a,b\n") == "pull.content");
}

TEST_CASE("an empty file is refused") {
  CHECK(refused("raw/a.csv", "text/csv", "") == "pull.empty");
}
