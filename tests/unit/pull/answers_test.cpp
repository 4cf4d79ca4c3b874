#include <doctest/doctest.h>

#include <tuple>

#include "pull/ckan.h"
#include "pull/estat.h"

using namespace yokoten;

namespace {

std::string page(int total, const std::string& next, const std::string& values,
                 const std::string& updated = "2024-09-30") {
  return "{\"GET_STATS_DATA\":{\"RESULT\":{\"STATUS\":0,\"ERROR_MSG\":\"\",\"DATE\":\"2026-11-"
         "20T1" +
         std::to_string(values.size() % 10) +
         "\"},\"STATISTICAL_DATA\":{\"RESULT_INF\":{\"TOTAL_NUMBER\":" + std::to_string(total) +
         (next.empty() ? "" : ",\"NEXT_KEY\":" + next) + "},\"TABLE_INF\":{\"UPDATED_DATE\":\"" +
         updated + "\"},\"DATA_INF\":{\"VALUE\":" + values + "}}}}";
}

std::string code(const std::optional<Fault>& fault) { return fault ? fault->message.en : ""; }

}  // namespace

TEST_CASE("parameters that the program sets itself are none of the source's") {
  for (const char* query : {"", "cdArea=31000&cdCat01=100", "limit=1000", "cdArea=appId"})
    CHECK_MESSAGE(code(estat_query_fault(query)) == "", query);
  CHECK(code(estat_query_fault("cdArea=31000&startPosition=4")) ==
        "the parameter startPosition is set by Yokoten; take it out of url");
  for (const char* query : {"appId=0123", "APPID=0123", "appId", "limit=1&statsDataId=2"})
    CHECK_MESSAGE(code(estat_query_fault(query)) != "", query);
}

TEST_CASE("pages of e-Stat are joined in their order") {
  EstatPages pages;
  CHECK(code(pages.add(page(3, "3", "[{\"$\":\"1\"},{\"$\":\"2\"}]"))) == "");
  CHECK(pages.next() == 3);
  CHECK(code(pages.add(page(3, "", "{\"$\":\"3\"}"))) == "");
  CHECK(pages.next() == 0);
  std::string joined;
  CHECK(code(pages.finish(joined)) == "");
  CHECK(joined.find("\"VALUE\": [\n{\"$\":\"1\"},\n{\"$\":\"2\"},\n{\"$\":\"3\"}\n]") !=
        std::string::npos);
  CHECK(pages.published() == "2024-09-30");
}

TEST_CASE("the same figures of e-Stat give the same bytes at any time") {
  std::string joined;
  EstatPages pages;
  pages.add(page(1, "", "[{\"$\":\"1\"}]"));
  pages.finish(joined);
  CHECK(joined.find("2026-11-20") == std::string::npos);
}

TEST_CASE("e-Stat's own error is told in its words") {
  EstatPages pages;
  CHECK(code(pages.add(
            "{\"GET_STATS_DATA\":{\"RESULT\":{\"STATUS\":100,\"ERROR_MSG\":\"認証に失敗\"}}}")) ==
        "e-Stat answers (100): 認証に失敗");
}

TEST_CASE("figures that are missing at the end are a fault") {
  EstatPages pages;
  pages.add(page(2, "", "[{\"$\":\"1\"}]"));
  std::string joined;
  CHECK(code(pages.finish(joined)) == "2 figures were promised, 1 came");
}

TEST_CASE("a table that changes between two pages is a fault") {
  EstatPages pages;
  pages.add(page(2, "2", "[{\"$\":\"1\"}]"));
  CHECK(code(pages.add(page(2, "", "[{\"$\":\"2\"}]", "2024-10-01"))) ==
        "the table changed between two pages; pull again");
}

TEST_CASE("a NEXT_KEY that leads back is a fault") {
  EstatPages pages;
  pages.add(page(9, "5", "[{\"$\":\"1\"}]"));
  CHECK(code(pages.add(page(9, "5", "[{\"$\":\"1\"}]"))) == "NEXT_KEY does not move on");
}

