#pragma once

#include <string>

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// The legends of a picture as lists for the page: a swatch and its words an entry. Entries of one
/// colour in a row share a swatch. Empty where the picture has no legend.
std::string legend_html(const Scene& scene);

}  // namespace yokoten::chart
