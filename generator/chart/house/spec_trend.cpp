#include <algorithm>

#include "chart/house/dates.h"
#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"
#include "chart/house/trend.h"

namespace yokoten::chart {
namespace {

constexpr double kHalfYear = 183, kTrendMargin = 0.06;
constexpr std::size_t kMany = 12;
constexpr int kTrendSteps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};  // months between labels

std::vector<Moment> moments_of(const ChartRequest& request) {
  std::vector<Moment> moments;
  for (const ChartDatum& datum : request.data)
    if (const auto day = days_of(datum.date)) moments.push_back({&datum, *day, value_of(datum)});
  std::stable_sort(moments.begin(), moments.end(),
                   [](const Moment& a, const Moment& b) { return a.day < b.day; });
  return moments;
}

// From the first day to the last one or the target, with a margin for points and their labels.
Extent days_extent(const Trend& trend) {
  if (trend.moments.empty()) return {0, 1};
  Extent days{trend.moments.front().day, trend.moments.back().day};
  for (const ReferenceLine& line : trend.lines)
    if (const auto day = days_of(line.date)) days.high = std::max(days.high, *day);
  if (days.high - days.low < 1) return {days.low - kHalfYear, days.high + kHalfYear};
  const double margin = std::max(1.0, std::floor((days.high - days.low) * kTrendMargin));
  return {days.low - margin, days.high + margin};
}

// From the first month of a year on that `step` divides; fiscal years begin in April.
std::vector<Day> month_starts(const Trend& trend, int step) {
  std::vector<Day> days;
  const Day first = day_of(trend.days.low);
  const int into_year = std::max(trend.request.years_from - 1, 0);
  int month = first.year * 12 + first.month - 1;
  month -= (month - into_year) % step;
  for (;; month += step) {
    const Day day{month / 12, month % 12 + 1, 1};
    if (days_of(day) > trend.days.high || days.size() > 4) break;
    if (days_of(day) >= trend.days.low) days.push_back(day);
  }
  return days;
}

const std::string& years_format(const ChartRequest& request) {
  return request.years_from > 1 ? request.words.fiscal_year : request.words.year;
}

// Two to four days to be labelled: years alone where they suffice, else three months of years.
Json time_axis(const Trend& trend) {
  Json values = Json::array();
  bool years = false;
  for (const int step : kTrendSteps) {
    years = step >= 12;
    if (trend.request.years_from > 0 && !years) continue;
    const auto days = month_starts(trend, step);
    if (days.size() > (years ? 4u : 3u)) continue;
    for (const Day day : days) values.push_back(iso_text(day));
    break;
  }
  Json axis = object("title", nullptr, "grid", false, "labelPadding", 3, "format",
                     years ? years_format(trend.request) : trend.request.words.month, "values",
                     std::move(values));
  if (trend.values.low < 0) put(axis, "domain", false);
  return axis;
}

// Where values lie below zero the line at the bottom would look like it: zero has its own.
void add_zero(Json& layers, const Trend& trend) {
  if (trend.values.low >= 0) return;
  const Json rows = list(object("value", 0, "text", "0"));
  layers.push_back(
      layer_of(rows, object("type", "rule", "color", colour(Ink::other)),
               object("x", pixels(0), "x2", object("value", "width"), "y", field("value"))));
  Json zero = text_mark("right", false, Ink::soft);
  put(zero, "dx", -6);
  put(zero, "dy", 5);
  layers.push_back(
      layer_of(rows, std::move(zero),
               object("x", pixels(0), "y", field("value"), "text", text_field("text"))));
}

Json head(const Trend& trend) {
  return spec_head(
      trend.request, kTrendPlot,
      object("type", "temporal", "scale",
             object("type", "utc", "domain",
                    list(iso_text(day_of(trend.days.low)), iso_text(day_of(trend.days.high)))),
             "axis", time_axis(trend)),
      object("type", "quantitative", "scale",
             object("domain", list(number_json(trend.values.low), number_json(trend.values.high))),
             "axis", nullptr));
}

Json row_of(const std::string& date, std::optional<double> value) {
  return object("date", date, "value", value ? number_json(*value) : Json());
}

Json at_date() { return object("x", field("date"), "y", field("value")); }

bool is_plan(const Moment& moment) { return moment.datum->emphasis == Emphasis::planned; }

// What is planned is not known; where nothing else is there, the way begins at the last plan.
const Moment* last_known(const Trend& trend) {
  const Moment* plan = nullptr;
  for (auto moment = trend.moments.rbegin(); moment != trend.moments.rend(); ++moment) {
    if (!moment->value) continue;
    if (!is_plan(*moment)) return &*moment;
    if (plan == nullptr) plan = &*moment;
  }
  return plan;
}

// The straight way to a target is dotted: it is no forecast.
void add_way(Json& layers, const Trend& trend, const ReferenceLine& line) {
  const auto day = days_of(line.date);
  const Moment* from = last_known(trend);
  if (!day) return;
  if (from && from->day < *day)
    layers.push_back(
        layer_of(list(row_of(from->datum->date, from->value), row_of(line.date, line.value)),
                 object("type", "line", "color", colour(Ink::bar), "strokeDash", list(2, 5),
                        "strokeWidth", 2),
                 at_date()));
  layers.push_back(layer_of(list(row_of(line.date, line.value)),
                            object("type", "point", "filled", true, "fill", colour(Ink::paper),
                                   "stroke", colour(Ink::bar), "strokeWidth", 1.5, "size", 113),
                            at_date()));
}

void add_line(Json& layers, const Trend& trend, const ReferenceLine& line) {
  Json words = text_mark(words_of(trend, line).left ? "right" : "left", false, Ink::text);
  put(words, "dy", number_json(kOverLine));
  add_level(layers, line, std::move(words));
}

// A plan is no point of the line.
void add_curve(Json& layers, const Trend& trend) {
  Json rows = Json::array();
  rows.reserve(trend.moments.size());
  for (const Moment& moment : trend.moments)
    if (!is_plan(moment)) rows.push_back(row_of(moment.datum->date, moment.value));
  if (rows.size() > 1)
    layers.push_back(layer_of(std::move(rows),
                              object("type", "line", "color", colour(Ink::bar), "strokeWidth", 3),
                              at_date()));
}

void add_points(Json& layers, const Trend& trend, bool planned) {
  Json rows = Json::array();
  rows.reserve(trend.moments.size());
  for (const Moment& moment : trend.moments) {
    if (!moment.value || is_plan(moment) != planned) continue;
    Json row = row_of(moment.datum->date, moment.value);
    put_link(row, *moment.datum, trend.request);
    rows.push_back(std::move(row));
  }
  if (rows.empty()) return;
  Json encoding = at_date();
  put_links(encoding, trend.request);
  layers.push_back(layer_of(
      std::move(rows),
      object("type", "point", "filled", true, "fill", colour(planned ? Ink::paper : Ink::self),
             "stroke", colour(planned ? Ink::bar : Ink::paper), "strokeWidth", planned ? 1.5 : 2,
             "size", trend.moments.size() > kMany ? 50 : 113),
      std::move(encoding)));
}

// One of the two words of a label: the point's name, or its number in bold.
void add_word(Json& layers, const Trend& trend, const TrendLabel& label, const std::string& word,
              bool bold, double away) {
  if (word.empty()) return;
  Json row = row_of(label.moment->datum->date, label.moment->value);
  put(row, "text", word);
  Json mark = text_mark(label.left ? "right" : "left", bold, Ink::text);
  put(mark, "dx", number_json(std::round(label.left ? -away : away)));
  put(mark, "dy", number_json(std::round(label.y - down(trend, *label.moment->value))));
  Json encoding = at_date();
  put(encoding, "text", text_field("text"));
  layers.push_back(layer_of(list(std::move(row)), std::move(mark), std::move(encoding)));
}

void add_labels(Json& layers, const Trend& trend) {
  constexpr double kSpace = 4;
  for (const TrendLabel& label : labels_of(trend)) {
    const std::string& name = label.moment->datum->name;
    const std::string& number = label.moment->datum->label;
    const double at = across(trend, label.moment->day);
    const double away = label.left ? at - label.x - label.width : label.x - at;
    const double first = label_width(label.left ? number : name, label.left);
    const double second = away + (first > 0 ? first + kSpace : 0);
    add_word(layers, trend, label, name, false, label.left ? second : away);
    add_word(layers, trend, label, number, true, label.left ? away : second);
  }
}

}  // namespace

Json trend_spec(const ChartRequest& request) {
  Trend trend{request, moments_of(request), drawable_lines(request), value_extent(request), {}};
  trend.days = days_extent(trend);
  Json spec = head(trend);
  Json& layers = spec["layer"];
  if (trend.moments.empty()) return spec;
  add_zero(layers, trend);
  for (const ReferenceLine& line : trend.lines) add_line(layers, trend, line);
  add_curve(layers, trend);
  for (const ReferenceLine& line : trend.lines) add_way(layers, trend, line);
  add_points(layers, trend, false);
  add_points(layers, trend, true);
  add_labels(layers, trend);
  return spec;
}

}  // namespace yokoten::chart
