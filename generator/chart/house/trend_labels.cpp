#include <algorithm>
#include <cmath>

#include "chart/house/dates.h"
#include "chart/house/trend.h"

namespace yokoten::chart {
namespace {

constexpr std::size_t kFewLines = 5;
constexpr double kAxisGap = 3;  // px between a label and the time axis
constexpr double kBeside = 12;  // px from a point to its label
// How far a label reaches from the place where its words begin, in px.
constexpr double kLabelAbove = 14, kLabelBelow = 5, kLabelSideways = 2;
constexpr double kLabelRounding =
    1;  // px by which a place on a straight way may lie beside its ends

bool covers(const TrendLabel& label, double x, double y) {
  return x > label.x - kLabelSideways && x < label.x + label.width + kLabelSideways &&
         y > label.y - kLabelAbove && y < label.y + kLabelBelow;
}

bool collide(const TrendLabel& a, const TrendLabel& b) {
  return std::abs(a.y - b.y) < 16 && a.x < b.x + b.width + 4 && b.x < a.x + a.width + 4;
}

// Whether points are where the words of a line would stand on the left.
bool left_is_taken(const Trend& trend, double value) {
  return std::any_of(trend.moments.begin(), trend.moments.end(), [&](const Moment& moment) {
    return moment.value && across(trend, moment.day) < kNarrowest / 2 &&
           std::abs(down(trend, *moment.value) - down(trend, value)) < 24;
  });
}

bool is_among_words(const Trend& trend, const TrendLabel& label) {
  return std::any_of(trend.lines.begin(), trend.lines.end(), [&](const ReferenceLine& line) {
    return collide(label, words_of(trend, line));
  });
}

// Whether the straight way between two places runs through a label.
bool runs_through(const Trend& trend, const TrendLabel& label, const Moment& from, double day,
                  double value) {
  constexpr int kSamples = 12;
  const auto [left, right] = std::minmax({across(trend, from.day), across(trend, day)});
  if (right < label.x - kLabelSideways || left > label.x + label.width + kLabelSideways)
    return false;
  const auto [top, bottom] = std::minmax({down(trend, *from.value), down(trend, value)});
  if (bottom < label.y - kLabelAbove - kLabelRounding ||
      top > label.y + kLabelBelow + kLabelRounding)
    return false;
  for (int i = 0; i <= kSamples; ++i) {
    const double part = static_cast<double>(i) / kSamples;
    if (covers(label, across(trend, from.day + (day - from.day) * part),
               down(trend, *from.value + (value - *from.value) * part)))
      return true;
  }
  return false;
}

// Whether the curve, a way to a target or a reference line runs through a label.
bool is_crossed(const Trend& trend, const TrendLabel& label) {
  const Moment* before = nullptr;
  for (const Moment& moment : trend.moments) {
    if (!moment.value) continue;
    if (runs_through(trend, label, before ? *before : moment, moment.day, *moment.value))
      return true;
    before = &moment;
  }
  if (trend.values.low < 0 && covers(label, label.x, down(trend, 0))) return true;
  for (const ReferenceLine& line : trend.lines) {
    if (covers(label, label.x, down(trend, line.value))) return true;
    const auto day = days_of(line.date);
    if (before && day && runs_through(trend, label, *before, *day, line.value)) return true;
  }
  return false;
}

double width_of(const ChartDatum& datum) {
  return label_width(datum.name + (datum.name.empty() ? "" : " ") + datum.label, true);
}

TrendLabel label_at(const Trend& trend, const Moment& moment, double width, bool left,
                    double below) {
  const double x = across(trend, moment.day);
  return {&moment, left, left ? x - kBeside - width : x + kBeside,
          down(trend, *moment.value) + below, width};
}

// Right or left of the point, a little below or above; or under or over it, at the right side.
std::vector<TrendLabel> places_of(const Trend& trend, const Moment& moment, double width) {
  std::vector<TrendLabel> places;
  for (const bool left : {false, true})
    for (const double below : {10.0, 5.0, -7.0, 18.0, -16.0, 28.0, -28.0})
      places.push_back(label_at(trend, moment, width, left, below));
  for (const double below : {24.0, -16.0}) {
    places.push_back(label_at(trend, moment, width, false, below));
    places.back().x = std::min(places.back().x, kNarrowest - width);
  }
  return places;
}

// Neither beyond the sides nor among the words of the time axis.
bool is_inside(const TrendLabel& label) {
  return label.x >= 0 && label.x + label.width <= kNarrowest &&
         label.y <= kTrendTop + kTrendPlot - kAxisGap;
}

// The label where it stands when the picture is four times as wide and lines run flatter.
TrendLabel when_wide(const Trend& trend, TrendLabel label) {
  constexpr double kWide = 4;
  const double at = across(trend, label.moment->day);
  label.x = at + (label.x - at) / kWide;
  label.width /= kWide;
  return label;
}

// Beside its point, where nothing runs through it at any width, or at least not at the narrowest.
// Where every place is crossed the first one inside the picture and apart from other words must do.
TrendLabel label_of(const Trend& trend, const Moment& moment) {
  const double width = width_of(*moment.datum);
  std::vector<TrendLabel> places = places_of(trend, moment, width);
  std::erase_if(places, [&](const TrendLabel& label) {
    return !is_inside(label) || is_among_words(trend, label);
  });
  const auto is_free = [&](const TrendLabel& label) { return !is_crossed(trend, label); };
  const auto is_free_when_wide = [&](const TrendLabel& label) {
    return is_free(label) && is_free(when_wide(trend, label));
  };
  auto best = std::find_if(places.begin(), places.end(), is_free_when_wide);
  if (best == places.end()) best = std::find_if(places.begin(), places.end(), is_free);
  if (best != places.end()) return *best;
  const bool left = across(trend, moment.day) > kNarrowest / 2;
  return places.empty() ? label_at(trend, moment, width, left, -12) : places.front();
}

}  // namespace

double across(const Trend& trend, double day) {
  return (day - trend.days.low) / (trend.days.high - trend.days.low) * kNarrowest;
}

double down(const Trend& trend, double value) {
  return kTrendTop +
         kTrendPlot * (trend.values.high - value) / (trend.values.high - trend.values.low);
}

TrendLabel words_of(const Trend& trend, const ReferenceLine& line) {
  const double width = label_width(line.label);
  const bool right = left_is_taken(trend, line.value);
  return {nullptr, right, right ? kNarrowest - width : 0, down(trend, line.value) + kOverLine,
          width};
}

std::vector<TrendLabel> labels_of(const Trend& trend) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < trend.moments.size(); ++i)
    if (trend.moments[i].value) order.push_back(i);
  if (order.size() > 1) std::rotate(order.begin(), order.end() - 1, order.end());
  if (order.size() > kFewLines) order.resize(2);
  std::vector<TrendLabel> labels;
  for (const std::size_t i : order) {
    const TrendLabel label = label_of(trend, trend.moments[i]);
    const bool free = (labels.empty() || !is_among_words(trend, label)) &&
                      std::none_of(labels.begin(), labels.end(),
                                   [&](const TrendLabel& other) { return collide(label, other); });
    if (free) labels.push_back(label);
  }
  return labels;
}

}  // namespace yokoten::chart
