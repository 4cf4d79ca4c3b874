#include <algorithm>
#include <cmath>

#include "base/lists.h"
#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"

namespace yokoten::chart {
namespace {

constexpr double kColumnPlot = 188, kColumnTop = 24, kPadding = 0.23, kAxisRoom = 21;
constexpr double kLabelHeight = 16, kLabelGap = 4;  // px
constexpr std::size_t kMostBars = 12;

struct ColumnChart {
  const ChartRequest& request;
  std::vector<std::string> names;
  std::vector<ReferenceLine> lines;
  Extent extent;
  bool crowded = false;  ///< not every value has room for its label
  std::vector<std::size_t> labelled{};
};

std::vector<std::string> column_names(const ChartRequest& request) {
  std::vector<std::string> names;
  for (const ChartDatum& datum : request.data) names.push_back(datum.name);
  return distinct_names(std::move(names));
}

double column_step(const ChartRequest& request) {
  return kNarrowest / static_cast<double>(std::max<std::size_t>(request.data.size(), 1));
}

double share_of(const ColumnChart& columns, double value) {
  return (value - columns.extent.low) / (columns.extent.high - columns.extent.low);
}

std::optional<std::size_t> highest_column(const ChartRequest& request) {
  std::optional<std::size_t> highest;
  for (std::size_t i = 0; i < request.data.size(); ++i) {
    const auto value = value_of(request.data[i]);
    if (value && (!highest || *value > *value_of(request.data[*highest]))) highest = i;
  }
  return highest;
}

// Whether the numbers over two columns would meet.
bool labels_meet(const ColumnChart& columns, std::size_t a, std::size_t b) {
  const ChartDatum &one = columns.request.data[a], &other = columns.request.data[b];
  const double away =
      static_cast<double>(std::max(a, b) - std::min(a, b)) * column_step(columns.request);
  const double widths = label_width(one.label, true) + label_width(other.label, true);
  const double down = kColumnPlot * std::abs(share_of(columns, value_of(one).value_or(0)) -
                                             share_of(columns, value_of(other).value_or(0)));
  return away < widths / 2 + kLabelGap && down < kLabelHeight;
}

// Where not every value has room only the ends, the emphasised ones and the highest are labelled,
// the highest where it meets none of the others.
std::vector<std::size_t> labelled_columns(const ColumnChart& columns) {
  const auto& data = columns.request.data;
  std::vector<std::size_t> labelled;
  for (std::size_t i = 0; i < data.size(); ++i)
    if (!columns.crowded || i == 0 || i + 1 == data.size() || data[i].emphasis == Emphasis::self ||
        data[i].emphasis == Emphasis::nation)
      labelled.push_back(i);
  const auto highest = highest_column(columns.request);
  const auto meets = [&](std::size_t i) { return labels_meet(columns, i, *highest); };
  if (highest && !yokoten::holds(labelled, *highest) && std::ranges::none_of(labelled, meets))
    labelled.push_back(*highest);
  return labelled;
}

ColumnChart measured_columns(const ChartRequest& request) {
  ColumnChart columns{request, column_names(request), drawable_lines(request),
                      value_extent(request), widest_label(request) > column_step(request)};
  columns.labelled = labelled_columns(columns);
  return columns;
}

bool names_are_crowded(const ChartRequest& request) {
  return std::ranges::any_of(request.data, [&](const ChartDatum& datum) {
    return label_width(datum.name) > column_step(request);
  });
}

// Names without room below their columns have some as bars: but for long rows, and for plans, which
// are said below columns.
bool should_lie(const ChartRequest& request) {
  const bool planned = std::ranges::any_of(
      request.data, [](const ChartDatum& datum) { return datum.emphasis == Emphasis::planned; });
  return names_are_crowded(request) && !planned && request.data.size() <= kMostBars;
}

// Of names that overlap nevertheless some are left out.
Json name_axis_below(const ColumnChart& columns) {
  Json axis = object("title", nullptr, "ticks", false, "labelAngle", 0, "labelPadding", 3);
  if (names_are_crowded(columns.request)) put(axis, "labelOverlap", "greedy");
  return axis;
}

Json head(const ColumnChart& columns) {
  Json keys = Json::array();
  for (const std::string& name : columns.names) keys.push_back(name);
  Json scale = object("paddingInner", kPadding);
  if (!keys.empty()) put(scale, "domain", std::move(keys));
  const Extent& extent = columns.extent;
  return spec_head(
      columns.request, kColumnPlot,
      object("type", "nominal", "scale", std::move(scale), "axis", name_axis_below(columns)),
      object("type", "quantitative", "scale",
             object("domain", list(number_json(extent.low), number_json(extent.high))), "axis",
             nullptr));
}

Json row_of(const ColumnChart& columns, std::size_t i) {
  const ChartDatum& datum = columns.request.data[i];
  const auto value = value_of(datum);
  Json row = object("name", columns.names[i], "value", value ? number_json(*value) : Json(),
                    "label", datum.label);
  put_link(row, datum, columns.request);
  return row;
}

void add_columns(Json& layers, const ColumnChart& columns, Emphasis emphasis) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < columns.names.size(); ++i) {
    const ChartDatum& datum = columns.request.data[i];
    if (datum.emphasis == emphasis && value_of(datum)) rows.push_back(row_of(columns, i));
  }
  if (rows.empty()) return;
  Json mark = emphasis == Emphasis::planned
                  ? object("type", "bar", "fill", colour(Ink::paper), "stroke", colour(Ink::bar),
                           "strokeWidth", 1.5)
                  : object("type", "bar", "color", colour(ink_of(emphasis)));
  Json encoding = object("x", field("name"), "y", field("value"));
  put_links(encoding, columns.request);
  layers.push_back(layer_of(std::move(rows), std::move(mark), std::move(encoding)));
}

