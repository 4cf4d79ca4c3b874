#include <algorithm>
#include <cmath>

#include "chart/house/dates.h"
#include "chart/house/trend.h"

namespace yokoten::chart {
namespace {

constexpr std::size_t kFewLines = 5;
constexpr double kAxisGap = 3;  // px between a label and the time axis

bool covers(const TrendLabel& label, double x, double y) {
  return x > label.x - 2 && x < label.x + label.width + 2 && y > label.y - 14 && y < label.y + 5;
}

// Whether the straight way between two places runs through a label.
bool runs_through(const Trend& trend, const TrendLabel& label, const Moment& from, double day,
                  double value) {
  constexpr int kSamples = 12;
  const auto [left, right] = std::minmax({across(trend, from.day), across(trend, day)});
  if (right < label.x - 2 || left > label.x + label.width + 2) return false;
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

TrendLabel label_at(const Trend& trend, const Moment& moment, bool left, double below) {
  TrendLabel label{&moment, moment.datum->name, left, 0, 0, 0};
  label.text += (label.text.empty() ? "" : " ") + moment.datum->label;
  label.width = label_width(label.text, true);
  const double x = across(trend, moment.day);
  label.x = left ? x - 12 - label.width : x + 12;
  label.y = down(trend, *moment.value) + below;
  return label;
}

// Neither beyond the sides nor among the words of the time axis.
bool is_inside(const TrendLabel& label) {
  return label.x >= 0 && label.x + label.width <= kNarrowest &&
         label.y <= kTrendTop + kTrendPlot - kAxisGap;
}

// Beside its point, where nothing runs through it: below or above, right or left. Where every
// place is crossed the first one inside the picture must do.
TrendLabel label_of(const Trend& trend, const Moment& moment) {
  std::optional<TrendLabel> inside;
  for (const bool left : {false, true})
    for (const double below : {10.0, 5.0, -7.0, 18.0, -16.0, 28.0, -28.0}) {
      TrendLabel label = label_at(trend, moment, left, below);
      if (!is_inside(label)) continue;
      if (!is_crossed(trend, label)) return label;
      if (!inside) inside = std::move(label);
    }
  return inside ? *inside
                : label_at(trend, moment, across(trend, moment.day) > kNarrowest / 2, -12);
}

bool collide(const TrendLabel& a, const TrendLabel& b) {
  return std::abs(a.y - b.y) < 16 && a.x < b.x + b.width + 4 && b.x < a.x + a.width + 4;
}

}  // namespace

double across(const Trend& trend, double day) {
  return (day - trend.days.low) / (trend.days.high - trend.days.low) * kNarrowest;
}

double down(const Trend& trend, double value) {
  return kTrendTop +
         kTrendPlot * (trend.values.high - value) / (trend.values.high - trend.values.low);
}

std::vector<TrendLabel> labels_of(const Trend& trend) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < trend.moments.size(); ++i)
    if (trend.moments[i].value) order.push_back(i);
  if (order.size() > 1) std::rotate(order.begin(), order.end() - 1, order.end());
  if (order.size() > kFewLines) order.resize(2);
  std::vector<TrendLabel> labels;
  for (const std::size_t i : order) {
    TrendLabel label = label_of(trend, trend.moments[i]);
    const bool free = std::none_of(labels.begin(), labels.end(),
                                   [&](const TrendLabel& other) { return collide(label, other); });
    if (free) labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace yokoten::chart
