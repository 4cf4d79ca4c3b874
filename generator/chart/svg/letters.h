#pragma once

#include <functional>
#include <string>
#include <unordered_set>

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// Texts of the data that stand on a box of the data which looks the same on light and dark pages:
/// then they must look the same as well. `changes` says of a colour whether it follows the page.
std::unordered_set<const Item*> letters_on_steady_boxes(
    const Scene& scene, const std::function<bool(const std::string&)>& changes);

}  // namespace yokoten::chart