void add_labels(Json& layers, const ColumnChart& columns, bool below) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < columns.names.size(); ++i) {
    const auto value = value_of(columns.request.data[i]);
    if (value && yokoten::holds(columns.labelled, i) && (*value < 0) == below)
      rows.push_back(row_of(columns, i));
  }
  if (rows.empty()) return;
  Json mark = text_mark("center", true, Ink::text);
  put(mark, "dy", below ? 16 : -6);
  layers.push_back(
      layer_of(std::move(rows), std::move(mark),
               object("x", field("name"), "y", field("value"), "text", text_field("label"))));
}

// The reason, or a dash where it has no room.
std::string missing_word(const ColumnChart& columns, std::size_t i) {
  const std::string& label = columns.request.data[i].label;
  return label.empty() || columns.crowded ? "—" : label;
}

void add_missing(Json& layers, const ColumnChart& columns) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < columns.names.size(); ++i)
    if (!value_of(columns.request.data[i]))
      rows.push_back(object("name", columns.names[i], "label", missing_word(columns, i)));
  if (rows.empty()) return;
  layers.push_back(layer_of(
      std::move(rows), text_mark("center", false, Ink::soft),
      object("x", field("name"), "y", pixels(kColumnPlot - 6), "text", text_field("label"))));
}

// ColumnChart left of the middle that reach near the line would stand under its words.
bool left_is_taken(const ColumnChart& columns, double value) {
  const auto& data = columns.request.data;
  for (std::size_t i = 0; i < (data.size() + 1) / 2; ++i)
    if (share_of(columns, value_of(data[i]).value_or(0)) > share_of(columns, value) - 0.12)
      return true;
  return false;
}

void add_lines(Json& layers, const ColumnChart& columns) {
  for (const ReferenceLine& line : columns.lines) {
    const char* side = left_is_taken(columns, line.value) ? "right" : "left";
    Json words = text_mark(side, false, Ink::soft);
    put(words, "dy", -8);
    add_level(layers, line, std::move(words));
  }
}

// Under every planned column where the word has room there, else once under the middle of those
// that stand side by side.
std::vector<std::size_t> plan_word_places(const ColumnChart& columns) {
  const auto& data = columns.request.data;
  const bool fits = label_width(columns.request.words.planned) < column_step(columns.request);
  std::vector<std::size_t> places;
  for (std::size_t i = 0, end = 0; i < data.size(); i = end) {
    end = i + 1;
    if (data[i].emphasis != Emphasis::planned) continue;
    while (!fits && end < data.size() && data[end].emphasis == Emphasis::planned) ++end;
    places.push_back(i + (end - i - 1) / 2);
  }
  return places;
}

// Outlines alone would not say what they mean.
void add_plan_words(Json& layers, const ColumnChart& columns) {
  Json rows = Json::array();
  for (const std::size_t i : plan_word_places(columns))
    rows.push_back(object("name", columns.names[i], "words", columns.request.words.planned));
  if (rows.empty()) return;
  layers.push_back(layer_of(std::move(rows), text_mark("center", false, Ink::soft),
                            object("x", field("name"), "y", pixels(kColumnPlot + kAxisRoom + 15),
                                   "text", text_field("words"))));
}

}  // namespace

Json columns_spec(const ChartRequest& request) {
  if (should_lie(request)) return bars_spec(request);
  const ColumnChart columns = measured_columns(request);
  Json spec = head(columns);
  Json& layers = spec["layer"];
  add_lines(layers, columns);
  for (const Emphasis emphasis :
       {Emphasis::plain, Emphasis::planned, Emphasis::other, Emphasis::self, Emphasis::nation})
    add_columns(layers, columns, emphasis);
  add_labels(layers, columns, false);
  add_labels(layers, columns, true);
  add_missing(layers, columns);
  add_plan_words(layers, columns);
  return spec;
}

}  // namespace yokoten::chart
