#include <doctest/doctest.h>

#include <cmath>

#include "chart/scale/scale.h"
#include "chart/scale/ticks.h"

// Expected values were taken from vega-scale 8.1.

using namespace yokoten::chart;
using yokoten::Json;

namespace {

Scale bands(ScaleType type, double inner, double outer) {
  Scale scale;
  scale.type = type;
  scale.inner = inner;
  scale.outer = outer;
  scale.categories.resize(3);
  return scale;
}

}  // namespace

TEST_CASE("bands have a step a bandwidth and an outer padding") {
  Scale scale = bands(ScaleType::band, 0.1, 0.05);
  CHECK(scale.share(0) == doctest::Approx(0.01666666666666672));
  CHECK(scale.share(1) == doctest::Approx(0.35));
  CHECK(scale.bandwidth() == doctest::Approx(0.3));
  CHECK(scale.step() == doctest::Approx(1.0 / 3));
  scale.reversed = true;
  CHECK(scale.share(0) == doctest::Approx(0.6833333333333333));
}

TEST_CASE("points have no width") {
  const Scale scale = bands(ScaleType::point, 0, 0.5);
  CHECK(scale.share(0) == doctest::Approx(1.0 / 6));
  CHECK(scale.share(2) == doctest::Approx(5.0 / 6));
  CHECK(scale.bandwidth() == 0);
}

TEST_CASE("the space of bands is never less than one step") {
  CHECK(band_space(0, 0.1, 0.05) == 0);
  CHECK(band_space(1, 1, 0) == 1);
  CHECK(band_space(47, 0.1, 0.05) == doctest::Approx(47));
}

TEST_CASE("an index that is no category has no place") {
  CHECK(std::isnan(bands(ScaleType::band, 0, 0).share(3)));
  CHECK(std::isnan(bands(ScaleType::band, 0, 0).share(-1)));
}

TEST_CASE("a linear place runs from low to high and beyond unless it is clamped") {
  Scale scale;
  scale.type = ScaleType::linear;
  scale.high = 10;
  scale.from = 1;
  scale.to = 0;
  CHECK(scale.share(2.5) == 0.75);
  CHECK(scale.share(20) == -1);
  scale.clamp = true;
  CHECK(scale.share(20) == 0);
  CHECK(std::isnan(scale.share(kMissing)));
}

TEST_CASE("a domain of one value stands in the middle") {
  Scale scale;
  scale.type = ScaleType::linear;
  scale.low = scale.high = 3;
  CHECK(scale.share(3) == 0.5);
}

TEST_CASE("a logarithmic place knows negative domains and no zero") {
  Scale scale;
  scale.type = ScaleType::log;
  scale.low = 1;
  scale.high = 100;
  CHECK(scale.share(10) == doctest::Approx(0.5));
  CHECK_FALSE(std::isfinite(scale.share(0)));
  scale.low = -100;
  scale.high = -1;
  CHECK(scale.share(-10) == doctest::Approx(0.5));
}

TEST_CASE("numbers of a range are interpolated or picked by class") {
  Scale scale;
  scale.type = ScaleType::linear;
  scale.numbers = {0, 361};
  CHECK(scale.number(0.5) == 180.5);
  scale.type = ScaleType::quantize;
  scale.limits = {0.5};
  CHECK(scale.number(0.4) == 0);
  CHECK(scale.number(0.6) == 361);
}

TEST_CASE("a category is found by its value and type") {
  Scale scale;
  scale.categories = {{2024, "2024"}, {"2024", "2024"}, {nullptr, "null"}, {true, "true"}};
  CHECK(scale.index_of(Json(2024.0)) == 0);
  CHECK(scale.index_of(Json("2024")) == 1);
  CHECK(scale.index_of(Json(nullptr)) == 2);
  CHECK(scale.index_of(Json(1)) == -1);
}

TEST_CASE("a padded domain grows by pixels at either end") {
  Scale scale;
  scale.type = ScaleType::linear;
  scale.high = 10;
  pad_domain(scale, 110, 5);
  CHECK(scale.low == doctest::Approx(-0.5));
  CHECK(scale.high == doctest::Approx(10.5));
}
