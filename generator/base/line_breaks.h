#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// The text in lines of at most `ems` full widths (half-width letters count 0.55), at most `lines`
/// of them, cut between Japanese phrases, never before 、 or inside a number; what has no room ends
/// in "…". A phrase longer than a line is cut where the line ends.
std::vector<std::string> wrapped_lines(std::string_view text, double ems, std::size_t lines);

}  // namespace yokoten
