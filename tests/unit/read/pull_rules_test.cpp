#include <doctest/doctest.h>

#include <string>

#include "read/source_list.h"
#include "small_publication.h"

using namespace yokoten;

namespace {

std::string pulled_head(const std::string& url) {
  return "[[source]]\nid = \"a\"\ntitle = \"t\"\nurl = \"" + url +
         "\"\npublisher = \"p\"\ndocument = \"d\"\nkind = \"records\"\n";  // 7 lines
}

Source pulled_source(const std::string& url, const std::string& text = "") {
  Findings findings;
  const auto sources = read_sources(pulled_head(url) + text, "s.toml", findings);
  CHECK(lines(findings) == "");
  REQUIRE(sources.size() == 1);
  return sources[0].source;
}

std::string wrong_pull(const std::string& url, const std::string& text = "") {
  Findings findings;
  read_sources(pulled_head(url) + text, "s.toml", findings);
  return lines(findings);
}

}  // namespace

TEST_CASE("a pulled file lands under the id of its source") {
  CHECK(pulled_source("https://example.jp/x/care.xlsx?v=2").file == "raw/a.xlsx");
  CHECK(pulled_source("estat:0003411595?cdArea=31000").file == "raw/a.json");
  CHECK(pulled_source("ckan:example.jp/care", "file = \"raw/care.csv\"\n").file == "raw/care.csv");
}

TEST_CASE("a pulled file needs a name where its address tells no ending") {
  const std::string wanted =
      "error source.file say where the pulled file goes: file = \"raw/NAME\", ending with one of "
      ".csv .tsv .xlsx .xlsm .ods .json .txt\n";
  CHECK(wrong_pull("https://example.jp/download?id=7") == "s.toml:1:1: " + wanted);
  CHECK(wrong_pull("https://example.jp/a.csv", "file = \"../a.csv\"\n") == "s.toml:8:8: " + wanted);
  CHECK(wrong_pull("https://example.jp/a.csv", "file = \"raw/a.exe\"\n") ==
        "s.toml:8:8: " + wanted);
}

TEST_CASE("an address of no known form lists the forms") {
  CHECK(wrong_pull("ftp://example.jp/a.csv") ==
        "s.toml:4:7: error source.url url has one of these forms: file:raw/NAME, https://…, "
        "http://…, estat:STATSDATAID?…, ckan:PORTAL/ID, clickhouse:https://HOST:PORT/DATABASE, "
        "postgres:SERVICE\n");
}

TEST_CASE("http has to be allowed") {
  CHECK(wrong_pull("http://example.jp/a.csv").find("s.toml:4:7: error source.insecure") == 0);
  CHECK(pulled_source("http://example.jp/a.csv", "insecure = true\n").pull.insecure);
}

TEST_CASE("the rules of a pull are read") {
  const Source made =
      pulled_source("https://example.jp/a.csv",
                    "headers = { \"X-Api-Key\" = \"env:KEY\", Accept = \"text/csv\" }\n"
                    "allow_hosts = [\"files.pref.lan\"]\nexpect = \"anything\"\n"
                    "limits = { bytes = 1000, seconds = 9, stall_seconds = 3, tries = 1 }\n");
  CHECK(made.pull.headers ==
        decltype(made.pull.headers){{"X-Api-Key", "env:KEY"}, {"Accept", "text/csv"}});
  CHECK(made.pull.allow_hosts == std::vector<std::string>{"files.pref.lan"});
  CHECK(made.pull.any_content);
  CHECK(made.pull.limits.bytes == 1000);
  CHECK(made.pull.limits.seconds == 9);
  CHECK(made.pull.limits.stall_seconds == 3);
  CHECK(made.pull.limits.tries == 1);
}

TEST_CASE("a secret may not stand in the file") {
  CHECK(wrong_pull("https://example.jp/a.csv", "headers = { \"X-Api-Key\" = \"s3cret\" }\n") ==
        "s.toml:8:27: error source.header the value of the header X-Api-Key comes from the "
        "environment: \"env:NAME\"\n");
}

TEST_CASE("headers that the program itself sets are refused") {
  for (const char* name : {"Host", "range", "Content-Length", "If-None-Match", "X Y", "X:Y"})
    CHECK(wrong_pull("https://example.jp/a.csv",
                     "headers = { \"" + std::string(name) + "\" = \"env:KEY\" }\n")
              .find("error source.header the header " + std::string(name)) != std::string::npos);
}

TEST_CASE("rules of a pull are refused for a file that is there already") {
  CHECK(wrong_pull("file:raw/a.csv", "sha256 = \"" + std::string(64, '0') +
                                         "\"\nallow_hosts = [\"a\"]\nfile = \"raw/b.csv\"\n") ==
        "s.toml:9:15: error source.pull allow_hosts belongs to sources that are pulled\n"
        "s.toml:10:8: error source.file with file: in url, there is no file\n");
}
