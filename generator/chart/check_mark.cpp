#include "chart/check_spec.h"

namespace yokoten {
namespace {

constexpr unsigned bit(MarkType type) { return 1u << static_cast<unsigned>(type); }

constexpr unsigned kBoxes = bit(MarkType::bar) | bit(MarkType::rect);
constexpr unsigned kStrokes = bit(MarkType::rule) | bit(MarkType::line);
constexpr unsigned kPoint = bit(MarkType::point), kText = bit(MarkType::text);
constexpr unsigned kAll = kBoxes | kStrokes | kPoint | kText;

struct Use {
  std::string_view property;
  unsigned marks;
};

// Which marks a property has an effect on.
constexpr Use kUses[] = {{"type", kAll},
                         {"color", kBoxes | kStrokes | kText},
                         {"fill", kBoxes | kPoint},
                         {"stroke", kBoxes | kPoint},
                         {"strokeWidth", kAll & ~kText},
                         {"strokeDash", kStrokes},
                         {"filled", kPoint},
                         {"fillOpacity", kPoint},
                         {"size", kPoint},
                         {"height", bit(MarkType::bar)},
                         {"cornerRadius", kBoxes},
                         {"align", kText},
                         {"baseline", kText},
                         {"dx", kText},
                         {"dy", kText},
                         {"fontSize", kText},
                         {"fontWeight", kText}};

void check_uses(Reading& reading, const Json& mark, MarkType type) {
  for (auto item = mark.begin(); item != mark.end(); ++item)
    for (const Use& use : kUses)
      if (use.property == item.key() && (use.marks & bit(type)) == 0) {
        reading.enter(item.key());
        refuse_property(reading, item.key());
        reading.leave();
      }
}

// Widths of lines are the stylesheet's; written out, or left to Vega's default, they must agree.
double line_width(const MarkSpec& mark, Ink ink) {
  if (mark.type == MarkType::line) return mark.dash == Dash::none ? 3 : 2;
  if (mark.dash != Dash::none || ink == Ink::other || ink == Ink::line || ink == Ink::track)
    return 1;
  return ink == Ink::self ? 4 : 2;
}

double edge_width(const MarkSpec& mark) {
  if (mark.fill == Ink::paper) return 1.5;
  return mark.stroke == Ink::paper ? 2 : 1;
}

const char* width_words(double width) {
  return width == 1 ? "1" : width == 1.5 ? "1.5" : width == 2 ? "2" : width == 3 ? "3" : "4";
}

void check_width(Reading& reading, const LayerSpec& layer) {
  const MarkSpec& mark = layer.mark;
  const bool stroke = (bit(mark.type) & kStrokes) != 0;
  if (!stroke && (mark.stroke == Ink::none || mark.type == MarkType::text)) {
    if (mark.stroke_width > 0)
      reading.refuse_at("strokeWidth", {"縁の色 stroke がありません", "there is no stroke"});
    return;
  }
  const double usual = mark.type == MarkType::line ? 2 : mark.type == MarkType::point ? 2 : 1;
  const Ink ink =
      layer.encoding.color.from == From::pixels ? layer.encoding.color.value : mark.color;
  const double written = mark.stroke_width > 0 ? mark.stroke_width : usual;
  const double needed = stroke ? line_width(mark, ink) : edge_width(mark);
  const std::string words = width_words(needed);
  if (written != needed)
    reading.refuse_at("strokeWidth", {"この色の線の太さは " + words + " です",
                                      "a line of this colour is " + words + " wide"});
}

// Edges are gaps of paper, or the outline of what is planned.
void check_edge(Reading& reading, const MarkSpec& mark) {
  if (mark.stroke == Ink::none || (bit(mark.type) & kBoxes) == 0) return;
  const bool plan = mark.fill == Ink::paper && mark.stroke == Ink::bar;
  if (!plan && mark.stroke != Ink::paper)
    reading.refuse_at("stroke", {"縁は白 #FFFFFF か、塗り #FFFFFF に対する #3460FB です",
                                 "an edge is #FFFFFF, or #3460FB around a fill of #FFFFFF"});
}

bool is_point_style(const MarkSpec& mark) {
  return (mark.fill == Ink::bar && mark.stroke == Ink::bar) ||
         (mark.fill == Ink::self && mark.stroke == Ink::paper) ||
         (mark.fill == Ink::paper && mark.stroke == Ink::bar);
}

void check_point(Reading& reading, const Json& mark, const LayerSpec& layer) {
  if (layer.mark.type != MarkType::point) return;
  if (!mark.is_object() || !mark.contains("filled"))
    reading.refuse({"点には filled: true が要ります", "a point needs filled: true"});
  if (!is_point_style(layer.mark))
    reading.refuse(
        {"点の fill と stroke は #3460FB と #3460FB、#0017C1 と #FFFFFF、#FFFFFF と "
         "#3460FB のどれかです",
         "fill and stroke of a point are #3460FB and #3460FB, #0017C1 and #FFFFFF, or "
         "#FFFFFF and #3460FB"});
}

}  // namespace

void check_mark(Reading& reading, const Json& mark, const LayerSpec& layer) {
  reading.enter("mark");
  if (mark.is_object()) check_uses(reading, mark, layer.mark.type);
  check_edge(reading, layer.mark);
  check_point(reading, mark, layer);
  check_width(reading, layer);
  if (layer.mark.type == MarkType::line && layer.mark.color != Ink::bar)
    reading.refuse_at("color", {"線の色は #3460FB です", "a line is #3460FB"});
  reading.leave();
}

}  // namespace yokoten
