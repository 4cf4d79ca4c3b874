#pragma once

#include <vector>

namespace yokoten::chart {

/// The colours that the house's charts use. Each is a role of the stylesheet (svg/classes.h), so
/// that a chart follows dark mode and paper.
enum class Ink { self, bar, k3, k2, k1, other, line, track, late, text, soft, paper, black };

/// `#0017C1` and the like, as written into specifications.
const char* colour(Ink ink);

/// Those of classes of values, from the lowest.
inline constexpr Ink kClassInks[] = {Ink::k1, Ink::k2, Ink::k3, Ink::bar, Ink::self};

/// The limits between classes in their order, each once; what no picture can hold is left out.
std::vector<double> ascending(std::vector<double> limits);

}  // namespace yokoten::chart
