#include <doctest/doctest.h>

#include "model/provenance.h"

using namespace yokoten;

namespace {

Provenance full() {
  Provenance from;
  from.address = "https://example.jp/a.csv";
  from.final_address = "https://files.example.jp/a.csv";
  from.retrieved = "2026-11-20T08:30:00Z";
  from.published = "2026-11";
  from.etag = "W/\"a\\b\"";
  from.last_modified = "Thu, 19 Nov 2026 00:00:00 GMT";
  from.content_type = "text/csv; charset=utf-8";
  from.sha256 = std::string(64, 'a');
  from.bytes = 12;
  from.licence = "公共データ利用規約\n第1.0版";
  return from;
}

}  // namespace

TEST_CASE("a provenance that was written is read again") {
  Findings findings;
  const auto again = read_provenance(to_toml(full()), "x.toml", findings);
  CHECK(findings.empty());
  REQUIRE(again.has_value());
  CHECK(to_toml(*again) == to_toml(full()));
  CHECK(again->etag == full().etag);
  CHECK(again->licence == full().licence);
}

TEST_CASE("what a database was asked stands in the provenance") {
  Provenance from = full();
  from.asked =
      AskedQuery{"queries/a.sql",   std::string(64, 'a'), {"from = 2024-04-01", "t = a\"b"},
                 "PostgreSQL 15.1", {"month date"},       1741};
  Findings findings;
  const auto again = read_provenance(to_toml(from), "x.toml", findings);
  CHECK(findings.empty());
  REQUIRE(again.has_value());
  REQUIRE(again->asked.has_value());
  CHECK(to_toml(*again) == to_toml(from));
  CHECK(again->asked->parameters == from.asked->parameters);
  CHECK(again->asked->rows == 1741);
}

TEST_CASE("what nobody said is left out of a provenance") {
  Provenance from = full();
  from.etag.clear();
  CHECK(to_toml(from).find("etag") == std::string::npos);
}

TEST_CASE("a provenance without its hash is none") {
  Provenance from = full();
  from.sha256.clear();
  Findings findings;
  CHECK_FALSE(read_provenance(to_toml(from), "x.toml", findings).has_value());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "toml.missing");
}
