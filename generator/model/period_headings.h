#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/period.h"

namespace yokoten {

/// What a bare year (2024, R6) is below a heading.
enum class YearsBelow : std::uint8_t {
  calendar,  ///< the heading doesn't speak of fiscal years, or names a single one (令和6年度／年)
  fiscal,  ///< 年度, 年　度, 年度*, 年度別, 年度（西暦）, 年度／西暦, 会計年度（4月～翌3月）, FY
  unclear  ///< 年度末, 年・年度, 年度（暦年）: it speaks of them, and of something else; 年月,
           ///< 基準日: it promises more than a year
};
YearsBelow years_below(std::string_view heading);

/// The period that a cell of a column of periods says below such a heading: below 年度 a bare year
/// is a fiscal one, and 2024年 contradicts it. Where the heading says more than that, a bare year
/// may be anything. Empty for all else.
std::optional<Period> period_below(YearsBelow years, std::string_view cell);

/// The period that a heading says as a cell would, or headings that were joined of several rows:
/// 令和5年度／第1四半期, 令和6年／1月. Empty for all else.
std::optional<Period> period_of_heading(std::string_view heading);

}  // namespace yokoten
