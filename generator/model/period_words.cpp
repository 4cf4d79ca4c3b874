#include "model/period_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <utility>

#include "base/text.h"
#include "model/period_digits.h"

namespace yokoten {
namespace {

struct Era {
  std::string_view name, short_name, letter;
  Date first, last;
};

// From the change of 1912 on; the calendar before is of no use here. The present era has no end.
constexpr std::array<Era, 4> kEras = {{{"令和", "令", "R", {2019, 5, 1}, {2999, 12, 31}},
                                       {"平成", "平", "H", {1989, 1, 8}, {2019, 4, 30}},
                                       {"昭和", "昭", "S", {1926, 12, 25}, {1989, 1, 7}},
                                       {"大正", "大", "T", {1912, 7, 30}, {1926, 12, 24}}}};

/// What is left of a cell that is being read from its beginning.
class Reader {
 public:
  explicit Reader(std::string_view rest) : rest_(rest) {}

  bool eat(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool eat_one_of(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return eat(word); });
  }

  /// A number of at most so many digits, or 0.
  int number(std::size_t digits) {
    std::size_t length = 0;
    while (length < rest_.size() && rest_[length] >= '0' && rest_[length] <= '9') ++length;
    if (length == 0 || length > digits) return 0;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }

  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

// Nobody writes a period that long, and brackets behind brackets are read one by one.
constexpr std::size_t kLongestCell = 200;  // bytes

// Nothing of what is too long.
std::string squeezed(std::string_view cell) {
  if (trimmed_text(cell).size() > kLongestCell) return {};
  std::string text = folded(cell);
  std::erase(text, ' ');
  return text;
}

const Era* era_of(Reader& reader) {
  for (const Era& era : kEras)
    if (reader.eat_one_of({era.name, era.short_name, era.letter})) return &era;
  return nullptr;
}

struct Year {
  int western = 0;
  const Era* era = nullptr;
};

// 令和7, 令和元, 2024; a year that its era never had is none, but the fiscal year in which the era
// ended is often named after it.
std::optional<Year> year_of(Reader& reader) {
  const Era* era = era_of(reader);
  if (era == nullptr) {
    const int year = reader.number(4);
    return year >= 1800 ? std::optional(Year{year, nullptr}) : std::nullopt;
  }
  const int year = reader.eat("元") ? 1 : reader.number(2);
  const int western = era->first.year + year - 1;
  return year >= 1 && western <= era->last.year ? std::optional(Year{western, era}) : std::nullopt;
}

bool in_era(Date date, const Era* era) {
  return era == nullptr || (date >= era->first && date <= era->last);
}

std::optional<Period> period_of(PeriodKind kind, int year, int part = 0, int day = 0) {
  return Period{kind, static_cast<std::int16_t>(year), static_cast<std::int8_t>(part),
                static_cast<std::int8_t>(day)};
}

// Which quarter of a calendar year its months say: 1～3月期, 4月-6月. Nothing is taken for others.
int quarter_of_months(Reader& reader) {
  Reader ahead = reader;
  const int first = ahead.number(2);
  ahead.eat("月");
  if (!ahead.eat_one_of({"~", "〜", "-", "–", "—", "―", "−", "ー", "から"})) return 0;
  const int last = ahead.number(2);
  if (first % 3 != 1 || first > 10 || last != first + 2 || !ahead.eat("月")) return 0;
  ahead.eat_one_of({"期", "分"});
  reader = ahead;
  return last / 3;
}

// 第1四半期, 第一四半期; 0 for others, and then nothing is taken.
int numbered_quarter(Reader& reader) {
  Reader ahead = reader;
  if (!ahead.eat("第")) return 0;
  int number = ahead.number(1);
  for (const auto& [word, meaning] : {std::pair{"一", 1}, {"二", 2}, {"三", 3}, {"四", 4}})
    if (number == 0 && ahead.eat(word)) number = meaning;
  if (number < 1 || number > 4 || !ahead.eat("四半期")) return 0;
  reader = ahead;
  return number;
}

// A fiscal year ends with the first quarter of the next calendar year.
std::optional<Period> quarter_of_fiscal(int year, int quarter) {
  return period_of(PeriodKind::quarter, quarter == 1 ? year + 1 : year, quarter);
}

// 令和6年度1月 is that of 2025; without a month the year itself.
std::optional<Period> month_of_fiscal(Reader& reader, int year) {
  const int month = reader.number(2);
  if (month == 0) return period_of(PeriodKind::fiscal_year, year);
  if (month > 12 || !reader.eat("月")) return std::nullopt;
  reader.eat("分");
  return period_of(PeriodKind::month, month < 4 ? year + 1 : year, month);
}

// What stands behind 年度.
std::optional<Period> fiscal(Reader& reader, int year) {
  if (const int number = numbered_quarter(reader)) return quarter_of_fiscal(year, number % 4 + 1);
  if (const int quarter = quarter_of_months(reader)) return quarter_of_fiscal(year, quarter);
  if (reader.eat_one_of({"上半期", "上期"})) return period_of(PeriodKind::half, year, 1);
  if (reader.eat_one_of({"下半期", "下期"})) return period_of(PeriodKind::half, year, 2);
  if (reader.eat("末")) return period_of(PeriodKind::day, year + 1, 3, 31);
  if (reader.eat_one_of({"当初", "初め", "初"})) return period_of(PeriodKind::day, year, 4, 1);
  return month_of_fiscal(reader, year);
}

std::optional<Period> day_of(const Year& year, int month, int day) {
  const Date date{year.western, month, day};
  if (!is_valid(date) || !in_era(date, year.era)) return std::nullopt;
  return period_of(PeriodKind::day, date.year, date.month, date.day);
}

std::optional<Period> whole_or_part_in_era(const Year& year, Period period) {
  const bool any = in_era(first_day(period), year.era) || in_era(last_day(period), year.era);
  return any ? std::optional(period) : std::nullopt;
}

// What stands behind the month; the period is over where the era was.
std::optional<Period> month_and_day(Reader& reader, const Year& year, int month, bool in_words) {
  if (month < 1 || month > 12) return std::nullopt;
  const Period whole = *period_of(PeriodKind::month, year.western, month);
  if (reader.eat_one_of({"末日", "末"})) return day_of(year, month, last_day(whole).day);
  if (in_words && reader.eat("分")) return whole_or_part_in_era(year, whole);
  const int day = reader.number(2);
  if (day != 0) {
    if (in_words != reader.eat("日")) return std::nullopt;
    return day_of(year, month, day);
  }
  return in_words ? whole_or_part_in_era(year, whole) : std::nullopt;
}

std::optional<Period> in_words(Reader& reader, const Year& year) {
  if (reader.eat("度")) return fiscal(reader, year.western);
  if (reader.eat("末")) return day_of(year, 12, 31);
  int quarter = numbered_quarter(reader);
  if (quarter == 0) quarter = quarter_of_months(reader);
  if (quarter != 0)
    return whole_or_part_in_era(year, *period_of(PeriodKind::quarter, year.western, quarter));
  const int month = reader.number(2);
  if (month == 0) return period_of(PeriodKind::year, year.western);
  if (!reader.eat("月")) return std::nullopt;
  return month_and_day(reader, year, month, true);
}

// R6.9.13, 2024/9/13: one sign between all parts. Without a day a month remains, but 2024.10 may
// be a number, and 2024-9 two years.
std::optional<Period> in_signs(Reader& reader, const Year& year) {
  for (const std::string_view sign : {".", "/", "-"}) {
    if (!reader.eat(sign)) continue;
    const int month = reader.number(2);
    if (reader.eat(sign)) return month_and_day(reader, year, month, false);
    const bool is_month = sign == "/" || (sign == "." && year.era != nullptr);
    if (!is_month || month < 1 || month > 12) return std::nullopt;
    return whole_or_part_in_era(year, *period_of(PeriodKind::month, year.western, month));
  }
  return std::nullopt;
}

// The year that all of a text says: 2024, 令和6年, R6年度.
std::optional<Year> year_alone(std::string_view text) {
  Reader reader(text);
  const auto year = year_of(reader);
  if (year && reader.eat("年")) reader.eat("度");
  return reader.done() ? year : std::nullopt;
}

// Sunday first, as std::chrono counts.
constexpr std::array<std::string_view, 7> kWeekdays = {"日", "月", "火", "水", "木", "金", "土"};

// Its place in kWeekdays.
unsigned weekday_of(Period day) {
  const std::chrono::year_month_day date{std::chrono::year(day.year),
                                         std::chrono::month(static_cast<unsigned>(day.part)),
                                         std::chrono::day(static_cast<unsigned>(day.day))};
  return std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
}

bool names_weekday(std::string_view word, std::string_view name) {
  return word == name || word == std::string(name) + "曜" || word == std::string(name) + "曜日";
}

bool is_weekday_of(std::string_view word, const std::optional<Period>& period) {
  return period && period->kind == PeriodKind::day &&
         names_weekday(word, kWeekdays[weekday_of(*period)]);
}

std::optional<Period> spelled(std::string_view text);

/// A text with something in brackets: 令和6(2024)年度.
struct InBrackets {
  std::string_view before, inside, behind;

