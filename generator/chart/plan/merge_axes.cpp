#include <algorithm>
#include <array>

#include "chart/plan/layer_tree.h"
#include "chart/plan/titles.h"
#include "chart/plan/work.h"

// What all layers together say of an axis: the first that writes a property decides it, the titles
// are joined.

namespace yokoten::chart {

namespace {

constexpr std::array kTexts = {
    &AxisSpec::orient,      &AxisSpec::tick_interval,     &AxisSpec::format,
    &AxisSpec::format_type, &AxisSpec::label_align,       &AxisSpec::label_baseline,
    &AxisSpec::label_font,  &AxisSpec::label_font_weight, &AxisSpec::label_color,
    &AxisSpec::tick_color,  &AxisSpec::domain_color,      &AxisSpec::grid_color,
    &AxisSpec::title_align, &AxisSpec::title_anchor,      &AxisSpec::title_baseline,
    &AxisSpec::title_font,  &AxisSpec::title_font_weight, &AxisSpec::title_color};
constexpr std::array kNumbers = {
    &AxisSpec::tick_count,      &AxisSpec::tick_min_step,   &AxisSpec::tick_interval_step,
    &AxisSpec::label_angle,     &AxisSpec::label_padding,   &AxisSpec::label_separation,
    &AxisSpec::label_limit,     &AxisSpec::label_font_size, &AxisSpec::label_opacity,
    &AxisSpec::label_offset,    &AxisSpec::label_flush_px,  &AxisSpec::label_bound_px,
    &AxisSpec::tick_size,       &AxisSpec::tick_width,      &AxisSpec::tick_offset,
    &AxisSpec::tick_opacity,    &AxisSpec::domain_width,    &AxisSpec::domain_opacity,
    &AxisSpec::grid_width,      &AxisSpec::grid_opacity,    &AxisSpec::title_angle,
    &AxisSpec::title_padding,   &AxisSpec::title_x,         &AxisSpec::title_y,
    &AxisSpec::title_font_size, &AxisSpec::title_limit,     &AxisSpec::title_opacity,
    &AxisSpec::offset,          &AxisSpec::band_position,   &AxisSpec::min_extent,
    &AxisSpec::max_extent,      &AxisSpec::zindex};
constexpr std::array kFlags = {&AxisSpec::grid,
                               &AxisSpec::ticks,
                               &AxisSpec::labels,
                               &AxisSpec::domain,
                               &AxisSpec::label_flush,
                               &AxisSpec::label_bound,
                               &AxisSpec::tick_band_extent,
                               &AxisSpec::tick_round,
                               &AxisSpec::tick_extra};
constexpr std::array kDashes = {&AxisSpec::tick_dash, &AxisSpec::domain_dash, &AxisSpec::grid_dash};

template <class Members>
void merge_members(AxisSpec& into, const AxisSpec& other, const Members& members) {
  for (const auto member : members)
    if (!(into.*member)) into.*member = other.*member;
}

template <class List>
void merge_list(List& into, const List& other) {
  if (into.empty()) into = other;
}

void merge_written(AxisSpec& into, const AxisSpec& other) {
  if (!into.format && !into.time_forms) into.time_forms = other.time_forms;
  merge_members(into, other, kTexts);
  if (into.time_forms) into.format = std::nullopt;
  merge_members(into, other, kNumbers);
  merge_members(into, other, kFlags);
  merge_members(into, other, kDashes);
  merge_list(into.label_pieces, other.label_pieces);
  merge_list(into.label_weight_conditions, other.label_weight_conditions);
  merge_list(into.label_color_conditions, other.label_color_conditions);
  if (into.label_overlap == Overlap::by_default) into.label_overlap = other.label_overlap;
  if (into.values_written || !other.values_written) return;
  into.values_written = true;
  into.values = other.values;
}

void merge_specs(Kept<AxisSpec>& into, const Kept<AxisSpec>& other) {
  if (!other.given() || into.shares(other)) return;
  AxisSpec merged = *into;
  merge_written(merged, *other);
  into = std::move(merged);
}

struct AxisPart {
  bool disabled = false, disabled_written = false;
  bool described = false;  ///< what follows comes from a layer that shows the axis
  Kept<AxisSpec> spec;
  TitlePart title;
  FieldType type = FieldType::none;
  MarkType mark{};
  bool datum = false;
  const std::string* pointer = nullptr;   ///< where its channel is written
  const std::string* conflict = nullptr;  ///< where another side is written than before
};

bool axis_written(const AxisSpec& spec) {
  const auto any = [&](const auto& members) {
    return std::any_of(members.begin(), members.end(),
                       [&](const auto member) { return (spec.*member).has_value(); });
  };
  return any(kTexts) || any(kNumbers) || any(kFlags) || any(kDashes) || spec.title ||
         spec.title_null || spec.time_forms || spec.values_written || !spec.label_pieces.empty() ||
         !spec.label_weight_conditions.empty() || !spec.label_color_conditions.empty() ||
         spec.label_overlap != Overlap::by_default;
}

/// Titles of the channel's field and of its second one.
TitlePart field_title(const ChannelSpec& main, const PositionSpec* second) {
  TitlePart part = has_field(main) ? written_title(main.title, main.title_null) : TitlePart();
  if (second == nullptr || !has_field(*second)) return part;
  const TitlePart other = written_title(second->title, second->title_null);
  if (part.text.empty() && !other.text.empty()) return other;
  if (part.kind == TitlePart::Kind::nothing) return other;
  part.text = joined_title(part.text, other.text);
  return part;
}

/// A title that `config` gives to all axes, for those that write none.
TitlePart configured_title(const Work& work, Channel channel) {
  const Config& config = work.spec.config;
  const ScaleType type = work.of(channel).type;
  const AxisSpec* by_type = type == ScaleType::band   ? &*config.axis_band
                            : type == ScaleType::time ? &*config.axis_temporal
                            : work.discrete(channel)  ? nullptr
                                                      : &*config.axis_quantitative;
  for (const AxisSpec* spec :
       {by_type, channel == Channel::x ? &*config.axis_x : &*config.axis_y, &*config.axis}) {
    if (spec == nullptr || (!spec->title && !spec->title_null)) continue;
    TitlePart part = written_title(spec->title, spec->title_null);
    part.written = false;
    return part;
  }
  return {};
}

TitlePart title_of(const Work& work, const Unit& unit, Channel channel,
                   const PositionSpec& position) {
  TitlePart part = written_title(position.axis->title, position.axis->title_null);
  if (part.kind != TitlePart::Kind::nothing) return part;
  const PositionSpec* second = unit.second(channel);
  part = field_title(position, second);
  if (part.kind != TitlePart::Kind::nothing) return part;
  part = configured_title(work, channel);
  if (part.kind != TitlePart::Kind::nothing) return part;
  std::vector<std::string> fields;
  if (has_field(position)) fields.push_back(position.field.written);
  if (second != nullptr && has_field(*second) &&
      (fields.empty() || fields.front() != second->field.written))
    fields.push_back(second->field.written);
  return default_title(std::move(fields));
}

std::optional<AxisPart> part_of(const Work& work, const Unit& unit, Channel channel) {
  if (unit.scaled(channel) == nullptr) return std::nullopt;
  const EncodingSpec& encoding = unit.layer->encoding;
  const PositionSpec& position = channel == Channel::x ? encoding.x : encoding.y;
  AxisPart part;
  part.pointer = &position.pointer;
  part.disabled = position.axis_null;
  part.disabled_written = position.axis_null || (work.units.size() > 1 && position.axis.given() &&
                                                 axis_written(*position.axis));
  if (part.disabled) return part;
  part.described = true;
  part.spec = position.axis;
  part.title = title_of(work, unit, channel, position);
  part.type = type_of(position);
  part.mark = unit.mark;
  part.datum = !has_field(position);
  return part;
}

void merge_parts(AxisPart& into, const AxisPart& other) {
  if (into.conflict == nullptr) into.conflict = other.conflict;
  if (into.spec->orient && other.spec->orient && *into.spec->orient != *other.spec->orient &&
      into.conflict == nullptr)
    into.conflict = other.pointer;
  if (other.disabled_written && !into.disabled_written) {
    into.disabled = other.disabled;
    into.disabled_written = true;
  }
  if (other.described && !into.described) {
    into.type = other.type;
    into.mark = other.mark;
    into.datum = other.datum;
    into.described = true;
  }
  merge_specs(into.spec, other.spec);
  merge_titles(into.title, other.title);
}

Problem merge_axis(const Work& work, const std::vector<PlacedUnit>& units, Channel channel,
                   AxisPlan& axis) {
  auto merged = fold_layers<AxisPart>(
      units, 0, [&](const Unit& unit) { return part_of(work, unit, channel); }, merge_parts);
  if (!merged) return std::nullopt;
  if (merged->conflict != nullptr)
    return problem_at(*merged->conflict + "/axis/orient", "層ごとに軸の側が違います",
                      "layers put this axis on different sides");
  axis.shown = !merged->disabled;
  axis.spec = std::move(merged->spec);
  axis.title = merged->title.shown();
  axis.field_type = merged->type;
  axis.mark = merged->mark;
  axis.datum = merged->datum;
  return std::nullopt;
}

}  // namespace

Problem merge_axes(Work& work) {
  const std::vector<PlacedUnit> units = placed(work.units);
  if (Problem problem = merge_axis(work, units, Channel::x, work.plan.x_axis)) return problem;
  return merge_axis(work, units, Channel::y, work.plan.y_axis);
}

}  // namespace yokoten::chart
