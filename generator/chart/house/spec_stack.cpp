#include <algorithm>
#include <cmath>
#include <map>

#include "base/lists.h"
#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"
#include "chart/scale/formats.h"

namespace yokoten::chart {
namespace {

constexpr double kStackStep = 74, kStackBar = 36, kLabelShare = 0.06;
constexpr double kStackGap = 2, kStackEdge = 1;  // px
constexpr double kNumberGap = 2;                 // px beside a number
constexpr Ink kStackSteps[] = {Ink::self, Ink::bar,  Ink::k3,    Ink::k2,
                               Ink::k1,   Ink::soft, Ink::other, Ink::line};

struct Part {
  std::string name;
  int order = 0;
  bool planned = false;
  Ink ink = Ink::self;
};

struct StackChart {
  const ChartRequest& request;
  std::vector<std::string> areas;
  std::vector<Part> parts;
};

double size_of(const ChartDatum& datum) { return std::max(0.0, value_of(datum).value_or(0)); }

std::vector<std::string> areas_of(const ChartRequest& request) {
  std::vector<std::string> areas;
  for (const ChartDatum& datum : request.data)
    if (std::find(areas.begin(), areas.end(), datum.name) == areas.end())
      areas.push_back(datum.name);
  return areas;
}

// Done parts go through the blues from the darkest, then through the greys, and again; planned ones
// are empty.
void colour_parts(std::vector<Part>& parts) {
  std::size_t at = 0;
  for (Part& part : parts)
    part.ink = part.planned ? Ink::paper : kStackSteps[at++ % std::size(kStackSteps)];
}

std::vector<Part> parts_of(const ChartRequest& request) {
  std::vector<Part> parts;
  for (const ChartDatum& datum : request.data) {
    const auto known = std::find_if(parts.begin(), parts.end(),
                                    [&](const Part& part) { return part.name == datum.series; });
    if (known == parts.end())
      parts.push_back({datum.series, datum.part, datum.emphasis == Emphasis::planned});
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.order < b.order; });
  colour_parts(parts);
  return parts;
}

Json head(const StackChart& stack) {
  Json keys = Json::array();
  for (const std::string& area : stack.areas) keys.push_back(area);
  Json scale = object("paddingInner", number_json(1 - kStackBar / kStackStep));
  if (!keys.empty()) put(scale, "domain", std::move(keys));
  return spec_head(
      stack.request, object("step", kStackStep),
      object("type", "quantitative", "scale", object("domain", list(0, 1)), "axis", nullptr),
      object("type", "nominal", "scale", std::move(scale), "axis", nullptr));
}

double whole_of(const StackChart& stack, const std::string& area) {
  double whole = 0;
  for (const ChartDatum& datum : stack.request.data)
    if (datum.name == area) whole += size_of(datum);
  return whole;
}

// A bar is the whole: of an area with a part missing there is none.
bool has_bar(const StackChart& stack, const std::string& area) {
  return std::none_of(
      stack.request.data.begin(), stack.request.data.end(),
      [&](const ChartDatum& datum) { return datum.name == area && !value_of(datum); });
}

bool is_dark(Ink ink) { return ink == Ink::self || ink == Ink::bar || ink == Ink::soft; }

// The number of a part that has room for it in the narrowest picture.
std::string number_on(const ChartDatum& datum, double share) {
  const bool fits = label_width(datum.label) + kNumberGap <= share * kNarrowest;
  return share >= kLabelShare && fits ? datum.label : "";
}

// One part as a share of its area's whole: where it begins, ends and has its number.
Json row_of(const StackChart& stack, const ChartDatum& datum, const Part& part, double begin,
            double end) {
  Json row =
      object("area", datum.name, "part", part.name, "value", number_json(size_of(datum)), "begin",
             number_json(begin), "end", number_json(end), "middle", number_json((begin + end) / 2),
             "label", number_on(datum, end - begin), "dark", is_dark(part.ink) ? 1 : 0);
  put_link(row, datum, stack.request);
  return row;
}

Json rows_of(const StackChart& stack, bool dark) {
  Json rows = Json::array();
  for (const std::string& area : stack.areas) {
    if (!has_bar(stack, area)) continue;
    const double whole = whole_of(stack, area);
    double begin = 0;
    for (const Part& part : stack.parts)
      for (const ChartDatum& datum : stack.request.data) {
        if (datum.name != area || datum.series != part.name || size_of(datum) <= 0) continue;
        const double end = begin + size_of(datum);
        if (is_dark(part.ink) == dark)
          rows.push_back(row_of(stack, datum, part, begin / whole, end / whole));
        begin = end;
      }
  }
  return rows;
}

Json part_color(const StackChart& stack) {
  Json names = Json::array(), range = Json::array();
  for (const Part& part : stack.parts) {
    names.push_back(part.name);
    range.push_back(colour(part.ink));
  }
  return object("field", "part", "type", "nominal", "scale",
                object("domain", std::move(names), "range", std::move(range)), "legend",
                object("title", nullptr, "orient", "bottom", "columns", 1, "symbolStrokeColor",
                       colour(Ink::other), "symbolStrokeWidth", kStackEdge));
}

Json number_color() {
  return object("condition",
                object("test", object("field", "dark", "gte", 1), "value", colour(Ink::paper)),
                "value", colour(Ink::black));
}

// Boxes and the numbers on them share their data, which makes them cells (see cells.cpp). Dark
// parts are set apart by gaps; pale ones have a line around them, or they would fade into the page.
void add_parts(Json& spec, const StackChart& stack, bool dark) {
  Json rows = rows_of(stack, dark);
  if (rows.empty()) return;
  Json group = object("data", object("values", std::move(rows)), "layer", Json::array());
  Json encoding = object("x", field("begin"), "x2", field("end"), "y", field("area"), "color",
                         part_color(stack));
  put_links(encoding, stack.request);
  group["layer"].push_back(
      object("mark",
             object("type", "rect", "stroke", colour(dark ? Ink::paper : Ink::other), "strokeWidth",
                    dark ? kStackGap : kStackEdge),
             "encoding", std::move(encoding)));
  Json number = object("type", "text", "baseline", "middle");
  Json at = object("x", field("middle"), "y", field("area"), "text", text_field("label"), "color",
                   number_color());
  say_what_is_shown(number, at);
  group["layer"].push_back(object("mark", std::move(number), "encoding", std::move(at)));
  spec["layer"].push_back(std::move(group));
}

// 第二期 秘匿
std::string missing_parts(const StackChart& stack, const std::string& area) {
  std::vector<std::string> parts;
  for (const ChartDatum& datum : stack.request.data)
    if (datum.name == area && !value_of(datum))
      add_new(parts, datum.label.empty() ? datum.series : datum.series + ' ' + datum.label);
  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : stack.request.words.comma) + part;
  return text;
}

