#include <doctest/doctest.h>

#include "base/hash.h"
#include "pull/query.h"
#include "pull/query_text.h"

using namespace yokoten;

namespace {

using Kind = QueryParameter::Kind;

QueryDialect postgres_like() {
  return {false, [](const std::string& text) { return std::optional("'" + text + "'"); }};
}

SourceQuery with(std::vector<QueryParameter> parameters) {
  return {"queries/x.sql", {"sources.toml", 9, 1}, std::move(parameters), {}};
}

QueryParameter one(const std::string& name, Kind kind, std::vector<std::string> values,
                   bool is_list = false) {
  return {name, kind, is_list, std::move(values), {"sources.toml", 11, 1}};
}

/// What a query becomes, or where and why it can't be sent.
std::string filled(const std::string& text, std::vector<QueryParameter> parameters = {},
                   const QueryDialect& dialect = clickhouse_dialect()) {
  FilledQuery out;
  const auto fault =
      fill_query(with(std::move(parameters)), {"p/queries/x.sql", text}, dialect, out);
  if (!fault) return out.text;
  REQUIRE(fault->place.has_value());
  return fault->place->file + ':' + std::to_string(fault->place->row) + ':' +
         std::to_string(fault->place->column) + ": " + fault->message.en;
}

std::string pieces(std::string_view text, bool has_escapes) {
  std::string out;
  for (const QueryPiece& piece : query_pieces(text, has_escapes)) {
    out += piece.kind == QueryPiece::Kind::code     ? 'c'
           : piece.kind == QueryPiece::Kind::quoted ? 'q'
                                                    : '-';
    out += std::to_string(piece.end - piece.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("a query is taken apart into code, quotes and comments") {
  CHECK(pieces("a 'b''c' d", true) == "c2q3q3c2");
  CHECK(pieces("'\\'' x", true) == "q4c2");
  CHECK(pieces("'\\' x", false) == "q3c2");
  CHECK(pieces("\"a;\" `b;`", true) == "q4c1q4");
  CHECK(pieces("a -- b\nc", true) == "c2-5c1");
  CHECK(pieces("/* /* */ */", true) == "-8c3");
  CHECK(pieces("/* /* */ */", false) == "-11");
  CHECK(pieces("$$ ; $$ $a$ $$ $a$ $1", false) == "q7c1q10c3");
  CHECK(pieces("'never ends", true) == "q11");
  CHECK(pieces("E'a\\'b' c", false) == "c1q6c2");
}

TEST_CASE("values are written as their type in the query says") {
  CHECK(filled("{n:Int64}", {one("n", Kind::integer, {"-5"})}) == "(-5)");
  CHECK(filled("{n:List(Int64)}", {one("n", Kind::integer, {"1", "2"}, true)}) == "(1, 2)");
  CHECK(filled("{ d : Decimal }", {one("d", Kind::decimal, {"1.25"})}) ==
        "CAST('1.25' AS Decimal(18, 2))");
  CHECK(filled("{d:Decimal(4)}", {one("d", Kind::integer, {"7"})}) ==
        "CAST('7' AS Decimal(18, 4))");
  CHECK(filled("{d:List(Decimal)}", {one("d", Kind::decimal, {"1.5", "2.25"}, true)}) ==
        "(CAST('1.5' AS Decimal(18, 2)), CAST('2.25' AS Decimal(18, 2)))");
  CHECK(filled("{d:Date}", {one("d", Kind::date, {"2024-04-01"})}) == "toDate('2024-04-01')");
  CHECK(filled("{d:Date}", {one("d", Kind::text, {"2024-04-01"})}, postgres_like()) ==
        "date('2024-04-01')");
  CHECK(filled("{s:String}", {one("s", Kind::text, {"it's \\"})}) == "'it\\'s \\\\'");
}

TEST_CASE("a value of another type is named where it stands") {
  const auto refused = [](const std::string& type, const QueryParameter& parameter) {
    return filled("{x:" + type + "}", {parameter}).starts_with("sources.toml:11:1: the value of x");
  };
  CHECK(refused("Int64", one("x", Kind::text, {"5"})));
  CHECK(refused("Int64", one("x", Kind::integer, {"5"}, true)));
  CHECK(refused("List(Int64)", one("x", Kind::integer, {"5"})));
  CHECK(refused("String", one("x", Kind::integer, {"5"})));
  CHECK(refused("Date", one("x", Kind::text, {"2023-02-29"})));
  CHECK(refused("Date", one("x", Kind::text, {"2023-02"})));
  CHECK(refused("Decimal", one("x", Kind::text, {"1e5"})));
  CHECK(refused("Decimal", one("x", Kind::text, {"1'); --"})));
  CHECK(refused("Decimal(1)", one("x", Kind::decimal, {"1.25"})));
  CHECK(refused("Decimal", one("x", Kind::text, {std::string(39, '1')})));
}

TEST_CASE("a place that asks for no type or no parameter is named") {
  CHECK(filled("SELECT\n  {x:Int32}", {one("x", Kind::integer, {"1"})})
            .starts_with("p/queries/x.sql:2:3: Int32 is no type"));
  CHECK(filled("鳥取 {x:Int64}") ==
        "p/queries/x.sql:1:4: [source.parameters] in sources.toml has no x");
  CHECK(filled("1", {one("x", Kind::integer, {"1"})}) ==
        "sources.toml:11:1: queries/x.sql has no {x:Type}");
  CHECK(filled("'{x:Int64}'", {one("x", Kind::integer, {"1"})}) ==
        "p/queries/x.sql:1:2: a parameter stands outside of quotes");
}

TEST_CASE("what is no parameter stays as it is") {
  CHECK(filled("SELECT '{', {}, {a}, '[1:2]' -- {x:Int64}\n, 1") ==
        "SELECT '{', {}, {a}, '[1:2]' -- {x:Int64}\n, 1");
}

TEST_CASE("semicolons at the end are left out, others refused") {
  CHECK(filled("SELECT ';' ; -- the end;\n;\n") == "SELECT ';'");
  CHECK(filled("SELECT 1;\nSELECT 2") == "p/queries/x.sql:1:9: a file holds one query only");
  CHECK(filled(" ; -- nothing") == "p/queries/x.sql:0:0: there is no query in it");
}

TEST_CASE("a file that is no text is refused where it ends to be one") {
  CHECK(filled("SELECT\n'\xff'") == "p/queries/x.sql:2:2: it is not UTF-8 here");
  CHECK(filled(std::string("SELECT \0 1", 10)) == "p/queries/x.sql:1:8: there is a NUL");
  CHECK(filled(std::string(300 << 10, ' ')).ends_with("longer than 256 KiB"));
  CHECK(filled("\xEF\xBB\xBFSELECT 1") == "SELECT 1");
}

TEST_CASE("places in what was sent lead back into the file") {
  FilledQuery out;
  const std::string text = "SELECT {s:String},\n  {n:Int64} + nowhere";
  const auto fault =
      fill_query(with({one("s", Kind::text, {"鳥取県鳥取市"}), one("n", Kind::integer, {"1"})}),
                 {"x.sql", text}, clickhouse_dialect(), out);
  REQUIRE_FALSE(fault.has_value());
  CHECK(out.sha256 == sha256(text));
  CHECK(out.place_of(0) == Place{"x.sql", 1, 1});
  CHECK(out.place_of(out.text.find("nowhere")) == Place{"x.sql", 2, 15});
  CHECK(out.place_of(2, 7) == Place{"x.sql", 2, 15});
  CHECK(out.place_of(out.text.find("取市")).row == 1);
  CHECK(out.place_of(out.text.size() + 10).row == 2);
  CHECK(out.place_of(9, 1).row == 2);
}
