#pragma once

#include <optional>
#include <string>

#include "chart/plan/plan.h"
#include "chart/scene/bounds.h"
#include "chart/scene/scene.h"

namespace yokoten::chart {

enum class Anchor { start, middle, end };

/// A text beside a frame: the chart's title and, of facets, the labels and titles of headers.
/// `title` and `subtitle` are complete but for what follows from side and anchor.
struct TitleBlock {
  Side side = Side::top;
  Anchor anchor = Anchor::middle;
  bool by_group = false;  ///< along the frame itself, not along all that is drawn around it
  double offset = 4, subtitle_padding = 3;
  Item title;
  std::optional<Item> subtitle;
  std::optional<std::string> align, baseline;  ///< empty: follow from the anchor; "top"
  std::optional<double> angle;                 ///< empty: follows from the side
};

/// The chart's title, `config` applied; nullopt where it has none.
std::optional<TitleBlock> chart_title(const Plan& plan);

/// The group with title and subtitle, laid out inside itself.
Group group_of(const TitleBlock& block);

/// Moves the group to its side of a frame of `width` x `height` px around which `view` is taken;
/// returns what it covers.
Bounds place_title(Group& group, const TitleBlock& block, double width, double height,
                   const Bounds& view);

Anchor anchor_of(const std::string& written);
Side side_of(const std::string& written);

}  // namespace yokoten::chart
