#include "base/colour.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("contrast is that of WCAG") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast({255, 255, 255}, {255, 255, 255}) == doctest::Approx(1));
  // Published pairs: #767676 is the lightest grey for text on white.
  CHECK(contrast(*parse_colour("#767676"), {255, 255, 255}) >= 4.5);
  CHECK(contrast(*parse_colour("#777777"), {255, 255, 255}) < 4.5);
}

TEST_CASE("colours are read with three and with six digits, and nothing else is one") {
  CHECK(to_text(*parse_colour("#0af")) == "#00aaff");
  CHECK(to_text(*parse_colour("#7A1f00")) == "#7a1f00");
  for (const char* text : {"", "#", "#12", "#12345", "red", "#12345g", "0017c1", "#0017c1ff"})
    CHECK(!parse_colour(text));
}

TEST_CASE("the colour that would do stands off its ground, and is the same where it does already") {
  const Colour white{255, 255, 255}, dark{26, 26, 26};
  CHECK(contrast(with_contrast(*parse_colour("#e08a60"), white, 4.5), white) >= 4.5);
  CHECK(contrast(with_contrast(*parse_colour("#333333"), dark, 4.5), dark) >= 4.5);
  CHECK(to_text(with_contrast({0, 0, 0}, white, 4.5)) == "#000000");
}