  std::optional<Period> period_outside() const {
    return spelled(std::string(before) + std::string(behind));
  }
};

std::optional<InBrackets> parted_at_brackets(std::string_view text) {
  const std::size_t open = text.find('('), close = text.find(')', open);
  if (close == std::string_view::npos) return std::nullopt;
  return InBrackets{text.substr(0, open), text.substr(open + 1, close - open - 1),
                    text.substr(close + 1)};
}

// The quarter of a calendar year that all of a text says: 4~6月. 0 for others.
int quarter_alone(std::string_view text) {
  Reader reader(text);
  const int quarter = quarter_of_months(reader);
  return reader.done() ? quarter : 0;
}

// 令和6(2024)年度, 平成31年度(令和元年度).
bool is_same_year(std::string_view text, std::string_view other) {
  const auto first = year_alone(text), second = year_alone(other);
  return first && second && first->western == second->western;
}

// What stands in brackets has to say the same as what stands before: 令和6(2024)年度, 2024年
// (令和6年)4月, 2024年4月1日(月), 令和6年度第1四半期(4~6月). 令和6年(2024年度) is one of two.
std::optional<Period> spelled_twice(const InBrackets& text) {
  const auto period = text.period_outside();
  if (is_weekday_of(text.inside, period)) return period;
  if (period && period->kind == PeriodKind::quarter && period->part == quarter_alone(text.inside))
    return period;
  if (period && period->kind == PeriodKind::year && text.inside.ends_with("年度"))
    return std::nullopt;
  return is_same_year(text.before, text.inside) ? period : std::nullopt;
}

// FY2024.
std::optional<Period> fiscal_in_letters(std::string_view text) {
  Reader reader(text);
  if (!reader.eat_one_of({"FY", "fy"})) return std::nullopt;
  const int year = reader.number(4);
  return year >= 1800 && reader.done() ? period_of(PeriodKind::fiscal_year, year) : std::nullopt;
}

std::optional<Period> spelled(std::string_view text) {
  if (text.find('(') != std::string_view::npos) {
    const auto brackets = parted_at_brackets(text);
    return brackets ? spelled_twice(*brackets) : std::nullopt;
  }
  if (const auto period = fiscal_in_letters(text)) return period;
  Reader reader(text);
  const auto year = year_of(reader);
  if (!year) return std::nullopt;
  const auto period = reader.eat("年") ? in_words(reader, *year) : in_signs(reader, *year);
  reader.eat_one_of({"現在", "時点"});
  return reader.done() ? period : std::nullopt;
}

std::optional<Period> period_in_text(std::string_view cell) {
  if (const auto period = parse_period(cell)) return period;
  const std::string text = squeezed(cell);
  if (const auto period = parse_period(text)) return period;
  if (const auto period = day_of_serial(text)) return period;
  return spelled(text);
}

std::string weekday_in_english(unsigned number) {
  constexpr std::array<const char*, 7> names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};
  return names[number];
}

Message why_brackets_differ(const InBrackets& text, Period period) {
  const std::string inside(text.inside);
  const bool weekday = std::ranges::any_of(
      kWeekdays, [&](std::string_view name) { return names_weekday(inside, name); });
  if (weekday && period.kind == PeriodKind::day) {
    const unsigned own = weekday_of(period);
    return {to_japanese(period) + "は" + std::string(kWeekdays[own]) +
                "曜日です。日付か曜日を直してください",
            to_english(period) + " is a " + weekday_in_english(own) + "; mend the date or its day"};
  }
  if (year_alone(inside) || quarter_alone(inside) > 0)
    return {
        "括弧の外は" + to_japanese(period) + "ですが、括弧の中は「" + inside +
            "」です。どちらかを直してください",
        "it is " + to_english(period) + ", but its brackets say \"" + inside + "\"; mend either"};
  return {"括弧の中の「" + inside + "」が、" + to_japanese(period) +
              "と同じことを言っていません。括弧を除いてください",
          "\"" + inside + "\" in its brackets does not say " + to_english(period) +
              " too; leave the brackets out"};
}

}  // namespace

