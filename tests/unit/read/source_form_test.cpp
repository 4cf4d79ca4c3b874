#include "unit/read/read_source.h"
#include "workbook_files.h"

using namespace yokoten;

namespace {

const std::string kSource =
    "[[source]]\nid = \"a\"\ntitle = \"t\"\npublisher = \"p\"\ndocument = \"d\"\n"
    "url = \"file:raw/a.csv\"\nsha256 = "
    "\"0000000000000000000000000000000000000000000000000000000000000000\"\nkind = \"records\"\n";

struct ReadSourceForm : ReadSource {
  explicit ReadSourceForm(const std::string& lines) : ReadSource(kSource, lines) {}
};

}  // namespace

TEST_CASE("a source says how its table stands in the file") {
  const ReadSourceForm read(
      "format = \"tsv\"\nencoding = \"cp932\"\nheader = [2, 3]\nskip = [5, \"40-\"]\n"
      "range = \"A2:C\"\n");
  CHECK(read.findings.empty());
  const TableForm& form = read.sources.at(0).form;
  CHECK(form.format == TableFormat::tsv);
  CHECK(form.encoding == Encoding::cp932);
  CHECK(form.header == std::vector<int>{2, 3});
  REQUIRE(form.skip.size() == 2);
  CHECK(form.skip[0].last == 5);
  CHECK(form.skip[1].first == 40);
  REQUIRE(form.range);
  CHECK(form.range->last_column == 3);
}

TEST_CASE("headings in one row are a number") {
  CHECK(ReadSourceForm("header = 3\n").sources.at(0).form.header == std::vector<int>{3});
}

TEST_CASE("what is pulled from e-Stat is read as its answer") {
  Findings findings;
  std::string text = kSource;
  text.replace(text.find("file:raw/a.csv"), 14, "estat:0003411595");
  const auto sources = read_sources(text, "sources.toml", findings);
  CHECK(findings.empty());
  CHECK(sources.at(0).form.format == TableFormat::estat);
}

TEST_CASE("an encoding that is none is an error with the nearest one") {
  CHECK(ReadSourceForm("encoding = \"cp923\"\n").only().find("did you mean cp932?") !=
        std::string::npos);
}

TEST_CASE("rows that are none are errors where they stand") {
  CHECK(ReadSourceForm("header = 0\n")
            .only()
            .starts_with("sources.toml:9:10: error source.form header is"));
  CHECK(ReadSourceForm("header = [4, 3]\n")
            .only()
            .starts_with("sources.toml:9:14: error source.form"));
  CHECK(ReadSourceForm("skip = [\"5-3\"]\n")
            .only()
            .starts_with("sources.toml:9:9: error source.form skip"));
  CHECK(ReadSourceForm("range = \"3A\"\n")
            .only()
            .starts_with("sources.toml:9:9: error source.form range"));
}

TEST_CASE("whatever stands under header, a form has headings, and what is wrong is said once") {
  for (const char* header : {"\"1\"", "\"4-5\"", "4.0", "0", "[]", "[\"4\", \"5\"]", "true", "\"\"",
                             "[5, 4]", "[4, \"5\"]", "{ a = 1 }"}) {
    CAPTURE(header);
    const ReadSourceForm read(std::string("header = ") + header + "\n");
    CHECK(read.only().find(": error source.form header is") != std::string::npos);
    CHECK(read.source().form.header == std::vector{1});
    CHECK(read.source().is_unclear);
  }
}

TEST_CASE("headings outside of the range are an error") {
  CHECK(
      ReadSourceForm("header = 2\nrange = \"A3:C9\"\n").only() ==
      "sources.toml:10:9: error source.form the headings in row 2 are not in range; say in header "
      "which row of the range holds them");
}

TEST_CASE("headings that are not to be read are an error") {
  CHECK(ReadSourceForm("header = [3, 4]\nskip = [\"4-6\"]\n").only() ==
        "sources.toml:10:8: error source.form skip leaves out row 4, which holds headings");
}

TEST_CASE("a source of boundaries has no table whose form could be said") {
  for (const std::string line :
       {"format = \"json\"", "encoding = \"utf-8\"", "sheet = \"a\"", "header = 2", "skip = [2]",
        "range = \"A1\"", "rows_at = \"/a\""}) {
    std::string text = kSource;
    replace_all(text, "records", "boundaries");
    replace_all(text, "a.csv", "a.json");
    Findings findings;
    read_sources(text + line + "\n", "sources.toml", findings);
    REQUIRE(findings.size() == 1);
    CHECK(to_line(findings[0], Language::en)
              .find(": error source.kind this kind of source has no ") != std::string::npos);
  }
}
