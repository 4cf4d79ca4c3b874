#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "chart/scale/formats.h"
#include "chart/scale/ticks.h"

// Expected values were taken from d3-array 3.2, d3-scale 4.0 and vega-scale 8.1.

using namespace yokoten::chart;

namespace {

using Numbers = std::vector<double>;
using Texts = std::vector<std::string>;

constexpr double kEndless = std::numeric_limits<double>::infinity();

Scale scale_of(ScaleType type, double low, double high) {
  Scale scale;
  scale.type = type;
  scale.low = low;
  scale.high = high;
  return scale;
}

double at(const char* date) { return milliseconds_of(date).value_or(0); }

Scale time_scale(const char* from, const char* to) {
  return scale_of(ScaleType::time, at(from), at(to));
}

Texts texts(const Scale& scale, double count, std::string_view format = "") {
  return tick_texts(scale, tick_values(scale, count), count, format, "");
}

}  // namespace

TEST_CASE("linear ticks are whole multiples of a round step") {
  CHECK(linear_ticks(0, 1, 10) == Numbers{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1});
  CHECK(linear_ticks(3, -2, 4) == Numbers{3, 2, 1, 0, -1, -2});
  CHECK(linear_ticks(0.1, 0.35, 6) == Numbers{0.1, 0.15, 0.2, 0.25, 0.3, 0.35});
  CHECK(linear_ticks(0, 0, 5) == Numbers{0});
  CHECK(linear_ticks(0, 1, 1.5) == Numbers{0, 0.5, 1});
}

TEST_CASE("a least step thins the ticks out") {
  const Scale scale = scale_of(ScaleType::linear, 0, 4);
  CHECK(tick_values(scale, 10, 1) == Numbers{0, 1, 2, 3, 4});
  CHECK(tick_count(scale, 10, 1) == 5);
}

TEST_CASE("labels have the decimals that their step needs") {
  CHECK(texts(scale_of(ScaleType::linear, 0, 100), 5) == Texts{"0", "20", "40", "60", "80", "100"});
  CHECK(texts(scale_of(ScaleType::linear, 0, 0.004), 5) ==
        Texts{"0.000", "0.001", "0.002", "0.003", "0.004"});
  CHECK(texts(scale_of(ScaleType::linear, 0, 4000), 4, "s") == Texts{"0k", "1k", "2k", "3k", "4k"});
  CHECK(texts(scale_of(ScaleType::linear, 0, 0.1), 2, "%") == Texts{"0%", "5%", "10%"});
}

TEST_CASE("a logarithmic axis labels the first digits of each power only") {
  const Texts labels = texts(scale_of(ScaleType::log, 1, 1000), 10);
  REQUIRE(labels.size() == 28);
  CHECK(labels[2] == "3");
  CHECK(labels[3].empty());
  CHECK(labels[27] == "1,000");
}

TEST_CASE("small powers of ten keep the labels that a rounding error would lose") {
  const Texts labels = texts(scale_of(ScaleType::log, 0.0001, 0.5), 10);
  REQUIRE(labels.size() == 32);
  CHECK(labels[1] == "0.0002");
  CHECK(labels[2] == "0.0003");
  CHECK(labels[3].empty());
}

TEST_CASE("logarithmic ticks are powers alone where there are many powers") {
  CHECK(tick_values(scale_of(ScaleType::log, 1, 1e6), 5) ==
        Numbers{1, 10, 100, 1000, 10000, 100000, 1000000});
}

TEST_CASE("a logarithmic scale to base 3 has the ticks of d3") {
  Scale scale = scale_of(ScaleType::log, 1, 243);
  scale.base = 3;
  CHECK(tick_values(scale, 10) == Numbers{1, 2, 3, 6, 9, 18, 27, 54, 81, 162, 243});
}

TEST_CASE("written values and symbol legends of a logarithmic scale are all labelled") {
  const Scale scale = scale_of(ScaleType::log, 1, 1000);
  CHECK(tick_texts(scale, {5, 60}, 10, "", "", true) == Texts{"5", "60"});
}