// The whole is written where it is a sum of counts; a sum of rounded shares would claim too much.
std::string total_text(const StackChart& stack, const std::string& area) {
  if (!has_bar(stack, area)) return missing_parts(stack, area);
  const double whole = whole_of(stack, area);
  if (whole != std::floor(whole) || whole <= 0) return "";
  return with_unit(number_text(whole, ",.0f").value_or(""), stack.request);
}

void add_heads(Json& spec, const StackChart& stack) {
  Json rows = Json::array();
  for (const std::string& area : stack.areas)
    rows.push_back(object("area", area, "total", total_text(stack, area)));
  if (rows.empty()) return;
  Json name = text_mark("left", true, Ink::text), total = text_mark("right", false, Ink::soft);
  put(name, "dy", -25);
  put(total, "dy", -25);
  spec["layer"].push_back(
      layer_of(rows, std::move(name),
               object("x", pixels(0), "y", field("area"), "text", text_field("area"))));
  spec["layer"].push_back(layer_of(
      std::move(rows), std::move(total),
      object("x", object("value", "width"), "y", field("area"), "text", text_field("total"))));
}

}  // namespace

Json stack_spec(const ChartRequest& request) {
  const StackChart stack{request, areas_of(request), parts_of(request)};
  Json spec = head(stack);
  for (const bool dark : {true, false}) add_parts(spec, stack, dark);
  add_heads(spec, stack);
  return spec;
}

}  // namespace yokoten::chart
