#pragma once

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// Whether two marks are each a word, the second right behind the first on the same line. As one
/// text they stay behind each other where readers set letters wider (WCAG 1.4.12).
bool are_one_text(const Mark& mark, const Mark& next);

}  // namespace yokoten::chart