std::string to_japanese_with_era(Period period) {
  std::string text = to_japanese(period);
  const Date last = last_day(period);
  // A fiscal year ends in the next calendar year, and yet is that of its own.
  const bool fiscal = period.kind == PeriodKind::fiscal_year ||
                      (period.kind == PeriodKind::half && period.part == 2);
  const Date within = fiscal ? Date{period.year, 12, 31} : last;
  const std::string year = std::to_string(period.year);
  for (const Era& era : kEras) {
    if (within < era.first || within > era.last || !text.starts_with(year)) continue;
    const int of_era = period.year - era.first.year + 1;
    const std::string number = of_era == 1 ? "元" : std::to_string(of_era);
    return std::string(era.name) + number + "（" + year + "）" + text.substr(year.size());
  }
  return text;
}

std::optional<Period> period_of_cell(std::string_view cell) {
  const std::string_view whole = trimmed_text(cell), before = before_clock(whole);
  const auto period = period_in_text(before);
  const bool is_day = period && period->kind == PeriodKind::day;
  return is_day || before.size() == whole.size() ? period : std::nullopt;
}

std::optional<Period> period_in_column(std::string_view cell) {
  if (const auto period = period_of_cell(cell)) return period;
  const std::string text = squeezed(cell);
  if (const auto period = period_of_digits(text)) return period;
  return month_of_number(text);
}

