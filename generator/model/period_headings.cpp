#include "model/period_headings.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "model/heading_parts.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

constexpr std::string_view kFiscalYear = "年度";
// They name the calendar that years are written in, or nothing: 年度（西暦）, 年度別.
constexpr std::string_view kAddedWords[] = {"西暦", "和暦",   "元号", "別", "次",
                                            "名",   "コード", "/",    "・", "_"};
constexpr std::string_view kFootMarks[] = {"*", "※", "†", "注"};
// In brackets: 西暦4桁, 令和, 必須, 例:2024.
constexpr std::string_view kHarmless[] = {"西暦", "和暦", "元号", "令和", "平成", "yyyy", "fy",
                                          "会計", "必須", "任意", "半角", "数字", "例"};
// Below these a year alone lacks what they promise, and may be either.
constexpr std::string_view kMonthsAndDays[] = {"月", "日", "日付"};
constexpr std::string_view kOtherPeriods[] = {"年", "年次", "月", "月次", "日", "日付"};
constexpr std::string_view kOr[] = {"/", "・", "又は", "または", "、", ",", "or"};

bool is_numeral(char letter) { return letter >= '0' && letter <= '9'; }

// Of 令和6年度, that is a year and not what years are below it.
bool is_of_one_year(std::string_view before) {
  return before.ends_with("元") || (!before.empty() && is_numeral(before.back()));
}

bool speaks_of_fiscal_years(std::string_view text) {
  for (std::size_t at = text.find(kFiscalYear); at != std::string_view::npos;
       at = text.find(kFiscalYear, at + 1))
    if (!is_of_one_year(text.substr(0, at))) return true;
  return false;
}

bool ends_in(std::string_view text, const auto& words) {
  return std::ranges::any_of(words, [&](auto word) { return text.ends_with(word); });
}

bool cut_end(std::string_view& text, const auto& words) {
  for (const std::string_view word : words)
    if (text.ends_with(word)) {
      text.remove_suffix(word.size());
      return true;
    }
  return false;
}

// *, ※1, 注2 at the end.
bool cut_mark(std::string_view& text) {
  std::string_view rest = text;
  while (!rest.empty() && is_numeral(rest.back())) rest.remove_suffix(1);
  if (!cut_end(rest, kFootMarks)) return false;
  text = rest;
  return true;
}

// The digits that stand together from here, or up to here.
std::string_view leading_digits(std::string_view text) {
  return text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
}
std::string_view closing_digits(std::string_view text) {
  const std::size_t last = text.find_last_not_of("0123456789");
  return last == std::string_view::npos ? text : text.substr(last + 1);
}

// 4月～翌3月, 4-3月, 4月1日～翌年3月31日.
bool is_april_to_march(std::string_view inside) {
  const std::size_t first = inside.find_first_of("0123456789"), last = inside.rfind("月");
  return first != std::string_view::npos && last != std::string_view::npos &&
         leading_digits(inside.substr(first)) == "4" &&
         closing_digits(inside.substr(0, last)) == "3";
}

bool is_harmless(std::string_view inside) {
  std::string_view mark = inside;
  return is_digits(inside) || cut_mark(mark) || is_april_to_march(inside) ||
         std::any_of(std::begin(kHarmless), std::end(kHarmless), [&](std::string_view word) {
           return inside.find(word) != std::string_view::npos;
         });
}

/// A heading without what is added behind it.
struct YearHeading {
  std::string_view text;
  bool says_in_brackets = false;  ///< 時点（年度）

  bool cut() {
    if (cut_mark(text) || cut_end(text, kAddedWords)) return true;
    const std::size_t open = text.ends_with(')') ? text.rfind('(') : std::string_view::npos;
    if (open == std::string_view::npos) return false;
    const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
    if (inside.ends_with(kFiscalYear))
      says_in_brackets = true;
    else if (!is_harmless(inside))
      return false;
    text = text.substr(0, open);
    return true;
  }

  // 年・年度, 年月・年度 hold both.
  bool is_fiscal() const {
    std::string_view before = text;
    if (!before.ends_with(kFiscalYear))
      return says_in_brackets && text.find("年") == std::string_view::npos &&
             text.find("月") == std::string_view::npos;
    before.remove_suffix(kFiscalYear.size());
    return !cut_end(before, kOr) || !ends_in(before, kOtherPeriods);
  }
};

// 令和6年度, but not 2024FY: more words can follow.
bool is_year_in_words(std::string_view text) {
  const auto period = period_of_cell(text);
  return period && (period->kind == PeriodKind::year || period->kind == PeriodKind::fiscal_year) &&
         text.find("年") != std::string_view::npos;
}

// 年月, 基準日, 年月（西暦）.
bool promises_months(std::string_view heading) {
  const std::string last = lower_ascii(tight_text(heading_parts(heading).back()));
  YearHeading rest{last};
  while (rest.cut()) {
  }
  return ends_in(rest.text, kMonthsAndDays);
}

}  // namespace

YearsBelow years_below(std::string_view heading) {
  const std::string text = lower_ascii(tight_text(heading));
  if (text == "fy" || text == "fiscalyear") return YearsBelow::fiscal;
  if (!speaks_of_fiscal_years(text))
    return promises_months(heading) ? YearsBelow::unclear : YearsBelow::calendar;
  YearHeading rest{text};
  while (rest.cut()) {
  }
  return rest.is_fiscal() ? YearsBelow::fiscal : YearsBelow::unclear;
}

std::optional<Period> period_below(YearsBelow years, std::string_view cell) {
  if (years == YearsBelow::calendar) return period_in_column(cell);
  const auto bare = fiscal_year_of_cell(cell);
  if (bare && years == YearsBelow::unclear) return std::nullopt;
  const auto period = bare ? bare : period_in_column(cell);
  const bool contradicts =
      years == YearsBelow::fiscal && period && period->kind == PeriodKind::year;
  return contradicts ? std::nullopt : period;
}

std::optional<Period> period_of_heading(std::string_view heading) {
  if (const auto period = period_of_cell(heading)) return period;
  const auto parts = heading_parts(heading);
  if (parts.size() < 2 || !is_year_in_words(parts.front())) return std::nullopt;
  std::string joined;
  for (const std::string_view part : parts) joined += part;
  return period_of_cell(joined);
}

}  // namespace yokoten
