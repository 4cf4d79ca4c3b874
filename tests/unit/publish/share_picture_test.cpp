#include "publish/share_picture.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

constexpr const char* kSmall =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\">"
    "<rect width=\"20\" height=\"10\" fill=\"#0017C1\"/></svg>";

}  // namespace

TEST_CASE("a picture has the size that its SVG names") {
  const auto png = png_of(kSmall);
  REQUIRE(png);
  CHECK(png->substr(1, 3) == "PNG");
  CHECK(static_cast<unsigned char>((*png)[19]) == 20);
  CHECK(static_cast<unsigned char>((*png)[23]) == 10);
}

TEST_CASE("the same SVG gives the same bytes") { CHECK(png_of(kSmall) == png_of(kSmall)); }

TEST_CASE("what is no SVG gives no picture") { CHECK_FALSE(png_of("<svg")); }
