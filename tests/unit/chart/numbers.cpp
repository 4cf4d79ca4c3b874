#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "chart/dates.h"
#include "chart/number_text.h"
#include "chart/scale.h"
#include "chart/text_width.h"
#include "chart/ticks.h"

using namespace yokoten;

namespace {

std::string coordinate(double value) {
  std::string text;
  append_coordinate(text, value);
  return text;
}

}  // namespace

TEST_CASE("a coordinate has two decimals at most and no trailing zeros") {
  CHECK(coordinate(12.3456) == "12.35");
  CHECK(coordinate(12.5) == "12.5");
  CHECK(coordinate(12) == "12");
}

TEST_CASE("a coordinate is never minus zero") { CHECK(coordinate(-0.001) == "0"); }

TEST_CASE("what is no number becomes the coordinate zero") {
  CHECK(coordinate(std::numeric_limits<double>::quiet_NaN()) == "0");
}

TEST_CASE("a coordinate that no screen holds is cut") {
  CHECK(coordinate(std::numeric_limits<double>::infinity()) == "10000000");
}

TEST_CASE("thousands are parted by commas and minus is a minus sign") {
  CHECK(grouped_number(1788, 0) == "1,788");
  CHECK(grouped_number(-1234567.5, 1) == "−1,234,567.5");
  CHECK(grouped_number(999, 0) == "999");
}

TEST_CASE("ticks stand on round numbers") {
  CHECK(ticks({0, 100}, 5) == std::vector<double>{0, 20, 40, 60, 80, 100});
  CHECK(ticks({0, 0.3}, 3) == std::vector<double>{0, 0.1, 0.2, 0.3});
}

TEST_CASE("nice widens an extent to round numbers") {
  const Extent extent = nice({0.13, 96.4}, 10);
  CHECK(extent.low == 0);
  CHECK(extent.high == 100);
}

TEST_CASE("ticks of an axis without extent are its one number") {
  CHECK(ticks({7, 7}, 5) == std::vector<double>{7});
}

TEST_CASE("a scale without extent puts everything in the middle") {
  Scale scale;
  scale.kind = ScaleKind::linear;
  scale.low = scale.high = 5;
  CHECK(scale.share(5) == 0.5);
}

TEST_CASE("a scale between the widest doubles does not overflow") {
  Scale scale;
  scale.kind = ScaleKind::linear;
  scale.low = -1.7e308;
  scale.high = 1.7e308;
  CHECK(scale.share(0) == doctest::Approx(0.5));
}

TEST_CASE("a clamped scale keeps what lies outside on its ends") {
  Scale scale;
  scale.kind = ScaleKind::linear;
  scale.high = 100;
  scale.clamp = true;
  CHECK(scale.share(120) == 1);
  CHECK(scale.share(-5) == 0);
}

TEST_CASE("bands leave half a gap at both ends") {
  Scale scale;
  scale.kind = ScaleKind::band;
  scale.categories = {"a", "b"};
  scale.inner = 0.2;
  scale.outer = 0.1;
  CHECK(scale.band_start(0) == doctest::Approx(0.05));
  CHECK(scale.bandwidth() == doctest::Approx(0.4));
}

TEST_CASE("full width letters are one em and half width kana half an em") {
  CHECK(text_width("米子市", 14) == 42);
  CHECK(text_width("ｶﾅ", 14) == 14);
}

TEST_CASE("digits all have the same width") {
  CHECK(text_width("1111", 14) == text_width("0867", 14));
}

TEST_CASE("text that breaks off within a letter is measured without reading on") {
  CHECK(text_width("a\xe7", 10) > 0);
}

TEST_CASE("dates that do not exist are no dates") {
  CHECK_FALSE(days_of("2023-02-29").has_value());
  CHECK_FALSE(days_of("2024-9-13").has_value());
  CHECK(days_of("2024-02-29").has_value());
}

TEST_CASE("a day survives the way to days and back") {
  CHECK(iso_text(day_of(*days_of("2024-09-13"))) == "2024-09-13");
  CHECK(iso_text(day_of(*days_of("1969-12-31"))) == "1969-12-31");
}

TEST_CASE("a date is written in Japanese by its format") {
  CHECK(date_text({2024, 3, 1}, "%Y年%-m月") == "2024年3月");
  CHECK(date_text({2024, 3, 1}, "%y-%m") == "24-03");
}

TEST_CASE("a date format with an unknown word has no text") {
  CHECK_FALSE(date_text({2024, 3, 1}, "%H").has_value());
}
