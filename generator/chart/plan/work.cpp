#include "chart/plan/work.h"

#include <algorithm>

namespace yokoten::chart {

bool Work::discrete(Channel channel) const {
  const ScaleType type = of(channel).type;
  return type == ScaleType::band || type == ScaleType::point || type == ScaleType::ordinal;
}

/// Vega-Lite moves the facet behind stack and filter, but not past data that others need: those
/// of several layers, or the raw ones that a domain is sorted by.
bool Work::facets_first() const {
  if (facets.empty()) return false;
  if (units.size() > 1) return true;
  const Unit& unit = units.front();
  return std::any_of(kChannels.begin(), kChannels.end(), [&](Channel channel) {
    const ChannelSpec* said = unit.scaled(channel);
    if (said == nullptr || !has_field(*said) || !discrete(channel)) return false;
    const SortKind kind = said->sort->kind;
    return said->scale->domain.empty() && kind != SortKind::natural &&
           kind != SortKind::ascending && kind != SortKind::data;
  });
}

Scale& Work::scale_of(Channel channel) {
  switch (channel) {
    case Channel::x:
      return plan.x;
    case Channel::y:
      return plan.y;
    case Channel::color:
      return plan.color;
    case Channel::opacity:
      return plan.opacity;
    case Channel::size:
      break;
  }
  return plan.size;
}

std::vector<double>& column_of(LayerPlan& layer, Channel channel) {
  switch (channel) {
    case Channel::x:
      return layer.x;
    case Channel::y:
      return layer.y;
    case Channel::color:
      return layer.color;
    case Channel::opacity:
      return layer.opacity;
    case Channel::size:
      break;
  }
  return layer.size;
}

std::vector<double>& second_column_of(LayerPlan& layer, Channel channel) {
  return channel == Channel::x ? layer.x2 : layer.y2;
}

const char* name_of(Channel channel) {
  constexpr std::array<const char*, 5> names = {"x", "y", "color", "opacity", "size"};
  return names[static_cast<std::size_t>(channel)];
}

SpecProblem problem_at(std::string pointer, std::string ja, std::string en) {
  return {std::move(pointer), {std::move(ja), std::move(en)}};
}

std::string pointer_of(const LayerSpec& layer, std::size_t row, const Field& field) {
  std::string pointer = layer.data.pointer + "/" + std::to_string(row);
  for (const std::string& step : field.steps) {
    pointer += '/';
    for (const char letter : step) {
      if (letter == '~')
        pointer += "~0";
      else if (letter == '/')
        pointer += "~1";
      else
        pointer += letter;
    }
  }
  return pointer;
}

}  // namespace yokoten::chart
