#include <algorithm>

#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"

namespace yokoten::chart {
namespace {

constexpr double kStripCard = 210, kStripPlot = 38, kStripBottom = 20, kStripAxis = 33.5,
                 kStripRoom = 5;

/// Something with words on the strip: an end, the own place, the nation.
struct Named {
  double value = 0;
  std::string words;
  bool bold = false;
};

struct Strip {
  const ChartRequest& request;
  Extent extent;
  const ChartDatum* lowest = nullptr;
  const ChartDatum* highest = nullptr;
  const ChartDatum* self = nullptr;
  std::optional<Named> nation;
};

std::string words_of(const ChartDatum& datum) {
  return datum.name.empty() || datum.label.empty() ? datum.name + datum.label
                                                   : datum.name + ' ' + datum.label;
}

bool stands_on_strip(const ChartDatum& datum) {
  return value_of(datum) && datum.emphasis != Emphasis::nation;
}

void take(Strip& strip, const ChartDatum& datum) {
  const auto value = value_of(datum);
  if (!value) return;
  if (datum.emphasis == Emphasis::nation) strip.nation = Named{*value, words_of(datum), false};
  if (!stands_on_strip(datum)) return;
  if (!strip.lowest || *value < *strip.lowest->value) strip.lowest = &datum;
  if (!strip.highest || *value > *strip.highest->value) strip.highest = &datum;
  if (datum.emphasis == Emphasis::self) strip.self = &datum;
}

Strip prepared_strip(const ChartRequest& request) {
  Strip strip{request, value_extent(request)};
  for (const ChartDatum& datum : request.data) take(strip, datum);
  const auto lines = drawable_lines(request);
  if (!strip.nation && !lines.empty())
    strip.nation = Named{lines.front().value, lines.front().label, false};
  // The strip shows the spread of the peers: it begins at the lowest, not at zero, where the
  // request fixes no end.
  if (strip.lowest && !request.maximum && *strip.lowest->value < *strip.highest->value)
    strip.extent = {*strip.lowest->value, *strip.highest->value};
  if (strip.nation)
    strip.extent = {std::min(strip.extent.low, strip.nation->value),
                    std::max(strip.extent.high, strip.nation->value)};
  return strip;
}

double share(const Strip& strip, double value) {
  return (value - strip.extent.low) / (strip.extent.high - strip.extent.low);
}

Json row_of(double value) { return object("value", number_json(value)); }

void add_rules(Json& layers, Json rows, Ink ink, double width, double from, double to) {
  if (rows.empty()) return;
  layers.push_back(layer_of(std::move(rows),
                            object("type", "rule", "color", colour(ink), "strokeWidth", width),
                            object("x", field("value"), "y", pixels(from), "y2", pixels(to))));
}

void add_ticks(Json& layers, const Strip& strip) {
  Json rows = Json::array();
  for (const ChartDatum& datum : strip.request.data)
    if (stands_on_strip(datum) && &datum != strip.self) rows.push_back(row_of(*datum.value));
  add_rules(layers, std::move(rows), Ink::bar, 2, 19, 33);
  if (strip.self) add_rules(layers, list(row_of(*strip.self->value)), Ink::self, 4, 19, 33);
}

void add_words(Json& layers, const Named& named, const char* align, Json x, double dx, double y) {
  Json mark = text_mark(align, named.bold, named.bold ? Ink::text : Ink::soft);
  if (dx != 0) put(mark, "dx", number_json(dx));
  layers.push_back(layer_of(
      list(object("value", number_json(named.value), "label", named.words)), std::move(mark),
      object("x", std::move(x), "y", pixels(y), "text", text_field("label"))));
}

bool is_end(const Strip& strip, const ChartDatum* datum) {
  return datum == strip.lowest || datum == strip.highest;
}

Named named(const Strip& strip, const ChartDatum& datum) {
  return {*datum.value, words_of(datum), &datum == strip.self};
}

// Both ends above the ticks; the lower one only its number where two names would meet.
void add_ends(Json& layers, const Strip& strip) {
  if (!strip.lowest) return;
  Named low = named(strip, *strip.lowest), high = named(strip, *strip.highest);
  if (label_width(low.words, low.bold) + label_width(high.words, high.bold) + 8 > kStripCard)
    low.words = strip.lowest->label;
  if (strip.lowest != strip.highest) add_words(layers, low, "left", pixels(0), 0, 12);
  add_words(layers, high, "right", object("value", "width"), 0, 12);
}

// Below the ticks: beside its mark, or leaning on the end that it would leave.
void add_below(Json& layers, const Strip& strip, const Named& named) {
  add_rules(layers, list(row_of(named.value)), Ink::text, 2, 14, 38);
  const double width = label_width(named.words, named.bold);
  const char* align = leaning(share(strip, named.value) * kStripCard, width, kStripCard);
  Json x = field("value");
  if (align == std::string_view("left")) x = pixels(0);
  if (align == std::string_view("right")) x = object("value", "width");
  add_words(layers, named, align, std::move(x), 0, 54);
}

// Where the own place and the nation both stand below, each leans away from the other; without
// room for both the nation goes.
void add_both(Json& layers, const Strip& strip, const Named& self, const Named& nation) {
  const bool self_first = self.value < nation.value;
  const Named& low = self_first ? self : nation;
  const Named& high = self_first ? nation : self;
  const bool room = share(strip, low.value) * kStripCard >= label_width(low.words, low.bold) &&
                    (1 - share(strip, high.value)) * kStripCard >=
                        label_width(high.words, high.bold) + kStripRoom;
  if (!room) return add_below(layers, strip, self);
  for (const Named* each : {&low, &high}) {
    add_rules(layers, list(row_of(each->value)), Ink::text, 2, 14, 38);
    add_words(layers, *each, each == &low ? "right" : "left", field("value"),
              each == &low ? 1 : kStripRoom - 1, 54);
  }
}

}  // namespace

Json strip_spec(const ChartRequest& request) {
  const Strip strip = prepared_strip(request);
  Json spec = spec_head(
      request, kStripPlot,
      object("type", "quantitative", "scale",
             object("domain", list(number_json(strip.extent.low), number_json(strip.extent.high))),
             "axis", nullptr),
      object());
  Json& layers = spec["layer"];
  if (!strip.lowest) return spec;
  layers.push_back(
      layer_of(list(object()), object("type", "rule", "color", colour(Ink::other)),
               object("x", pixels(0), "x2", object("value", "width"), "y", pixels(kStripAxis))));
  add_ticks(layers, strip);
  add_ends(layers, strip);
  const bool self_below = strip.self && !is_end(strip, strip.self);
  if (self_below && strip.nation)
    add_both(layers, strip, named(strip, *strip.self), *strip.nation);
  else if (self_below)
    add_below(layers, strip, named(strip, *strip.self));
  else if (strip.nation)
    add_below(layers, strip, *strip.nation);
  return spec;
}

}  // namespace yokoten::chart
