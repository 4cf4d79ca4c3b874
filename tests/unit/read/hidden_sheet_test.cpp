#include <doctest/doctest.h>

#include "read/publication.h"
#include "small_publication.h"
#include "workbook_files.h"

using namespace yokoten;

namespace {

std::string row_of(std::initializer_list<const char*> texts) {
  std::string row = "<row>";
  for (const char* text : texts)
    row += std::string("<c t=\"inlineStr\"><is><t>") + text + "</t></is></c>";
  return row + "</row>";
}

std::string workbook_with_a_hidden_sheet() {
  Xlsx xlsx;
  xlsx.sheet_data = row_of({"都道府県", "事業所件数", "申請件数"}) + row_of({"鳥取県", "9", "1"}) +
                    row_of({"合計", "9", "1"});
  xlsx.workbook = R"(<sheets><sheet name="集計" sheetId="1" r:id="rId1"/><sheet name="元" )"
                  R"(state="hidden" sheetId="2" r:id="rId2"/></sheets>)";
  xlsx.more_links = "<Relationship Id=\"rId2\" Type=\"" + link_space +
                    "/worksheet\" Target=\"worksheets/second.xml\"/>";
  xlsx.more_parts = {{"book/worksheets/second.xml", Xlsx::sheet("", row_of({"市"}), "")}};
  return zip_of(xlsx.parts());
}

/// What is said of the small publication whose table is such a workbook, of which its source says
/// so much.
std::string said_of_workbook(const std::string& says,
                             const std::string& bytes = workbook_with_a_hidden_sheet()) {
  MemoryDisk disk = small_publication();
  std::string& sources = disk.tree["data/small/sources.toml"];
  const std::string& csv = disk.tree["data/small/raw/a.csv"];
  sources.replace(sources.find("raw/a.csv"), 9, "raw/a.xlsx");
  sources.replace(sources.find(sha256(csv)), 64, sha256(bytes));
  sources.insert(sources.find("[source.columns]"), says);
  disk.tree["data/small/raw/a.xlsx"] = bytes;
  disk.tree.erase("data/small/raw/a.csv");
  Findings findings;
  CHECK(read_publication(disk, "data/small", findings));
  return lines(findings);
}

}  // namespace

TEST_CASE("a hidden sheet is a warning while nobody says whether its workbook goes out") {
  CHECK(said_of_workbook("").find("warning sheet.hidden hidden sheet 元") != std::string::npos);
}

TEST_CASE("a hidden sheet is none where its source says whether its workbook goes out") {
  CHECK(said_of_workbook("publish_file = false\n") == "");
  CHECK(said_of_workbook("publish_file = true\n") == "");
}

TEST_CASE("comments are noted even where it is said whether their workbook goes out") {
  Xlsx xlsx;
  xlsx.sheet_data = row_of({"都道府県", "事業所件数", "申請件数"}) + row_of({"鳥取県", "9", "1"}) +
                    row_of({"合計", "9", "1"});
  const auto link = [](const char* id, const char* kind, const char* part) {
    return std::string("<Relationship Id=\"") + id + "\" Type=\"" + link_space + "/" + kind +
           "\" Target=\"../" + part + "\"/>";
  };
  xlsx.after_data =
      "<x:legacyDrawing xmlns:x=\"" + main_space + "\" xmlns:r=\"" + link_space + "\" r:id=\"v\"/>";
  xlsx.more_parts = {{"book/worksheets/_rels/first.xml.rels",
                      Xlsx::links_of(link("c", "comments", "c.xml") + link("v", "vml", "v.vml"))},
                     {"book/c.xml", "<comments xmlns=\"" + main_space +
                                        "\"><commentList><comment ref=\"B2\"/></commentList>"
                                        "</comments>"},
                     {"book/v.vml", "<xml/>"}};
  const std::string bytes = zip_of(xlsx.parts());
  CHECK(said_of_workbook("", bytes).find("warning sheet.comment") != std::string::npos);
  CHECK(said_of_workbook("publish_file = true\n", bytes).find("note sheet.comment") !=
        std::string::npos);
}
