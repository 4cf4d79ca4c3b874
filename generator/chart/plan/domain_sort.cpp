#include <algorithm>

#include "chart/plan/domain.h"

namespace yokoten::chart {

namespace {

const ChannelSpec* channel_named(const EncodingSpec& encoding, const std::string& name) {
  if (name == "x") return &encoding.x;
  if (name == "y") return &encoding.y;
  if (name == "color") return &encoding.color;
  if (name == "opacity") return &encoding.opacity;
  if (name == "size") return &encoding.size;
  return name == "text" ? &encoding.text : nullptr;
}

bool temporal_in(const EncodingSpec& encoding, const Field& field) {
  const auto is = [&](const ChannelSpec& channel) {
    return has_field(channel) && channel.type == FieldType::temporal &&
           channel.field.steps == field.steps;
  };
  return is(encoding.x) || is(encoding.y) || is(encoding.color) || is(encoding.opacity) ||
         is(encoding.size);
}

/// Of stacked marks a measure is summed up, anything else taken at its least.
std::string default_op(const Unit& unit, const Field& field) {
  if (unit.stack.along == Measure::none) return "min";
  const auto same = [&](const Field* other) { return other->steps == field.steps; };
  const bool part = std::any_of(unit.stack.by.begin(), unit.stack.by.end(), same);
  const bool dimension = unit.stack.dimension != nullptr && same(unit.stack.dimension);
  return part || dimension ? "min" : "sum";
}

DomainSort by_field(const Unit& unit, const Field& field, const std::string& op, bool descending) {
  DomainSort sort;
  sort.kind = DomainSort::Kind::by;
  sort.op = op.empty() ? default_op(unit, field) : op;
  sort.field = field.written;
  sort.values = &field;
  sort.descending = descending;
  sort.temporal = temporal_in(unit.layer->encoding, field);
  return sort;
}

}  // namespace

Problem sort_of(const Unit& unit, Channel channel, DomainSort& sort) {
  const ChannelSpec& spec = unit.spec_of(channel);
  const SortSpec& written = *spec.sort;
  switch (written.kind) {
    case SortKind::natural:
    case SortKind::ascending:
      sort.kind = DomainSort::Kind::natural;
      break;
    case SortKind::data:
      break;
    case SortKind::descending:
      sort = by_field(unit, spec.field, "min", true);
      break;
    case SortKind::field:
      sort = by_field(unit, written.field, written.op, written.descending);
      break;
    case SortKind::list:
      sort.kind = DomainSort::Kind::by;
      sort.op = "min";
      sort.field = std::string(name_of(channel)) + "_" + spec.field.written + "_sort_index";
      sort.values = &spec.field;
      sort.list = &written.list;
      break;
    case SortKind::channel: {
      const ChannelSpec* other = channel_named(unit.layer->encoding, written.channel);
      if (other == nullptr || other->field.steps.empty())
        return problem_at(spec.pointer + "/sort", "並べ替えに使う channel に項目がありません",
                          "the channel to sort by has no field");
      sort = by_field(unit, other->field, "", written.descending);
      break;
    }
  }
  return std::nullopt;
}

}  // namespace yokoten::chart