TEST_CASE("pages that don't fit the number of figures are a fault at once") {
  for (const auto& [total, next, values] :
       {std::tuple(1, "", "[{\"$\":\"1\"},{\"$\":\"2\"}]"),  // more than there are
        std::tuple(9, "5", "[]"),                            // nothing, and yet a next one
        std::tuple(2, "3", "[{\"$\":\"1\"}]")}) {            // a next one behind the end
    EstatPages pages;
    CHECK(code(pages.add(page(total, next, values))) ==
          "its pages don't fit the number of figures");
  }
}

TEST_CASE("a table of e-Stat without figures is a fault in its words") {
  EstatPages pages;
  CHECK(code(pages.add(
            "{\"GET_STATS_DATA\":{\"RESULT\":{\"STATUS\":1,\"ERROR_MSG\":\"該当データはあ"
            "りませんでした。\"}}}")) == "e-Stat answers (1): 該当データはありませんでした。");
}

TEST_CASE("what is no answer of e-Stat is a fault") {
  for (const std::string& text :
       {std::string("<html>"), std::string("[]"), std::string("{}"),
        std::string("{\"GET_STATS_DATA\":7}"), std::string(100000, '['),
        std::string("{\"GET_STATS_DATA\":{\"RESULT\":{\"STATUS\":0}}}")}) {
    EstatPages pages;
    CHECK(code(pages.add(text)) == "it is no answer of e-Stat's getStatsData");
  }
}

TEST_CASE("a resource of CKAN has its address, licence and day") {
  CkanResource resource;
  const auto fault = read_ckan(
      "{\"success\":true,\"result\":{\"id\":\"r\",\"url\":\"https://x/a.csv\","
      "\"last_modified\":\"2024-09-13T01:02:03.4\",\"license_title\":\"CC BY 4.0\"}}",
      "raw/a.csv", resource);
  CHECK(code(fault) == "");
  CHECK(resource.url == "https://x/a.csv");
  CHECK(resource.published == "2024-09-13");
  CHECK(resource.licence == "CC BY 4.0");
}

TEST_CASE("of a dataset the one resource in the format of the file is taken") {
  CkanResource resource;
  const auto fault = read_ckan(
      "{\"success\":true,\"result\":{\"license_title\":\"CC0\",\"resources\":["
      "{\"id\":\"p\",\"format\":\"PDF\",\"url\":\"https://x/a.pdf\"},"
      "{\"id\":\"c\",\"format\":\"CSV\",\"url\":\"https://x/a\"}]}}",
      "raw/a.csv", resource);
  CHECK(code(fault) == "");
  CHECK(resource.url == "https://x/a");
  CHECK(resource.licence == "CC0");
}

TEST_CASE("a dataset with several fitting resources lists them") {
  CkanResource resource;
  const auto fault = read_ckan(
      "{\"success\":true,\"result\":{\"resources\":["
      "{\"id\":\"a\",\"format\":\"csv\",\"name\":\"2023\",\"url\":\"https://x/a\"},"
      "{\"id\":\"b\",\"format\":\"CSV\",\"name\":\"2024\",\"url\":\"https://x/b\"}]}}",
      "raw/a.csv", resource);
  CHECK(code(fault) ==
        "the dataset has 2 resources in csv; name the id of one: a (csv 2023), b (CSV 2024)");
}

TEST_CASE("what is no answer of CKAN is a fault") {
  for (const char* text : {"", "<html>", "[]", "{}", "{\"success\":false,\"result\":{}}",
                           "{\"success\":1,\"result\":{}}", "{\"success\":true,\"result\":7}"}) {
    CkanResource resource;
    CHECK(code(read_ckan(text, "raw/a.csv", resource)) ==
          "it is no answer of CKAN; look at the portal's address");
  }
}