Message why_no_period(std::string_view cell) {
  const std::string text = squeezed(cell);
  if (may_be_two_months(text))
    return {
        "表計算ソフトでは2025.10が2025.1になるため、1月か10月か分かりません。2025-01か2025-10の"
        "ように書いてください",
        "a spreadsheet turns 2025.10 into 2025.1, so it may be January or October; write "
        "2025-01 or 2025-10"};
  if (is_day_without_era(text))
    return {"年が西暦か、どの元号か分かりません。2022-04-12かR4.4.12のように書いてください",
            "of which era its year is, nobody says; write 2022-04-12 or R4.4.12"};
  const auto brackets = parted_at_brackets(text);
  const auto outside = brackets ? brackets->period_outside() : std::nullopt;
  return outside ? why_brackets_differ(*brackets, *outside) : Message{};
}

std::optional<Period> fiscal_year_of_cell(std::string_view cell) {
  const std::string text = squeezed(cell);
  const auto twice = parted_at_brackets(text);
  if (twice && (!twice->behind.empty() || !is_same_year(twice->before, twice->inside)))
    return std::nullopt;
  Reader reader(twice ? twice->before : std::string_view(text));
  const auto year = year_of(reader);
  return year && reader.done() ? period_of(PeriodKind::fiscal_year, year->western) : std::nullopt;
}

}  // namespace yokoten
