#include <algorithm>
#include <array>

#include "chart/plan/layer_tree.h"
#include "chart/plan/said.h"
#include "chart/plan/titles.h"
#include "chart/plan/work.h"

// Which legends there are: one a channel, those of one field merged into one.

namespace yokoten::chart {

namespace {

constexpr std::array kLegendTexts = {&LegendSpec::orient,
                                     &LegendSpec::direction,
                                     &LegendSpec::type,
                                     &LegendSpec::format,
                                     &LegendSpec::format_type,
                                     &LegendSpec::label_font,
                                     &LegendSpec::label_font_weight,
                                     &LegendSpec::label_color,
                                     &LegendSpec::title_font,
                                     &LegendSpec::title_font_weight,
                                     &LegendSpec::title_anchor,
                                     &LegendSpec::title_orient,
                                     &LegendSpec::title_color,
                                     &LegendSpec::symbol_type,
                                     &LegendSpec::symbol_fill_color,
                                     &LegendSpec::symbol_stroke_color};
constexpr std::array kLegendNumbers = {
    &LegendSpec::columns,         &LegendSpec::offset,
    &LegendSpec::padding,         &LegendSpec::row_padding,
    &LegendSpec::column_padding,  &LegendSpec::tick_count,
    &LegendSpec::label_font_size, &LegendSpec::label_limit,
    &LegendSpec::label_offset,    &LegendSpec::title_font_size,
    &LegendSpec::title_padding,   &LegendSpec::title_limit,
    &LegendSpec::symbol_size,     &LegendSpec::symbol_stroke_width,
    &LegendSpec::symbol_opacity,  &LegendSpec::symbol_offset,
    &LegendSpec::gradient_length, &LegendSpec::gradient_thickness};

template <class Members>
void merge_members(LegendSpec& into, const LegendSpec& other, const Members& members) {
  for (const auto member : members)
    if (!(into.*member)) into.*member = other.*member;
}

void merge_specs(LegendSpec& into, const LegendSpec& other) {
  merge_members(into, other, kLegendTexts);
  merge_members(into, other, kLegendNumbers);
  if (into.label_pieces.empty()) into.label_pieces = other.label_pieces;
  if (into.values_written || !other.values_written) return;
  into.values_written = true;
  into.values = other.values;
}

struct LegendPart {
  LegendPlan plan;
  bool disabled = false, disabled_written = false;
  bool described = false;
  Said<std::string> symbol;
  TitlePart title;
  std::string pointer, conflict;
};

bool legend_written(const LegendSpec& spec) {
  const auto any = [&](const auto& members) {
    return std::any_of(members.begin(), members.end(),
                       [&](const auto member) { return (spec.*member).has_value(); });
  };
  return any(kLegendTexts) || any(kLegendNumbers) || spec.title || spec.title_null ||
         spec.values_written || !spec.label_pieces.empty();
}

std::string symbol_of(const Unit& unit) {
  return unit.style->shape.value_or(usual_symbol(unit.mark));
}

TitlePart title_of(const Work& work, const LookSpec& look) {
  TitlePart part = written_title(look.legend->title, look.legend->title_null);
  if (part.kind != TitlePart::Kind::nothing) return part;
  part = written_title(look.title, look.title_null);
  if (part.kind != TitlePart::Kind::nothing || !has_field(look)) return part;
  const LegendSpec& config = work.spec.config.legend;
  if (config.title || config.title_null) {
    part = written_title(config.title, config.title_null);
    part.written = false;
    return part;
  }
  part.kind = TitlePart::Kind::text;
  part.text = look.field.written;
  return part;
}

bool is_gradient(const Work& work, Channel channel, const LegendSpec& spec) {
  if (spec.type) return *spec.type == "gradient";
  const ScaleType type = work.of(channel).type;
  return channel == Channel::color &&
         (type == ScaleType::linear || type == ScaleType::log || type == ScaleType::time);
}

LegendChannel legend_channel(Channel channel) {
  if (channel == Channel::color) return LegendChannel::color;
  return channel == Channel::size ? LegendChannel::size : LegendChannel::opacity;
}

void describe(const Work& work, const Unit& unit, Channel channel, const LookSpec& look,
              LegendPart& part) {
  part.described = true;
  part.plan.spec = *look.legend;
  part.plan.mark = unit.mark;
  part.plan.filled = unit.filled;
  part.plan.style = *unit.style;
  part.plan.layer = unit.layer;
  part.plan.overlay = unit.overlay;
  part.title = title_of(work, look);
  if (is_gradient(work, channel, *look.legend)) return;
  const bool written = look.legend->symbol_type.has_value();
  if (written || !work.spec.config.legend.symbol_type)
    part.symbol.merge(written ? look.legend->symbol_type : std::optional(symbol_of(unit)), written);
}

std::optional<LegendPart> legend_part_of(const Work& work, const Unit& unit, Channel channel) {
  if (unit.scaled(channel) == nullptr) return std::nullopt;
  const auto& look = static_cast<const LookSpec&>(unit.spec_of(channel));
  LegendPart part;
  part.pointer = look.pointer;
  part.plan.channel = legend_channel(channel);
  part.plan.fills = channel == Channel::color && unit.filled;
  part.plan.strokes = channel == Channel::color && !unit.filled;
  part.disabled_written = look.legend_null || legend_written(*look.legend);
  part.disabled = part.disabled_written ? look.legend_null : work.spec.config.legend_disabled;
  if (!part.disabled) describe(work, unit, channel, look, part);
  return part;
}

void merge_symbols(Said<std::string>& into, const Said<std::string>& other) {
  const bool equals = into.value && other.value && into.written == other.written;
  if (equals && *other.value == "circle")
    into.value = other.value;
  else
    into.merge(other.value, other.written);
}

bool sides_differ(const LegendPart& into, const LegendPart& other) {
  return into.plan.spec.orient && other.plan.spec.orient &&
         *into.plan.spec.orient != *other.plan.spec.orient;
}

void merge_legend_parts(LegendPart& into, const LegendPart& other) {
  if (into.conflict.empty()) into.conflict = other.conflict;
  if (into.conflict.empty() && sides_differ(into, other)) into.conflict = other.pointer;
  if (other.disabled_written && !into.disabled_written) {
    into.disabled = other.disabled;
    into.disabled_written = true;
  }
  if (other.described && !into.described) {
    into.plan.mark = other.plan.mark;
    into.plan.filled = other.plan.filled;
    into.plan.style = other.plan.style;
    into.plan.layer = other.plan.layer;
    into.plan.overlay = other.plan.overlay;
    into.described = true;
  }
  into.plan.fills = into.plan.fills || other.plan.fills;
  into.plan.strokes = into.plan.strokes || other.plan.strokes;
  merge_specs(into.plan.spec, other.plan.spec);
  merge_symbols(into.symbol, other.symbol);
  merge_titles(into.title, other.title);
}

/// Channels with legends, in the order in which the layers bring them.
std::vector<Channel> legend_channels(const Work& work) {
  std::vector<Channel> channels;
  for (const Unit& unit : work.units)
    for (const Channel channel : {Channel::color, Channel::size, Channel::opacity})
      if (unit.scaled(channel) != nullptr &&
          std::find(channels.begin(), channels.end(), channel) == channels.end())
        channels.push_back(channel);
  return channels;
}

/// The one field that a channel shows in all layers; "" where there is none or several.
std::string only_field(const Work& work, Channel channel) {
  const Field* only = nullptr;
  for (const Unit& unit : work.units) {
    const ChannelSpec& spec = unit.spec_of(channel);
    if (!has_field(spec)) continue;
    if (only != nullptr && only->steps != spec.field.steps) return {};
    only = &spec.field;
  }
  return only == nullptr ? std::string() : only->written;
}

struct LegendEntry {
  Channel channel;
  std::string field;
  LegendPart part;
};

bool joins(const Work& work, const LegendEntry& entry, Channel channel, const std::string& field,
           const LegendPart& part) {
  return !field.empty() && entry.field == field &&
         work.discrete(entry.channel) == work.discrete(channel) && !sides_differ(entry.part, part);
}

void add_entry(const Work& work, Channel channel, LegendPart part,
               std::vector<LegendEntry>& entries) {
  const std::string field = only_field(work, channel);
  for (LegendEntry& entry : entries) {
    if (!joins(work, entry, channel, field, part)) continue;
    merge_legend_parts(entry.part, part);
    entry.part.plan.with_size = entry.part.plan.with_size || channel == Channel::size;
    entry.part.plan.with_opacity = entry.part.plan.with_opacity || channel == Channel::opacity;
    return;
  }
  // Legends of one field stand together even where they are not merged.
  auto place = entries.end();
  for (auto entry = entries.begin(); entry != entries.end(); ++entry)
    if (!field.empty() && entry->field == field) place = entry + 1;
  entries.insert(place, {channel, field, std::move(part)});
}

}  // namespace

Problem merge_legends(Work& work) {
  const std::vector<Channel> channels = legend_channels(work);
  if (channels.empty()) return std::nullopt;
  const std::vector<PlacedUnit> units = placed(work.units);
  std::vector<LegendEntry> entries;
  for (const Channel channel : channels) {
    auto part = fold_layers<LegendPart>(
        units, 0, [&](const Unit& unit) { return legend_part_of(work, unit, channel); },
        merge_legend_parts);
    if (!part) continue;
    if (!part->conflict.empty())
      return problem_at(part->conflict + "/legend/orient", "層ごとに凡例の側が違います",
                        "layers put this legend on different sides");
    add_entry(work, channel, std::move(*part), entries);
  }
  for (LegendEntry& entry : entries) {
    if (entry.part.disabled) continue;
    entry.part.plan.title = entry.part.title.shown();
    entry.part.plan.symbol_type = entry.part.symbol.value.value_or("");
    work.plan.legends.push_back(std::move(entry.part.plan));
  }
  return std::nullopt;
}

const char* usual_symbol(MarkType mark) {
  switch (mark) {
    case MarkType::bar:
    case MarkType::rect:
      return "square";
    case MarkType::line:
    case MarkType::rule:
      return "stroke";
    default:
      return "circle";
  }
}

}  // namespace yokoten::chart
