#include "chart/house/spec_parts.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "chart/house/finding.h"
#include "chart/scene/bounds.h"
#include "chart/spec/read.h"
#include "model/words.h"

namespace yokoten::chart {
namespace {

constexpr double kHugest = 1e15;
constexpr double kTypeSize = 14;
constexpr const char* kWordJoiner = "\u2060";

bool any_text(const ChartRequest& request, std::string ChartDatum::*text) {
  return std::any_of(request.data.begin(), request.data.end(),
                     [text](const ChartDatum& datum) { return !(datum.*text).empty(); });
}

bool drawable(double value) { return std::isfinite(value) && std::fabs(value) <= kHugest; }

std::string description_of(const ChartDatum& datum, const ChartRequest& request) {
  if (!datum.description.empty()) return datum.description;
  std::string text = datum.name;
  const auto add = [&](const std::string& part) {
    if (!text.empty()) text += ' ';
    text += part;
  };
  if (!datum.series.empty()) add(datum.series);
  if (!datum.label.empty()) add(with_unit(datum.label, request));
  return text;
}

}  // namespace

// Identifiers in SVG bear no spaces, quotes and brackets.
std::string spec_name(std::string id) {
  for (char& letter : id)
    if (std::string_view(" \t\n\"'()<>&#\\").find(letter) != std::string_view::npos) letter = '-';
  return id;
}

std::string with_unit(const std::string& number, const ChartRequest& request) {
  if (request.unit.empty() || request.unit == "%") return number + request.unit;
  const auto& singulars = request.words.singulars;
  const auto one = number == "1" ? singulars.find(request.unit) : singulars.end();
  return filled_word(request.words.with_unit,
                     {number, one == singulars.end() ? request.unit : one->second});
}

// Unit and date in the title; the publisher under it.
Json title_of(const ChartRequest& request) {
  const std::string& unit = request.unit;
  const std::string& as_of = request.as_of;
  std::string text = request.title;
  if (!unit.empty() || !as_of.empty())
    text = filled_word(
        request.words.in_brackets,
        {text, unit + (unit.empty() || as_of.empty() ? "" : request.words.comma) + as_of});
  if (request.source.empty()) return text;
  return object("text", text, "subtitle", filled_word(request.words.source, {request.source}));
}

const Json& house_config() {
  static const Json config = object(
      "font", "Noto Sans JP, Noto Sans CJK JP, Hiragino Sans, sans-serif", "background", nullptr,
      "view", object("stroke", nullptr),  //
      "text", object("fontSize", kTypeSize, "color", "#1A1A1A"), "axis",
      object("labelFontSize", kTypeSize, "labelColor", "#595959", "labelLimit", 0, "titleFontSize",
             kTypeSize, "titleFontWeight", "normal", "titleColor", "#595959", "domainColor",
             "#949494", "gridColor", "#CCCCCC", "tickColor", "#949494"),
      "legend", object("labelFontSize", kTypeSize, "titleFontSize", kTypeSize, "labelLimit", 0),
      "title",
      object("anchor", "start", "frame", "bounds", "fontSize", 16, "color", "#1A1A1A",
             "subtitleFontSize", kTypeSize, "subtitleColor", "#595959", "offset", 12));
  return config;
}

const Config* house_look() {
  static const std::optional<Config> look = read_config(house_config());
  return look ? &*look : nullptr;
}

Json spec_head(const ChartRequest& request, Json height, Json x, Json y) {
  Json spec = object("$schema", "https://vega.github.io/schema/vega-lite/v6.json", "name",
                     spec_name(request.id));
  if (!request.title.empty()) put(spec, "title", title_of(request));
  put(spec, "description", finding_of(request));
  put(spec, "width", "container");
  put(spec, "height", std::move(height));
  put(spec, "padding", 0);
  put(spec, "config", house_config());
  put(spec, "encoding", object("x", std::move(x), "y", std::move(y)));
  put(spec, "layer", Json::array());
  return spec;
}

// Vega by itself would say the names of our fields, and days that stand for a whole year.
void say_what_is_shown(Json& mark, Json& encoding) {
  if (encoding.contains("description")) return;
  if (const Json* const text = encoding.find("text"))
    put(encoding, "description", Json(*text));
  else
    put(mark, "aria", false);
}

Json layer_of(Json rows, Json mark, Json encoding) {
  say_what_is_shown(mark, encoding);
  return object("data", object("values", std::move(rows)), "mark", std::move(mark), "encoding",
                std::move(encoding));
}

Json number_json(double value) {
  if (value == std::floor(value) && std::fabs(value) <= kHugest)
    return static_cast<std::int64_t>(value);
  return value;
}

std::optional<double> value_of(const ChartDatum& datum) {
  return datum.value && drawable(*datum.value) ? datum.value : std::nullopt;
}

bool has_place(const ChartDatum& datum) { return value_of(datum) && drawable(datum.across); }

Extent value_extent(const ChartRequest& request) {
  Extent extent{0, 0};
  const auto take = [&](double value) {
    extent = {std::min(extent.low, value), std::max(extent.high, value)};
  };
  for (const ChartDatum& datum : request.data)
    if (const auto value = value_of(datum)) take(*value);
  for (const ReferenceLine& line : drawable_lines(request)) take(line.value);
  if (request.maximum && drawable(*request.maximum)) take(*request.maximum);
  if (extent.low == extent.high) extent.high = 1;
  return extent;
}

std::vector<ReferenceLine> drawable_lines(const ChartRequest& request) {
  std::vector<ReferenceLine> lines;
  for (const ReferenceLine& line : request.lines)
    if (drawable(line.value)) lines.push_back(line);
  return lines;
}

Font label_font() {
  Font font;
  font.size = kTypeSize;
  return font;
}

double label_width(const std::string& text, bool bold) {
  Font font = label_font();
  if (bold) font.weight = "bold";
  return std::ceil(text_width(font, text));
}

double spacing_room(const std::string& text) {
  constexpr double kLetter = 0.12 * kTypeSize, kWord = 0.16 * kTypeSize;
  double room = 0;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) room += kLetter;
    if (byte == ' ') room += kWord;
  }
  return room;
}

