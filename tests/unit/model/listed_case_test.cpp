#include "model/listed_case.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("an https address with a host may be led to") {
  CHECK(is_public_address("https://example.jp/"));
  CHECK(is_public_address("https://www.pref.example.jp/kaigo/cases/a-b/?x=1#y"));
  CHECK(is_public_address("https://example.jp:8443/"));
}

TEST_CASE("nothing else may be led to") {
  for (const char* address :
       {"", "https://", "https:///x", "https://localhost/", "https://.jp/", "https://jp./",
        "http://example.jp/", "javascript:alert(1)", "https://a.jp@b.jp/", "https://a.jp/ x",
        "https://a.jp/\"onclick=", "https://a.jp/<b>", "https://a.jp\\@b.jp", "//example.jp/",
        "https://例え.jp/", " https://example.jp/", "HTTPS://example.jp/"})
    CHECK_FALSE(is_public_address(address));
}

TEST_CASE("a row is read by its headings, lists apart and guarded cells as they were") {
  Publication publication;
  Table table("raw/a.csv", {"title", "address", "area_codes", "theme_codes", "effects"});
  table.add_row({"'=1+1", "https://example.jp/", "312029; 310000", "survey", "時間 2分→1分"}, 2);
  publication.tables.push_back(table);
  publication.sources.emplace_back().kind = SourceKind::cases;
  const auto cases = listed_cases(publication, 0);
  REQUIRE(cases.size() == 1);
  CHECK(cases[0].title == "=1+1");
  CHECK(cases[0].area_codes == std::vector<std::string>{"312029", "310000"});
  CHECK(cases[0].theme_codes == std::vector<std::string>{"survey"});
  CHECK(cases[0].effects == "時間 2分→1分");
  CHECK(cases[0].status == "");
}
