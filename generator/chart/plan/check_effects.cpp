#include <fmt/format.h>

#include "chart/plan/text.h"
#include "chart/plan/work.h"
#include "chart/spec/link.h"

// What only the types of scales, stacks and rows together tell: properties that would have no
// effect, and links that a browser would run.

namespace yokoten::chart {

namespace {

Problem without_effect(std::string pointer, std::string_view name, std::string_view ja,
                       std::string_view en) {
  return problem_at(std::move(pointer), fmt::format("「{}」は{}では効きません", name, ja),
                    fmt::format("'{}' has no effect {}", name, en));
}

/// The length of a bar is what it measures.
Problem check_bar(const Work& work, const Unit& unit) {
  if (unit.mark != MarkType::bar || unit.orient == Orient::none) return std::nullopt;
  const bool standing = unit.orient == Orient::vertical;
  const Channel along = standing ? Channel::y : Channel::x;
  const MarkStyle& style = *unit.style;
  const bool written =
      standing ? style.height || style.height_band : style.width || style.width_band;
  if (!written || unit.scaled(along) == nullptr || work.discrete(along)) return std::nullopt;
  const std::string_view name = standing ? "height" : "width";
  return without_effect(fmt::format("{}/mark/{}", unit.layer->pointer, name), name,
                        standing ? "立った棒" : "横になった棒",
                        standing ? "on bars that stand" : "on bars that lie");
}

bool places_in_band(const Work& work, const Unit& unit, Channel channel) {
  const Measure along = channel == Channel::x ? Measure::x : Measure::y;
  return work.discrete(channel) || unit.stack.along == along;
}

/// Of a channel that layers share, one of them must have use for it.
Problem check_band_position(const Work& work, const Unit& unit, Channel channel) {
  const auto written = [&](const Unit& each) -> const PositionSpec* {
    if (each.overlay || each.scaled(channel) == nullptr) return nullptr;
    const EncodingSpec& encoding = each.layer->encoding;
    const PositionSpec& position = channel == Channel::x ? encoding.x : encoding.y;
    return position.band_position ? &position : nullptr;
  };
  const PositionSpec* position = written(unit);
  if (position == nullptr) return std::nullopt;
  for (const Unit& other : work.units) {
    const PositionSpec* there = written(other);
    if (there != nullptr && there->pointer == position->pointer &&
        places_in_band(work, other, channel))
      return std::nullopt;
  }
  return without_effect(position->pointer + "/bandPosition", "bandPosition", "積み重ねない量や日時",
                        "on quantities and times that are not stacked");
}

Problem check_links(const Work& work, const Unit& unit, const Json* rows) {
  const TextSpec& href = unit.layer->encoding.href;
  if (unit.overlay || href.from != From::field || rows == nullptr) return std::nullopt;
  for (std::size_t row = 0; row < rows->size(); ++row)
    if (!is_safe_link(text_of(href, (*rows)[row], day_format(work.spec))))
      return SpecProblem{pointer_of(*unit.layer, row, href.field), unsafe_link()};
  return std::nullopt;
}

/// Pixels a category are of use where there are categories.
Problem check_step(const Work& work, Channel channel) {
  const bool across = channel == Channel::x;
  const SizeSpec& size = across ? work.spec.width : work.spec.height;
  if (size.step == 0 || !work.of(channel).used || work.discrete(channel)) return std::nullopt;
  return without_effect(across ? "/width/step" : "/height/step", "step",
                        across ? "x が量や日時の図" : "y が量や日時の図",
                        across ? "where x is a quantity or time" : "where y is a quantity or time");
}

}  // namespace

Problem check_effects(Work& work) {
  for (const Channel channel : {Channel::x, Channel::y})
    if (Problem problem = check_step(work, channel)) return problem;
  for (const Unit& unit : work.units) {
    if (Problem problem = check_bar(work, unit)) return problem;
    for (const Channel channel : {Channel::x, Channel::y})
      if (Problem problem = check_band_position(work, unit, channel)) return problem;
    const Intake& intake = work.intakes[unit.index];
    if (Problem problem = check_links(work, unit, intake.rows)) return problem;
  }
  return std::nullopt;
}

}  // namespace yokoten::chart
