#include "chart/house/dates.h"

#include <chrono>
#include <cmath>

namespace yokoten::chart {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// A number of exactly `digits` digits at `at`, or -1.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

year_month_day civil(Day day) {
  return {std::chrono::year(day.year), std::chrono::month(static_cast<unsigned>(day.month)),
          std::chrono::day(static_cast<unsigned>(day.day))};
}

std::string padded(int number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

// The text of the word that begins at `format[at]` (after the %), and moves `at` behind it.
std::optional<std::string> word_text(Day day, std::string_view format, std::size_t& at) {
  const bool short_form = at < format.size() && format[at] == '-';
  if (short_form) ++at;
  const char word = at < format.size() ? format[at++] : '\0';
  const std::size_t digits = short_form ? 1 : 2;
  if (word == 'm') return padded(day.month, digits);
  if (word == 'd') return padded(day.day, digits);
  if (word == 'Y' && !short_form) return padded(day.year, 4);
  if (word == 'y' && !short_form) return padded(day.year % 100, 2);
  return std::nullopt;
}

}  // namespace

std::optional<double> days_of(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const Day day{number_at(iso, 0, 4), number_at(iso, 5, 2), number_at(iso, 8, 2)};
  if (day.year < 0 || day.month < 0 || day.day < 0 || !civil(day).ok()) return std::nullopt;
  return days_of(day);
}

double days_of(Day day) {
  return static_cast<double>(sys_days(civil(day)).time_since_epoch().count());
}

Day day_of(double days) {
  const year_month_day date(sys_days(std::chrono::days(static_cast<int>(std::floor(days)))));
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string iso_text(Day day) {
  return padded(day.year, 4) + '-' + padded(day.month, 2) + '-' + padded(day.day, 2);
}

std::optional<std::string> date_text(Day day, std::string_view format) {
  std::string text;
  for (std::size_t at = 0; at < format.size();) {
    if (format[at] != '%') {
      text += format[at++];
      continue;
    }
    const auto word = word_text(day, format, ++at);
    if (!word) return std::nullopt;
    text += *word;
  }
  return text;
}

}  // namespace yokoten::chart
