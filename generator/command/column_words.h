#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/period.h"
#include "read/grid_shape.h"

namespace yokoten {

/// What headings promise: 年度, 時点, 調査年月日 …; 月 or 四半期 alone; コード, No.; 順位. Of
/// several rows of headings the last one counts.
bool heads_periods(std::string_view heading);
bool heads_part_of_year(std::string_view heading);
bool heads_codes(std::string_view heading);
bool heads_places(std::string_view heading);
/// 率, 割合, (%).
bool heads_rates(std::string_view heading);
/// Tables of statistics put different figures one below the other, and say in such a column which.
bool heads_measures(std::string_view heading);
/// 令和6年度／件数, 2024, R6: a period is one of its parts, or what may be one.
bool names_period(std::string_view heading);

/// A period that is no number alone: that may be a year, days of a spreadsheet or anything else.
bool says_period(std::string_view cell);
/// 2024, R6, 令和6, 令和元: a year or a fiscal year.
bool is_bare_year(std::string_view cell);

/// The one period that the titles say, between brackets and blanks.
std::optional<Period> period_of_titles(const std::vector<TitleLine>& titles);
/// That which a label calls so (表題), or the first that says more than a unit or a date.
std::string title_of(const std::vector<TitleLine>& titles);

}  // namespace yokoten
