#include "read/corrections.h"

#include <doctest/doctest.h>

#include <string>

#include "small_publication.h"

using namespace yokoten;

namespace {

Publication towns() {
  Publication publication;
  publication.sources.resize(1);
  publication.sources[0].id = "towns";
  Table table("raw/towns.csv", {"市区町村", "件数"});
  table.add_row({"高知県梶原町", "3"}, 2);
  table.add_row({"鳥取県米子市", "82"}, 4);
  publication.tables.push_back(table);
  return publication;
}

std::string correction(const std::string& source, const std::string& row, const std::string& column,
                       const std::string& printed) {
  return "[[correction]]\nsource = \"" + source + "\"\nrow = " + row + "\ncolumn = \"" + column +
         "\"\nprinted = \"" + printed +
         "\"\ncorrected = \"高知県梼原町\"\nreason = \"誤記\"\ndecided_by = \"県\"\n"
         "decided_on = 2026-11-20\n";  // 9 lines
}

std::string applied(Publication& publication, const std::string& toml) {
  Findings findings;
  publication.corrections = read_corrections(toml, "c.toml", findings);
  apply_corrections(publication, findings);
  return lines(findings);
}

std::string applied(const std::string& toml) {
  Publication publication = towns();
  return applied(publication, toml);
}

}  // namespace

TEST_CASE("a correction puts its text in place of the printed one") {
  Publication publication = towns();
  CHECK(applied(publication, correction("towns", "2", "市区町村", "高知県梶原町")) == "");
  CHECK(publication.tables[0].cell(0, 0) == "高知県梼原町");
  CHECK(publication.tables[0].cell(1, 0) == "鳥取県米子市");
}

TEST_CASE("a correction of a text that is no longer printed shows both") {
  CHECK(applied(correction("towns", "4", "市区町村", "高知県梶原町")) ==
        "c.toml:1:1: error correction.differs the correction is for 高知県梶原町, but the source "
        "prints 鳥取県米子市 at raw/towns.csv:4:1; if the source is a newer one, mend the "
        "correction or "
        "remove it\n");
}

TEST_CASE("a correction of an unknown source or column or row is an error") {
  CHECK(
      applied(correction("town", "2", "市区町村", "高知県梶原町")) ==
      "c.toml:1:1: error correction.unknown there is no such source: town 2:市区町村; did you mean "
      "towns?\n");
  CHECK(
      applied(correction("towns", "2", "市町村", "高知県梶原町")) ==
      "c.toml:1:1: error correction.unknown there is no such column: towns 2:市町村; did you mean "
      "市区町村?\n");
  CHECK(applied(correction("towns", "3", "市区町村", "高知県梶原町")) ==
        "c.toml:1:1: error correction.unknown there is no such row: towns 3:市区町村\n");
}

TEST_CASE("the header can not be corrected") {
  CHECK(applied(correction("towns", "1", "市区町村", "市区町村")).find("correction.unknown") !=
        std::string::npos);
}

TEST_CASE("two corrections of one cell are an error at the second") {
  const std::string one = correction("towns", "2", "市区町村", "高知県梶原町");
  CHECK(applied(one + one) ==
        "c.toml:10:1: error correction.twice line 1 corrects the same cell; keep one of them\n");
}

TEST_CASE("every key of a correction is required") {
  const std::string found = applied("[[correction]]\n");
  for (const char* key :
       {"source", "row", "column", "printed", "corrected", "reason", "decided_by", "decided_on"})
    CHECK_MESSAGE(found.find("the key " + std::string(key) + " is missing") != std::string::npos,
                  key);
}

TEST_CASE("a correction that changes nothing is an error") {
  CHECK(applied(correction("towns", "2", "市区町村", "高知県梼原町")) ==
        "c.toml:1:1: error correction.same printed and corrected are both 高知県梼原町, so nothing "
        "is "
        "corrected; mend one, or remove the correction\n");
}

TEST_CASE("a correction of a heading says that headings can't be corrected") {
  CHECK(applied(correction("towns", "1", "市区町村", "市区町村"))
            .find("a heading can't be corrected") != std::string::npos);
}

TEST_CASE("a correction that lacks a key is reported once and not applied") {
  Publication publication = towns();
  std::string lacking = correction("towns", "2", "市区町村", "高知県梶原町");
  lacking.erase(lacking.find("decided_by"), std::string("decided_by = \"県\"\n").size());
  CHECK(applied(publication, lacking).find("toml.missing") != std::string::npos);
  CHECK(publication.tables[0].cell(0, 0) == "高知県梶原町");
}
