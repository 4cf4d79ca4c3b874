#include "chart/read_parts.h"

namespace yokoten {
namespace {

void take_names(const Json& json, ColorSpec& color) {
  color.names.clear();
  color.limits.clear();
  for (const Json& item : json) {
    if (item.is_string()) color.names.push_back(item.get<std::string>());
    if (item.is_number()) color.limits.push_back(item.get<double>());
  }
}

void take_domain(Reading& reading, const Json& json, ColorSpec& color) {
  if (!json.is_array()) return refuse_value(reading, json, "[…]");
  take_names(json, color);
  const bool mixed = !color.names.empty() && !color.limits.empty();
  if (mixed || color.names.size() + color.limits.size() != json.size())
    refuse_value(reading, json, "[string, …], [number, …]");
}

void take_range(Reading& reading, const Json& json, ColorSpec& color) {
  if (!json.is_array()) return refuse_value(reading, json, "[…]");
  color.range.clear();
  for (const Json& item : json) {
    color.range.push_back(Ink::none);
    take_ink(reading, item, color.range.back());
  }
}

// Thresholds follow from numbers in the domain; written out the type must not say otherwise.
void take_scale_type(Reading& reading, const Json& json, ColorSpec&) {
  if (json != "threshold" && json != "ordinal") refuse_value(reading, json, "threshold, ordinal");
}

constexpr Property<ColorSpec> kScale[] = {
    {"type", take_scale_type}, {"domain", take_domain}, {"range", take_range}};

constexpr Property<ColorSpec> kTest[] = {
    {"field", [](Reading& r, const Json& j, ColorSpec& c) { take_text(r, j, c.test_field); }},
    {"gte", [](Reading& r, const Json& j, ColorSpec& c) { take_number(r, j, c.at_least); }},
};

constexpr Property<ColorSpec> kCondition[] = {
    {"test", [](Reading& r, const Json& j, ColorSpec& c) { take_object(r, j, c, kTest); }},
    {"value", [](Reading& r, const Json& j, ColorSpec& c) { take_ink(r, j, c.then); }},
};

constexpr Property<ColorSpec> kLegend[] = {
    {"title",
     [](Reading& r, const Json& j, ColorSpec& c) {
       if (!j.is_null()) take_text(r, j, c.legend_title);
     }},
    {"orient", [](Reading& r, const Json& j, ColorSpec&) { take_word(r, j, "bottom"); }},
    {"columns",
     [](Reading& r, const Json& j, ColorSpec&) {
       if (j != 1) refuse_value(r, j, "1");
     }},
};

void take_legend(Reading& reading, const Json& json, ColorSpec& color) {
  color.legend_written = true;
  color.legend = !json.is_null();
  if (color.legend) take_object(reading, json, color, kLegend);
}

constexpr Property<ColorSpec> kColor[] = {
    {"value",
     [](Reading& r, const Json& j, ColorSpec& c) {
       c.from = From::pixels;
       take_ink(r, j, c.value);
     }},
    {"field",
     [](Reading& r, const Json& j, ColorSpec& c) {
       c.from = From::field;
       take_text(r, j, c.field);
     }},
    {"type",
     [](Reading& r, const Json& j, ColorSpec&) {
       if (j != "nominal" && j != "quantitative") refuse_value(r, j, "nominal, quantitative");
     }},
    {"scale", [](Reading& r, const Json& j, ColorSpec& c) { take_object(r, j, c, kScale); }},
    {"condition",
     [](Reading& r, const Json& j, ColorSpec& c) { take_object(r, j, c, kCondition); }},
    {"legend", take_legend},
};

// A scale names a colour for each name, or one more than it has limits.
void check_range(Reading& reading, const ColorSpec& color) {
  const std::size_t needed = color.limits.empty() ? color.names.size() : color.limits.size() + 1;
  if (!color.legend_written)
    reading.refuse_at("legend", {"legend を書いてください（要らなければ null）",
                                 "write the legend (null for none)"});
  if (color.range.size() != needed || needed == 0)
    reading.refuse_at(
        "scale",
        {"domain と range の数が合いません（range は" + std::to_string(needed) + "色）",
         "domain and range do not match: the range needs " + std::to_string(needed) + " colours"});
}

}  // namespace

void take_color(Reading& reading, const Json& json, ColorSpec& color) {
  take_object(reading, json, color, kColor);
  if (!reading.failed() && color.from == From::field) check_range(reading, color);
}

}  // namespace yokoten
