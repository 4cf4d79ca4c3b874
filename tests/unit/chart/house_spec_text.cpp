#include <doctest/doctest.h>

#include "chart/house/spec_text.h"

using namespace yokoten;

namespace {

std::string written(const Json& value) { return chart::spec_text(list(value), true); }

}  // namespace

TEST_CASE("numbers of a specification are as short as they are exact") {
  CHECK(written(69.365202) == "[69.365202]\n");
  CHECK(written(-0.5) == "[-0.5]\n");
  CHECK(written(0.1 + 0.2) == "[0.30000000000000004]\n");
  CHECK(written(99999.0) == "[99999]\n");
  CHECK(written(1e5) == "[1e+05]\n");
  CHECK(written(0.0001) == "[1e-04]\n");
  CHECK(written(0.0) == "[0]\n");
  CHECK(written(-0.0) == "[-0]\n");
}

TEST_CASE("texts of a specification are escaped wherever the letter stands") {
  for (std::size_t size = 0; size < 20; ++size)
    for (std::size_t at = 0; at <= size; ++at) {
      std::string text(size, 'x'), escaped = text;
      CAPTURE(size);
      CAPTURE(at);
      CHECK(written(text.insert(at, "\n")) == "[\"" + escaped.insert(at, "\\n") + "\"]\n");
    }
  CHECK(written("a\"b\\c") == "[\"a\\\"b\\\\c\"]\n");
  CHECK(written("年度") == "[\"年度\"]\n");
}