TEST_CASE("nice widens a domain either way round") {
  Scale scale = scale_of(ScaleType::linear, 9.7, 0.13);
  make_nice(scale);
  CHECK(scale.low == 10);
  CHECK(scale.high == 0);
  Scale log = scale_of(ScaleType::log, 2, 242);
  log.base = 3;
  make_nice(log);
  CHECK(log.low == 1);
  CHECK(log.high == 243);
  Scale time = time_scale("2024-01-17", "2024-11-03");
  make_nice(time);
  CHECK(time.low == at("2024-01-01"));
  CHECK(time.high == at("2024-12-01"));
}

TEST_CASE("time ticks begin years when there are years") {
  CHECK(texts(time_scale("2019-04-01", "2024-04-01"), 5) ==
        Texts{"2020", "2021", "2022", "2023", "2024"});
}

TEST_CASE("every second day counts from the first of a month unless the scale is written as utc") {
  Scale scale = time_scale("2024-01-28", "2024-02-06");
  CHECK(texts(scale, 5) == Texts{"Mon 29", "Wed 31", "February", "Sat 03", "Mon 05"});
  scale.utc = true;
  CHECK(texts(scale, 5) == Texts{"Jan 28", "Tue 30", "February", "Sat 03", "Mon 05"});
}

TEST_CASE("time ticks step by a written interval") {
  const Scale scale = time_scale("2024-01-01", "2024-12-31");
  CHECK(time_tick_values(scale, {"quarter", 1}) ==
        Numbers{at("2024-01-01"), at("2024-04-01"), at("2024-07-01"), at("2024-10-01")});
  CHECK(time_tick_values(scale, {"month", 6}) == Numbers{at("2024-01-01"), at("2024-07-01")});
}

TEST_CASE("legends of classes say what lies between their limits") {
  Scale scale = scale_of(ScaleType::quantize, 0, 100);
  scale.limits = {25, 50, 75};
  const Numbers values = legend_values(scale, 5);
  CHECK(values == Numbers{-kEndless, 25, 50, 75});
  CHECK(legend_texts(scale, values, 5, "", "", LegendKind::symbol) ==
        Texts{"< 25", "25 – 50", "50 – 75", "≥ 75"});
  CHECK(legend_texts(scale, values, 5, "", "", LegendKind::discrete) ==
        Texts{"", "25", "50", "75"});
  Scale threshold = scale_of(ScaleType::threshold, 0, 1);
  threshold.limits = {5, 10.5};
  const Numbers limits = legend_values(threshold, 5);
  CHECK(legend_texts(threshold, limits, 5, "", "", LegendKind::symbol) ==
        Texts{"< 5", "5 – 10.5", "≥ 10.5"});
}

TEST_CASE("ticks of categories are their indexes and texts their names") {
  Scale scale;
  scale.type = ScaleType::band;
  scale.categories = {{"鳥取県", "鳥取県"}, {2024, "2024"}};
  CHECK(texts(scale, 10) == Texts{"鳥取県", "2024"});
  CHECK(texts(scale, 10, ",d") == Texts{"NaN", "2,024"});
}

TEST_CASE("absurd numbers of ticks are cut and absurd domains have none") {
  CHECK(linear_ticks(0, 1, 1e9).size() <= 10 * kMostTicks);
  CHECK(linear_ticks(0, kEndless, 10).empty());
  CHECK(linear_ticks(0, 1, std::nan("")).empty());
  CHECK(tick_values(scale_of(ScaleType::log, 0, 100), 10).empty());
  CHECK(tick_values(scale_of(ScaleType::time, std::nan(""), 0), 10).empty());
  const Scale century = time_scale("1900-01-01", "2024-01-01");
  CHECK(time_tick_values(century, {"milliseconds", 1}).size() == kMostTicks);
}
