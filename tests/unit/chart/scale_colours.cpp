#include <doctest/doctest.h>

#include <cmath>

#include "chart/scale/interpolate.h"
#include "chart/scale/schemes.h"

// Expected values were taken from d3-color 3.1, d3-interpolate 3.0 and vega-scale 8.1.

using namespace yokoten::chart;

namespace {

using Colours = std::vector<std::string>;

Scale colour_scale(ScaleType type, Colours colours) {
  Scale scale;
  scale.type = type;
  scale.colours = std::move(colours);
  return scale;
}

}  // namespace

TEST_CASE("a sequential scheme is sampled between its ends") {
  CHECK(scheme_colours("blues", 3) ==
        Colours{"rgb(156, 200, 226)", "rgb(91, 163, 207)", "rgb(41, 120, 184)"});
  CHECK(colour_along(scheme_stops("redBlue"), 0.5, ColourSpace::rgb) == "rgb(242, 239, 238)");
  CHECK(colour_along(scheme_stops("viridis"), 0.123, ColourSpace::rgb) == "rgb(71, 44, 123)");
}

TEST_CASE("a categorical scheme comes whole and is cut for classes only") {
  CHECK(scheme_colours("tableau10", 2).size() == 10);
  CHECK(scheme_colours("tableau10", 2).front() == "#4c78a8");
  CHECK(class_colours("tableau10", 2) == Colours{"#4c78a8", "#f58518"});
  CHECK(is_categorical("Observable10"));
  CHECK_FALSE(is_categorical("blues"));
  CHECK(scheme_colours("no such scheme", 3).empty());
}

TEST_CASE("written colours of a linear scale are mixed in HCL") {
  Scale scale = colour_scale(ScaleType::linear, {"red", "green", "blue"});
  scale.space = ColourSpace::hcl;
  CHECK(scale.colour(0.25) == "rgb(145, 116, 0)");
  CHECK(scale.colour(0.75) == "rgb(0, 117, 189)");
}

TEST_CASE("a scheme of a linear scale is mixed in RGB and may run backwards") {
  Scale scale = colour_scale(ScaleType::linear, scheme_stops("blues"));
  CHECK(scale.colour(0) == "rgb(207, 225, 242)");
  CHECK(scale.colour(0.05) == "rgb(199, 221, 239)");
  std::swap(scale.from, scale.to);
  CHECK(scale.colour(1) == "rgb(207, 225, 242)");
}

TEST_CASE("a time scale mixes two colours alone") {
  Scale scale = colour_scale(ScaleType::time, {"#f00", "#00f", "#0f0"});
  scale.space = ColourSpace::hcl;
  CHECK(scale.colour(1) == "rgb(0, 0, 255)");
}

TEST_CASE("a missing value has no colour") {
  CHECK(colour_scale(ScaleType::linear, {"red", "blue"}).colour(kMissing).empty());
  CHECK(colour_scale(ScaleType::threshold, {"red"}).colour(kMissing).empty());
}

TEST_CASE("classes take the colour above the limits that they reach") {
  Scale scale = colour_scale(ScaleType::threshold, {"a", "b", "c"});
  scale.limits = {1, 2};
  CHECK(scale.colour(0.9) == "a");
  CHECK(scale.colour(1) == "b");
  CHECK(scale.colour(2.5) == "c");
}

TEST_CASE("categories go round the colours") {
  Scale scale = colour_scale(ScaleType::ordinal, {"a", "b"});
  scale.categories.resize(3);
  CHECK(scale.colour(2) == "a");
  CHECK(scale.colour(3).empty());
}

TEST_CASE("CSS colours are read in every form of d3") {
  CHECK(css_of(rgb_of("#f80")) == "rgb(255, 136, 0)");
  CHECK(css_of(rgb_of("SteelBlue")) == "rgb(70, 130, 180)");
  CHECK(css_of(rgb_of("hsl(120, 50%, 50%)")) == "rgb(64, 191, 64)");
  CHECK(css_of(rgb_of("rgba(1, 2, 3, .5)")) == "rgba(1, 2, 3, 0.5)");
  CHECK(css_of(rgb_of("rgb(10%, 20%, 100%)")) == "rgb(26, 51, 255)");
}

TEST_CASE("what is no CSS colour is told apart") {
  for (const char* bad : {"", "none", "#12345", "rgb(1 2 3)", "rgb(1,2)", "blau"}) {
    CHECK_FALSE(is_colour(bad));
  }
}

TEST_CASE("two colours are mixed in RGB") {
  CHECK(colour_along(Colours{"white", "black"}, 0.5, ColourSpace::rgb) == "rgb(128, 128, 128)");
}
