#include "chart/plan/work.h"

// The type of each scale: of a layer by its field's type and its mark, of all layers together by
// Vega-Lite's precedence.

namespace yokoten::chart {

namespace {

bool discrete_type(ScaleType type) {
  return type == ScaleType::band || type == ScaleType::point || type == ScaleType::ordinal;
}

bool stands_in_band(const Unit& unit, Channel channel) {
  switch (unit.mark) {
    case MarkType::bar:
    case MarkType::rect:
    case MarkType::rule:
    case MarkType::tick:
      return true;
    default:
      break;
  }
  const bool across = channel == Channel::x;
  if (across ? unit.style->width_band.has_value() : unit.style->height_band.has_value())
    return true;
  const EncodingSpec& encoding = unit.layer->encoding;
  return (across ? encoding.x : encoding.y).axis->tick_band_extent.has_value();
}

ScaleType default_type(const Unit& unit, Channel channel, FieldType type) {
  if (type == FieldType::quantitative) return ScaleType::linear;
  if (type == FieldType::temporal) return ScaleType::time;
  if (channel == Channel::color) return ScaleType::ordinal;
  return is_position(channel) && stands_in_band(unit, channel) ? ScaleType::band : ScaleType::point;
}

bool fits(const ChannelSpec& channel, ScaleType type) {
  if (!has_field(channel)) return true;
  switch (type_of(channel)) {
    case FieldType::quantitative:
      return !discrete_type(type) && type != ScaleType::time;
    case FieldType::temporal:
      return type == ScaleType::time;
    default:
      return discrete_type(type);
  }
}

/// Types of one kind share a scale; discrete places and times do as well.
int kind_of(ScaleType type) {
  switch (type) {
    case ScaleType::linear:
    case ScaleType::log:
      return 0;
    case ScaleType::time:
    case ScaleType::band:
    case ScaleType::point:
      return 1;
    case ScaleType::ordinal:
      return 2;
    default:
      return 3;
  }
}

int precedence(ScaleType type) {
  switch (type) {
    case ScaleType::band:
      return 11;
    case ScaleType::point:
      return 10;
    case ScaleType::log:
      return 1;
    default:
      return 0;
  }
}

struct Merged {
  ScaleType type = ScaleType::none;
  bool written = false;

  void merge(ScaleType other, bool other_written) {
    const bool wins =
        other_written != written ? other_written : precedence(other) > precedence(type);
    if (type == ScaleType::none || wins) *this = {other, other_written};
  }
};

Problem merge_channel(Work& work, Channel channel) {
  Merged merged;
  for (const Unit& unit : work.units) {
    const ChannelSpec* spec = unit.scaled(channel);
    if (spec == nullptr) continue;
    const bool written = spec->scale->type != ScaleType::none;
    if (written && !fits(*spec, spec->scale->type))
      return problem_at(spec->pointer + "/scale/type", "この型の項目に使えない尺度です",
                        "a scale that its type of field does not have");
    const ScaleType type =
        written ? spec->scale->type : default_type(unit, channel, type_of(*spec));
    if (merged.type != ScaleType::none && kind_of(type) != kind_of(merged.type))
      return problem_at(spec->pointer, "ほかの層と共有できない種類の尺度です",
                        "a scale of another kind than that of the layers before");
    merged.merge(type, written);
  }
  work.of(channel).used = merged.type != ScaleType::none;
  work.of(channel).type = merged.type;
  work.scale_of(channel).type = merged.type;
  return std::nullopt;
}

}  // namespace

Problem find_scale_types(Work& work) {
  for (const Channel channel : kChannels)
    if (Problem problem = merge_channel(work, channel)) return problem;
  return std::nullopt;
}

}  // namespace yokoten::chart
