#pragma once

#include <string_view>
#include <vector>

namespace yokoten {

/// What stands between headings of several rows that are read as one: 令和6年度／件数.
inline constexpr std::string_view heading_joint = "／";

/// The headings that one was joined of, the upper ones first; itself where it is a single one.
std::vector<std::string_view> heading_parts(std::string_view heading);

}  // namespace yokoten
