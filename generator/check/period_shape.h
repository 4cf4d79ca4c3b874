#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// A heading with a sign in place of each period that it says, so that headings of the same figures
/// at other times are alike: 令和6年7月 and 令和6年8月, 7月 and 8月, 設置済_2024-07 and
/// 設置済_2024-08, 令和5年度／件数 and 令和6年度／件数. Empty for a heading without one; ages and
/// levels (65歳, 要介護1) are none.
std::optional<std::string> period_shape(std::string_view heading);

}  // namespace yokoten
