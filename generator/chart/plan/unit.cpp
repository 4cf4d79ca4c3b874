#include "chart/plan/unit.h"

namespace yokoten::chart {

namespace {

bool has_second(MarkType mark) {
  return mark == MarkType::bar || mark == MarkType::area || mark == MarkType::rect ||
         mark == MarkType::rule;
}

bool has_size(MarkType mark) {
  return mark != MarkType::area && mark != MarkType::rect && mark != MarkType::geoshape;
}

Invalid mode_of(const Text& written, bool path) {
  if (written == "filter") return Invalid::filter;
  if (written == "break-paths-filter-domains") return Invalid::break_filter;
  if (written == "break-paths-show-domains") return Invalid::break_show;
  if (written == "show" || written == "null") return Invalid::show;
  return path ? Invalid::break_show : Invalid::filter;
}

/// Vega-Lite looks for the mode of domains in the config only, not at the mark.
Source scale_source_of(const Unit& unit, const Config& config) {
  const MarkStyle& of_mark = *config.marks[static_cast<std::size_t>(unit.mark)];
  const Invalid mode =
      mode_of(of_mark.invalid ? of_mark.invalid : config.mark.invalid, unit.path());
  if (mode == Invalid::break_show && !unit.path()) return Source::before_filter;
  if (mode == Invalid::break_filter && unit.path()) return Source::after_filter;
  return Source::main;
}

void complete(Unit& unit, const Config& config) {
  unit.filled = styled(unit, config, &MarkStyle::filled)
                    .value_or(unit.mark != MarkType::point && unit.mark != MarkType::line &&
                              unit.mark != MarkType::rule);
  if (unit.overlay && unit.mark == MarkType::point) unit.filled = unit.style->filled.value_or(true);
  unit.orient = orient_of(unit, styled(unit, config, &MarkStyle::orient));
  if (!unit.overlay) unit.stack = stack_of(unit);
  unit.invalid = mode_of(styled(unit, config, &MarkStyle::invalid), unit.path());
  unit.scale_source = scale_source_of(unit, config);
}

}  // namespace

const ChannelSpec& Unit::spec_of(Channel channel) const {
  const EncodingSpec& encoding = layer->encoding;
  switch (channel) {
    case Channel::x:
      return encoding.x;
    case Channel::y:
      return encoding.y;
    case Channel::color:
      return encoding.color;
    case Channel::opacity:
      return encoding.opacity;
    case Channel::size:
      break;
  }
  return encoding.size;
}

const PositionSpec* Unit::second(Channel channel) const {
  if (overlay || !has_second(mark)) return nullptr;
  const PositionSpec& other = channel == Channel::x ? layer->encoding.x2 : layer->encoding.y2;
  return other.from == From::nothing ? nullptr : &other;
}

const ChannelSpec* Unit::scaled(Channel channel) const {
  const ChannelSpec& spec = spec_of(channel);
  if (!reads_data(spec) || spec.scale_null) return nullptr;
  if (is_position(channel) && mark == MarkType::geoshape) return nullptr;
  if (channel == Channel::size && !has_size(mark)) return nullptr;
  return &spec;
}

FieldType type_of(const ChannelSpec& channel) {
  if (channel.type != FieldType::none) return channel.type;
  if (channel.datum == nullptr) return FieldType::nominal;
  if (channel.datum->is_number()) return FieldType::quantitative;
  return channel.datum->is_object() ? FieldType::temporal : FieldType::nominal;
}

std::vector<Unit> units_of(const Spec& spec) {
  std::vector<Unit> units;
  units.reserve(spec.layers.size());
  std::size_t base = 0;
  const auto add = [&](std::size_t index, MarkType mark, const MarkStyle& style, bool overlay) {
    Unit unit;
    unit.layer = &spec.layers[index];
    unit.index = index;
    unit.mark = mark;
    unit.style = &style;
    unit.overlay = overlay;
    complete(unit, spec.config);
    if (overlay) unit.stack = units[base].stack;
    unit.stack.fills_gaps = unit.stack.fills_gaps && unit.path();
    units.push_back(std::move(unit));
  };
  for (std::size_t i = 0; i < spec.layers.size(); ++i) {
    const MarkSpec& mark = spec.layers[i].mark;
    base = units.size();
    add(i, mark.type, mark.style, false);
    if (mark.with_line) add(i, MarkType::line, *mark.line, true);
    if (mark.with_point) add(i, MarkType::point, *mark.point, true);
  }
  return units;
}

}  // namespace yokoten::chart
