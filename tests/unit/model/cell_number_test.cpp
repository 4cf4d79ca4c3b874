#include "model/cell_number.h"

#include <doctest/doctest.h>

#include <string>

using namespace yokoten;

namespace {

Source source() {
  Source made;
  made.symbols = {{"—", "not_set"}, {"x", "suppressed"}, {"-", "not_applicable"}};
  made.notes["R5暫定値"] = {provisional, parse_period("2023FY")};
  made.notes["R4調査"] = {0, parse_period("2022FY")};
  return made;
}

std::string value(const std::string& cell) {
  const auto read = read_number(cell, source());
  return read && read->value ? to_text(*read->value) : "none";
}

}  // namespace

TEST_CASE("numbers are read in every form that tables print") {
  CHECK(value("181,566") == "181566");
  CHECK(value(" 6.0 ") == "6.0");
  CHECK(value("\u3000４２\u3000") == "42");
  CHECK(value("１，２３４．５") == "1234.5");
}

TEST_CASE("triangles and the real minus sign make a number negative") {
  CHECK(value("△1,234") == "-1234");
  CHECK(value("▲ 5") == "-5");
  CHECK(value("\u22120.3") == "-0.3");
  CHECK(value("－７") == "-7");
}

TEST_CASE("a counter behind a number is no part of it") {
  CHECK(value("2,570件") == "2570");
  CHECK(value("24.7%") == "24.7");
  CHECK(value("４７ 都道府県") == "47");
  CHECK(value("△1,200円") == "-1200");
}

TEST_CASE("a word that multiplies a number is not passed over") {
  CHECK(value("3千円") == "none");
  CHECK(value("12万人") == "none");
  CHECK(value("件") == "none");
}

TEST_CASE("at least so many is a bound, and other limits are not understood") {
  const auto read = read_number("90%以上", source());
  REQUIRE(read);
  CHECK(to_text(*read->value) == "90");
  CHECK(read->flags == bound);
  for (const char* cell : {"90%未満", "約90%", "90超", "90以下", "以上"})
    CHECK_FALSE(read_number(cell, source()));
}

TEST_CASE("a note in brackets gives its flag and period") {
  const auto read = read_number("2570(R5暫定値)", source());
  REQUIRE(read);
  CHECK(to_text(*read->value) == "2570");
  CHECK(read->flags == provisional);
  CHECK(read->note == "R5暫定値");
  CHECK(to_text(*read->period) == "2023FY");
}

TEST_CASE("full-width brackets and blanks before a note are understood") {
  const auto read = read_number("15.7 （Ｒ４調査）", source());
  REQUIRE(read);
  CHECK(to_text(*read->value) == "15.7");
  CHECK(to_text(*read->period) == "2022FY");
}

TEST_CASE("a mark of a footnote right behind a number is a note") {
  Source marked = source();
  marked.notes["※1"] = {provisional, std::nullopt};
  marked.notes["*"] = {};
  marked.notes["注2)"] = {};
  for (const char* cell : {"1234※1", "1,234 ※1", "1234件※１", "1234(※1)"}) {
    CAPTURE(cell);
    const auto read = read_number(cell, marked);
    REQUIRE(read);
    CHECK(to_text(*read->value) == "1234");
    CHECK(read->flags == provisional);
  }
  CHECK(read_number("1234＊", marked));
  CHECK(read_number("1234注2)", marked));
  CHECK(read_number("—※1", marked)->missing == Missing::not_set);
  for (const char* cell : {"1234※2", "※1", "1234※", "約1234※1", "1234※1※1", "1234*5"})
    CHECK_MESSAGE(!read_number(cell, marked), cell);
}

TEST_CASE("a raised digit behind a number is a mark") {
  Source marked = source();
  marked.notes["¹"] = {provisional, std::nullopt};
  for (const char* cell : {"1234¹", "1,234 ¹", "1234件¹"}) {
    CAPTURE(cell);
    const auto read = read_number(cell, marked);
    REQUIRE(read);
    CHECK(to_text(*read->value) == "1234");
    CHECK(read->flags == provisional);
  }
  CHECK_FALSE(read_number("1234²", marked));
  CHECK_FALSE(read_number("10³", Source{}));
  CHECK(number_wanted("1234¹").en.find("\"¹\" = { flag") != std::string::npos);
}

TEST_CASE("what is to be written for a note stands in the message") {
  CHECK(number_wanted("1234※1").en.find("\"※1\" = { flag") != std::string::npos);
  CHECK(number_wanted("52(速報)").en.find("\"速報\" = { flag") != std::string::npos);
  CHECK(number_wanted("約52※").en.find("under symbols or notes") != std::string::npos);
}

TEST_CASE("a note that the source does not explain is not understood") {
  CHECK_FALSE(read_number("52(速報)", source()));
  CHECK_FALSE(read_number("52()", source()));
  CHECK_FALSE(read_number("(R5暫定値)", source()));
}

TEST_CASE("a symbol of the legend gives its reason") {
  const auto read = read_number(" — ", source());
  REQUIRE(read);
  CHECK_FALSE(read->value);
  CHECK(read->missing == Missing::not_set);
  CHECK(read_number("Ｘ", source()) == std::nullopt);
  CHECK(read_number("ｘ", source())->missing == Missing::suppressed);
  CHECK(read_number("-", source())->missing == Missing::not_applicable);
}

TEST_CASE("an empty cell is not published unless the legend says otherwise") {
  CHECK(read_number("", source())->missing == Missing::not_published);
  CHECK(read_number("\u3000", source())->missing == Missing::not_published);
  Source other;
  other.symbols[""] = "not_reported";
  CHECK(read_number("", other)->missing == Missing::not_reported);
}

TEST_CASE("zero is a number and no reason") {
  const auto read = read_number("0", source());
  REQUIRE(read);
  CHECK(read->value.has_value());
  CHECK(read->missing == Missing::none);
}

TEST_CASE("what is neither number nor symbol is not understood") {
  for (const char* cell : {"…", "①", "十二", "約100", "1 2", "12%x", "--5", "△", "1e3"})
    CHECK_MESSAGE(!read_number(cell, source()), cell);
}

TEST_CASE("of a long cell that is no number the beginning is told") {
  CHECK(number_wanted(std::string(40'000, 'x')).ja.size() < 500);
}
