#pragma once

#include <string>

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// The legends of a picture for the page, with their titles: lists of a swatch and its words an
/// entry, or a bar of colours with numbers. Entries that look the same in a row share a swatch.
/// Empty where the picture has no legend.
std::string legend_html(const Scene& scene);

}  // namespace yokoten::chart