double widest_label(const ChartRequest& request) {
  double width = 0;
  for (const ChartDatum& datum : request.data)
    width = std::max(width, label_width(datum.label, true));
  return width;
}

const char* leaning(double at, double text_width, double width) {
  if (at < text_width / 2) return "left";
  return at > width - text_width / 2 ? "right" : "center";
}

Ink ink_of(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::self:
      return Ink::self;
    case Emphasis::other:
      return Ink::other;
    case Emphasis::nation:
      return Ink::text;
    case Emphasis::plain:
    case Emphasis::planned:
      break;
  }
  return Ink::bar;
}

Json text_mark(const char* align, bool bold, Ink ink) {
  Json mark = object("type", "text", "align", align, "baseline", "alphabetic");
  if (bold) put(mark, "fontWeight", "bold");
  put(mark, "color", colour(ink));
  return mark;
}

Json dashed_rule() {
  return object("type", "rule", "color", colour(Ink::text), "strokeDash", list(4, 3));
}

Json field(const char* name) { return object("field", name); }

Json text_field(const char* name) { return object("field", name, "type", "nominal"); }

Json pixels(double value) { return object("value", number_json(value)); }

void put_links(Json& encoding, const ChartRequest& request) {
  if (any_text(request, &ChartDatum::link)) put(encoding, "href", text_field("link"));
  put(encoding, "description", text_field("description"));
}

void put_link(Json& row, const ChartDatum& datum, const ChartRequest& request) {
  if (any_text(request, &ChartDatum::link)) put(row, "link", datum.link);
  put(row, "description", description_of(datum, request));
}

Json name_axis(Json bold, double gutter) {
  Json axis = object("title", nullptr, "domain", false, "ticks", false, "labelAlign", "left",
                     "labelPadding", number_json(gutter), "labelColor", colour(Ink::text));
  if (!bold.empty())
    put(axis, "labelFontWeight",
        object("condition",
               object("test", object("field", "value", "oneOf", std::move(bold)), "value", "bold"),
               "value", "normal"));
  return axis;
}

std::vector<std::string> distinct_names(std::vector<std::string> names) {
  std::unordered_set<std::string> seen;
  for (std::string& name : names)
    while (!seen.insert(name).second) name += kWordJoiner;
  return names;
}

void add_level(Json& layers, const ReferenceLine& line, Json words) {
  const Json rows = list(object("value", number_json(line.value), "label", line.label));
  layers.push_back(
      layer_of(rows, dashed_rule(),
               object("x", pixels(0), "x2", object("value", "width"), "y", field("value"))));
  const bool right = words["align"] == "right";
  layers.push_back(layer_of(rows, std::move(words),
                            object("x", right ? object("value", "width") : pixels(0), "y",
                                   field("value"), "text", text_field("label"))));
}

}  // namespace yokoten::chart
