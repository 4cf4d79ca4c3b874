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
/// 団体コード, 保険者番号, 市区町村: five digits below these may be an area's code without its
/// check digit, elsewhere they are counts or amounts.
bool heads_area_codes(std::string_view heading);
bool heads_places(std::string_view heading);
/// 緯度, 経度: where something is.
bool heads_positions(std::string_view heading);
/// 事業所名, 所在地, 電話番号 …: what is said of a single office, shop or person.
bool heads_single_things(std::string_view heading);
/// 率, 割合, (%).
bool heads_rates(std::string_view heading);
/// Tables of statistics put different figures one below the other, and say in such a column which.
bool heads_measures(std::string_view heading);
/// 令和6年度／件数, 2024, R6, 令和6年度認定者数: a period is one of its parts, or what may be one,
/// or stands at its beginning.
bool names_period(std::string_view heading);

/// 4月, 第1四半期, 下半期: of which year, it does not say.
bool names_part_of_year(std::string_view heading);

/// A period that is no number alone: that may be a year, days of a spreadsheet or anything else.
bool says_period(std::string_view cell);
/// 2024, R6, 令和6, 令和元: a year or a fiscal year.
bool is_bare_year(std::string_view cell);

/// Whether a bare year below it may be anything: 年度末.
bool heads_unclear_years(std::string_view heading);

/// 202404: the month that six digits are in a column of months, or as a heading beside others.
std::optional<Period> month_of_digits(std::string_view text);
/// 年月, サービス提供月.
bool heads_months(std::string_view heading);

/// 令和 of 令和4年度, R of R4年度; empty where the heading begins with no era.
std::string era_of_heading(std::string_view heading);
/// A heading that is a period: 令和5年度, or with a word of what is done by then:
/// 令和6年度（見込み）.
struct HeadedPeriod {
  Period period;
  std::string_view measure;  ///< value, also for 実績; expected, planned, estimated, target
};
/// Also of two rows of headings: 令和5年度／第1四半期, 令和5年度／実績. A number alone is none.
std::optional<HeadedPeriod> headed_period(std::string_view heading);
/// What ５年度 says behind a heading of this era. Empty where it says nothing so.
std::optional<HeadedPeriod> period_in_era(const std::string& era, std::string_view heading);
/// 計, or 令和6年度計 and 令和6年度／合計: the sum of what stands beside it.
bool heads_total(std::string_view heading);

/// That which a label calls so (表題), or the first that says more than a unit or a date.
std::string title_of(const std::vector<TitleLine>& titles);

}  // namespace yokoten
