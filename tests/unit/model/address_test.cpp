#include <doctest/doctest.h>

#include "model/address.h"

using namespace yokoten;

namespace {

Address address(const char* text) {
  const auto parsed = parse_address(text);
  REQUIRE(parsed.has_value());
  return *parsed;
}

}  // namespace

TEST_CASE("an address of a file that is there has its path") {
  const Address file = address("file:raw/a.csv");
  CHECK(file.kind == AddressKind::file);
  CHECK(file.path == "raw/a.csv");
}

TEST_CASE("an address of e-Stat has the table and its parameters") {
  const Address estat = address("estat:0003411595?cdArea=31000&cdCat01=A,B");
  CHECK(estat.kind == AddressKind::estat);
  CHECK(estat.id == "0003411595");
  CHECK(estat.rest == "cdArea=31000&cdCat01=A,B");
  CHECK(address("estat:0003411595").rest == "");
}

TEST_CASE("an address of CKAN has the portal, its folder and the id") {
  const Address ckan = address("ckan:data.example.jp:8443/ckan/kaigo-2024");
  CHECK(ckan.kind == AddressKind::ckan);
  CHECK(ckan.rest == "data.example.jp:8443/ckan");
  CHECK(ckan.id == "kaigo-2024");
  CHECK(address("ckan:https://data.example.jp/kaigo").rest == "data.example.jp");
}

TEST_CASE("an address on the web is taken whole") {
  CHECK(address("https://example.jp/a.csv?x=1").path == "https://example.jp/a.csv?x=1");
  CHECK(address("http://example.jp/").kind == AddressKind::http);
}

TEST_CASE("what is no address that can be pulled is none") {
  for (const char* text : {"",
                           "raw/a.csv",
                           "file:/etc/passwd",
                           "file:raw/../a.csv",
                           "file:raw/",
                           "ftp://example.jp/a",
                           "https://",
                           "https:///a",
                           "https://user:secret@example.jp/",
                           "https://example.jp/a b",

                           "https://example.jp/a#b",
                           "https://example.jp\\@evil/",
                           "estat:",
                           "estat:abc",
                           "estat:000?x y",
                           "estat:000?a=1#b",
                           "ckan:example.jp",
                           "ckan:/id",
                           "ckan:example.jp/",
                           "ckan:http://example.jp/id",
                           "ckan:user@example.jp/id"})
    CHECK_FALSE_MESSAGE(parse_address(text).has_value(), text);
}

TEST_CASE("the ending of an address is that of its path") {
  CHECK(ending_of(address("https://example.jp/a.xlsx?download=x.csv")) == ".xlsx");
  CHECK(ending_of(address("https://example.jp/download?id=a.csv")) == "");
  CHECK(ending_of(address("estat:0003411595")) == ".json");
  CHECK(ending_of(address("ckan:example.jp/a")) == "");
}

TEST_CASE("what keeps a text from being an address is said, and a password is not") {
  const auto why = [](const char* text) {
    CHECK_FALSE(parse_address(text));
    return why_no_address(text).en;
  };
  CHECK(why("https://example.jp/a b.csv") ==
        "blanks, line ends and \\ can't stand in it; write a blank as %20");
  CHECK(why("https://example.jp/a.csv#x") ==
        "what stands behind # is a place within a page; leave it out");
  CHECK(why("HTTPS://example.jp/a.csv") == "write https:// in small letters");
  CHECK(why("Estat:0003411595") == "write estat: in small letters");
  CHECK(why("https://me:S3cret@example.jp/a.csv") ==
        "an address may hold no user or password; use headers and the environment");
  CHECK(why("https://api.e-stat.go.jp/rest/3.0/app/getSimpleStatsData?appId=S3cret&statsDataId=1")
            .starts_with("url is published, so it may hold no key"));
  CHECK(why("clickhouse:https://me@example.jp/db") ==
        "an address may hold no user or password; use headers and the environment");
  CHECK(why(" https://example.jp/a.csv") == "take away the blanks around it");
  CHECK(why("https:///a.csv") == "there is no host in it");
  CHECK(why("ftp://example.jp/a.csv").starts_with("url has one of these forms: file:raw/NAME, "));
}

TEST_CASE("a key is one however its name is written") {
  for (const char* query :
       {"?app_id=x", "?client_secret=x", "?access-key=x", "?subscription_key=x", "?AUTH=x",
        "?refresh_token=x", "?%61ppId=x", "?a=1;key=x", ";key=x", "?X-Goog-Signature=x"}) {
    const std::string address = std::string("https://example.jp/a.csv") + query;
    CHECK_FALSE_MESSAGE(parse_address(address), query);
    CHECK(why_no_address(address).en.starts_with("url is published, so it may hold no key"));
  }
}

TEST_CASE("a key among the parameters of e-Stat is told as one") {
  CHECK_FALSE(parse_address("estat:0003411595?appId=x"));
  CHECK(why_no_address("estat:0003411595?appId=x")
            .en.starts_with("url is published, so it may hold no key"));
}

TEST_CASE("a file may be asked for by words that are no keys") {
  CHECK(parse_address("https://example.jp/a.csv?author=x&monkey=y&tokens=3"));
  CHECK(parse_address("https://example.jp/a.csv?statsDataId=1&appId="));
  CHECK(parse_address("https://example.jp/a.csv?keyword=token"));
}

TEST_CASE("a site stands at a host and folders, as they are asked for") {
  for (const char* each : {"https://example.jp/", "http://localhost:8000/kpi/",
                           "https://www.pref.example.jp/%E4%BB%8B%E8%AD%B7/"})
    CHECK_MESSAGE(is_site_address(each), each);
  for (const char* each :
       {"https://example.jp", "https://", "https:///", "https://me:S3cret@example.jp/",
        "https://example.jp/?x/", "https://example.jp/#/", "https://example.jp/a b/",
        "https://example.jp/\n/", "https://example.jp/a\\b/", "https://example.jp/../x/",
        "https://example.jp/%0d%0a/", "https://example.jp/介護/", "https://example.jp/\">/"})
    CHECK_MESSAGE(!is_site_address(each), each);
}
