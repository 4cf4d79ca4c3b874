#include "model/period_in_english.h"

#include <charconv>
#include <string>
#include <vector>

#include "base/text.h"

namespace yokoten {
namespace {

// With one blank between words, small letters and hyphens.
std::string in_plain_letters(std::string_view text) {
  std::string plain;
  for (const char letter : lower_ascii(folded(text)))
    if (letter != ' ' || !plain.ends_with(' ')) plain += letter;
  for (const std::string_view dash : {"–", "—", "−", "~"})
    for (std::size_t at = plain.find(dash); at != std::string::npos; at = plain.find(dash))
      plain.replace(at, dash.size(), "-");
  return plain;
}

// The year that stands at the end, else 0.
std::int16_t closing_year(std::string_view text) {
  constexpr std::size_t digits = 4;
  if (text.size() < digits || !is_digits(text.substr(text.size() - digits))) return 0;
  std::int16_t year = 0;
  std::from_chars(text.data() + text.size() - digits, text.data() + text.size(), year);
  return year;
}

std::vector<Period> periods_of(std::int16_t year) {
  std::vector<Period> all = {{PeriodKind::year, year}, {PeriodKind::fiscal_year, year}};
  for (std::int8_t half = 1; half <= 2; ++half) all.push_back({PeriodKind::half, year, half});
  for (std::int8_t quarter = 1; quarter <= 4; ++quarter)
    all.push_back({PeriodKind::quarter, year, quarter});
  for (std::int8_t month = 1; month <= 12; ++month) {
    all.push_back({PeriodKind::month, year, month});
    for (std::int8_t day = 1; is_valid({year, month, day}); ++day)
      all.push_back({PeriodKind::day, year, month, day});
  }
  return all;
}

}  // namespace

std::optional<Period> period_in_english(std::string_view text) {
  const std::string wanted = in_plain_letters(text);
  const std::int16_t year = closing_year(wanted);
  if (year < 1800) return std::nullopt;
  for (const Period& each : periods_of(year))
    if (in_plain_letters(to_english(each)) == wanted) return each;
  return std::nullopt;
}

}  // namespace yokoten
