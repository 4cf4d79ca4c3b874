#include "chart/read_parts.h"

namespace yokoten {
namespace {

constexpr std::string_view kTypes[] = {"bar", "rect", "rule", "text", "line", "point"};
constexpr std::string_view kAligns[] = {"left", "center", "right"};
constexpr std::string_view kBaselines[] = {"alphabetic", "middle", "top", "bottom"};
constexpr std::string_view kWeights[] = {"normal", "bold"};

// The stylesheet has two kinds of broken lines: dashes for references, dots for what is no fact.
void take_dash(Reading& reading, const Json& json, MarkSpec& mark) {
  if (json == Json::array({4, 3}))
    mark.dash = Dash::dashed;
  else if (json == Json::array({2, 5}))
    mark.dash = Dash::dotted;
  else
    refuse_value(reading, json, "[4,3], [2,5]");
}

// An outline only would vanish on the page; points are filled, with paper if need be.
void take_filled(Reading& reading, const Json& json, MarkSpec&) {
  if (json != true) refuse_value(reading, json, "true");
}

constexpr Property<MarkSpec> kProperties[] = {
    {"type", [](Reading& r, const Json& j, MarkSpec& m) { take_choice(r, j, kTypes, m.type); }},
    {"color", [](Reading& r, const Json& j, MarkSpec& m) { take_ink(r, j, m.color); }},
    {"fill", [](Reading& r, const Json& j, MarkSpec& m) { take_ink(r, j, m.fill); }},
    {"stroke", [](Reading& r, const Json& j, MarkSpec& m) { take_ink(r, j, m.stroke); }},
    {"strokeWidth",
     [](Reading& r, const Json& j, MarkSpec& m) { take_number(r, j, m.stroke_width); }},
    {"strokeDash", take_dash},
    {"filled", take_filled},
    {"fillOpacity",
     [](Reading& r, const Json& j, MarkSpec&) {
       if (j != 0.45) refuse_value(r, j, "0.45");
     }},
    {"size", [](Reading& r, const Json& j, MarkSpec& m) { take_number(r, j, m.size); }},
    {"height", [](Reading& r, const Json& j, MarkSpec& m) { take_number(r, j, m.height); }},
    {"cornerRadius",
     [](Reading& r, const Json& j, MarkSpec& m) { take_number(r, j, m.corner_radius); }},
    {"align", [](Reading& r, const Json& j, MarkSpec& m) { take_choice(r, j, kAligns, m.align); }},
    {"baseline",
     [](Reading& r, const Json& j, MarkSpec& m) { take_choice(r, j, kBaselines, m.baseline); }},
    {"dx", [](Reading& r, const Json& j, MarkSpec& m) { take_number(r, j, m.dx); }},
    {"dy", [](Reading& r, const Json& j, MarkSpec& m) { take_number(r, j, m.dy); }},
    {"fontSize",
     [](Reading& r, const Json& j, MarkSpec&) {
       if (j != 14) refuse_value(r, j, "14");
     }},
    {"fontWeight",
     [](Reading& r, const Json& j, MarkSpec& m) { take_choice(r, j, kWeights, m.bold); }},
};

}  // namespace

void take_mark(Reading& reading, const Json& json, MarkSpec& mark) {
  if (json.is_string())
    take_choice(reading, json, kTypes, mark.type);
  else
    take_object(reading, json, mark, kProperties);
  if (json.is_object() && !json.contains("type"))
    reading.refuse({"type がありません", "the mark has no type"});
}

}  // namespace yokoten
