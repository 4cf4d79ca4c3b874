#pragma once

#include <string>

#include "chart/plan/plan.h"
#include "chart/scene/scene.h"

namespace yokoten::chart {

enum class Theme { light, dark, both };

/// The picture as a file of its own, in pixels: Vega's groups and class names, so that the same
/// selectors find the same things in both. Colours of the house's palette follow the theme; `both`
/// is light and turns dark by a media query.
std::string fixed_svg(const Plan& plan, const Scene& scene, Theme theme);

/// The picture for a page: positions across in percent, type in px, classes instead of colours.
/// Title and legends are the page's; maps are scaled as a whole and have no text.
std::string fluid_svg(const Plan& plan, const Scene& scene);

/// What stands in a group, in px, as a small picture for a page: the ramp of a legend.
std::string still_svg(const Group& group);

/// `<title>` and `<desc>` of a picture: what it shows and what is to be seen in it.
void append_titles(std::string& out, const Spec& spec);

}  // namespace yokoten::chart
