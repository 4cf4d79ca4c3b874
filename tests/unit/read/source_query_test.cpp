#include <doctest/doctest.h>

#include <string>

#include "read/source_list.h"
#include "small_publication.h"

using namespace yokoten;

namespace {

std::string question(const std::string& url, const std::string& text) {
  return "[[source]]\nid = \"a\"\ntitle = \"t\"\nurl = \"" + url +
         "\"\npublisher = \"p\"\ndocument = \"d\"\nkind = \"records\"\n" + text;  // 7 lines
}

std::string found_of_query(const std::string& url, const std::string& text) {
  Findings findings;
  read_sources(question(url, text), "s.toml", findings);
  return lines(findings);
}

const std::string query = "query = \"queries/a.sql\"\n";

}  // namespace

TEST_CASE("a source may ask a database") {
  Findings findings;
  const auto sources = read_sources(
      question("clickhouse:https://db.example.jp:8443/kpi",
               query + "null = \"…\"\nlimits = { rows = 7, tries = 1 }\n[source.parameters]\n"
                       "from = 2024-04-01\nrate = 1.5\ncodes = [\"a\", \"b\"]\nmost = -3\n"),
      "s.toml", findings);
  CHECK(lines(findings) == "");
  const Source& source = sources.at(0).source;
  CHECK(source.file == "raw/a.csv");
  CHECK(source.pull.limits.rows == 7);
  CHECK(source.query.file == "queries/a.sql");
  CHECK(source.query.null_text == "…");
  CHECK(parameter_lines(source.query) ==
        std::vector<std::string>{"from = 2024-04-01", "rate = 1.5", "codes = [a, b]", "most = -3"});
}

TEST_CASE("a database is named by server and database, or by a service") {
  for (const char* url : {"postgres:", "postgres:kpi", "clickhouse:https://db.example.jp",
                          "clickhouse:https://[::1]:8443/kpi_2024"})
    CHECK_MESSAGE(found_of_query(url, query) == "", url);
  for (const char* url :
       {"postgres://db.example.jp/kpi", "postgres:a b", "clickhouse:db.example.jp",
        "clickhouse:https://user:word@db.example.jp", "clickhouse:https://db.example.jp/a/b",
        "clickhouse:https://db.example.jp/?user=a", "clickhouse:https://db.example.jp?user=a"})
    CHECK_MESSAGE(found_of_query(url, query).find("s.toml:4:7: error source.url") == 0, url);
  CHECK(found_of_query("clickhouse:http://db.example.jp", query).find("error source.insecure") !=
        std::string::npos);
}

TEST_CASE("a query is a file of the publication") {
  CHECK(found_of_query("postgres:", "") ==
        "s.toml:1:1: error toml.missing the key query is missing\n");
  for (const char* path :
       {"a.sql", "queries/a.txt", "queries/../a.sql", "/queries/a.sql", "queries/.sql"})
    CHECK_MESSAGE(found_of_query("postgres:", "query = \"" + std::string(path) + "\"\n") ==
                      "s.toml:8:9: error source.query query is a file of the publication: "
                      "queries/adoption.sql\n",
                  path);
}

TEST_CASE("values of parameters are of one kind") {
  for (const char* value : {"true", "[]", "[1, \"a\"]", "{ a = 1 }", "1e30", "inf", "[[1]]"})
    CHECK_MESSAGE(found_of_query("postgres:", query + "[source.parameters]\nx = " + value + "\n")
                          .find("error source.parameter a value is") != std::string::npos,
                  value);
  CHECK(found_of_query("postgres:", query + "[source.parameters]\nX-Y = 1\n")
            .find("s.toml:10:1: error source.parameter X-Y is no name") == 0);
}

TEST_CASE("what says nothing to a database is refused") {
  const std::string postgres = "postgres:";
  const std::string clickhouse = "clickhouse:https://db.example.jp";
  const auto refuses = [](const std::string& url, const std::string& text) {
    return found_of_query(url, query + text).find("s.toml:9:") == 0 &&
           found_of_query(url, query + text).find("error source.") != std::string::npos;
  };
  CHECK(refuses(postgres, "insecure = true\n"));
  CHECK(refuses(postgres, "allow_hosts = [\"a\"]\n"));
  CHECK(refuses(postgres, "headers = { Accept = \"a\" }\n"));
  CHECK(refuses(postgres, "expect = \"anything\"\n"));
  CHECK(refuses(postgres, "limits = { tries = 2 }\n"));
  CHECK(refuses(clickhouse, "limits = { stall_seconds = 2 }\n"));
  CHECK(refuses(clickhouse, "encoding = \"cp932\"\n"));
  CHECK(refuses(clickhouse, "format = \"tsv\"\n"));
  CHECK(refuses(clickhouse, "file = \"raw/a.tsv\"\n"));
  CHECK(refuses(clickhouse, "null = \"a,b\"\n"));
  CHECK(found_of_query(clickhouse, query + "limits = { tries = 2 }\nencoding = \"utf-8\"\n") == "");
}

TEST_CASE("what only a database is asked is refused elsewhere") {
  const std::string url = "https://example.jp/a.csv";
  CHECK(found_of_query(url, query) ==
        "s.toml:8:9: error source.pull query belongs to sources whose url is clickhouse: or "
        "postgres:\n");
  CHECK(found_of_query(url, "null = \"x\"\n").find("error source.pull null belongs") !=
        std::string::npos);
  CHECK(found_of_query(url, "limits = { rows = 3 }\n")
            .find("error source.pull limits.rows does nothing at this address") !=
        std::string::npos);
}
