#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/scale/formats.h"
#include "chart/scale/scale.h"

// Round ends and round steps as d3-array, d3-scale, d3-time and Vega find them.

namespace yokoten::chart {

/// No axis gets more ticks than this, whatever its `tickCount` or interval asks for.
inline constexpr std::size_t kMostTicks = 100'000;

/// d3.ticks, d3.tickIncrement, d3.tickStep: round values between low and high, about `count`.
std::vector<double> linear_ticks(double low, double high, double count);
double tick_increment(double low, double high, double count);
double tick_step(double low, double high, double count);

/// Widens a continuous or quantize domain to round values (d3's `nice`); for time to round
/// intervals. `limits` of quantize are left alone.
void make_nice(Scale& scale, double count = 10);

/// Widens a continuous domain by `padding` px at either end of a range `length` px long (`padding`
/// of a scale; 5 px under bars that stand on a continuous axis). Before make_nice.
void pad_domain(Scale& scale, double length, double padding);

/// An interval that time ticks step by: "year", "quarter", "month", "week", "day", "hours" …
struct TimeInterval {
  std::string_view unit;
  int step = 1;
};

/// Values of ticks (Vega's tickCount and tickValues): of a continuous scale round values, of a
/// discrete one the indexes of all categories, of thresholds these. `count` is about how many;
/// `min_step` is `tickMinStep`, 0 where there is none.
std::vector<double> tick_values(const Scale& scale, double count, double min_step = 0);
std::vector<double> time_tick_values(const Scale& scale, TimeInterval interval);

/// The number of ticks that tick_values aims at once `min_step` is met; tick_texts wants this one.
double tick_count(const Scale& scale, double count, double min_step);

/// The text of a tick, as Vega's axis and legend write it: by d3's tickFormat for `format`, with
/// the precision that `count` ticks need; log scales leave some empty unless `all` (written
/// values, symbol legends); time without a format takes Vega's multi-format (%Y, %B, %b %d …), or
/// `forms`. `format` "" is none; `format_type` "time" and "utc" read numbers as milliseconds.
std::vector<std::string> tick_texts(const Scale& scale, const std::vector<double>& values,
                                    double count, std::string_view format,
                                    std::string_view format_type, bool all = false,
                                    const TimeForms& forms = {});

/// How a legend shows its entries: along a gradient, in bands (threshold and quantize of colours)
/// or one symbol an entry.
enum class LegendKind { gradient, discrete, symbol };

/// Values of a legend's entries (Vega's labelValues); thresholds begin with -infinity.
std::vector<double> legend_values(const Scale& scale, double count, double min_step = 0);

/// Texts of these. Bands label their lower limit (the first has none), symbols of classes say
/// "1 – 2", "< 1" and "≥ 2". `written`: the values are those of the specification.
std::vector<std::string> legend_texts(const Scale& scale, const std::vector<double>& values,
                                      double count, std::string_view format,
                                      std::string_view format_type, LegendKind kind,
                                      bool written = false);

}  // namespace yokoten::chart
