#include "chart/spec/date_time.h"

#include <array>
#include <cctype>
#include <chrono>
#include <cmath>

#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

struct Part {
  std::string_view name;
  double low, high;
};
// Vega-Lite's limits; the years are those that ISO dates of four digits can name.
constexpr std::array<Part, 7> kParts{{{"year", 1, 9999},
                                      {"month", 1, 12},
                                      {"date", 1, 31},
                                      {"hours", 0, 24},
                                      {"minutes", 0, 60},
                                      {"seconds", 0, 60},
                                      {"milliseconds", 0, 1000}}};

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

// 1 to 12 for a month's name, whole or its first three letters, in any case; 0 for other texts.
int month_number(std::string_view name) {
  std::string lower;
  for (const char c : name) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3)) return static_cast<int>(i) + 1;
  return 0;
}

void check_part(Reading& reading, const Json& json, const Part& part) {
  if (part.name == "month" && json.is_string()) {
    if (month_number(json.text()) == 0)
      refuse_value(reading, json, "1 to 12, \"january\", \"jan\" …");
    return;
  }
  Number value;
  take_number(reading, json, value, part.low, part.high);
  if (value && *value != std::floor(*value)) refuse_value(reading, json, "whole number");
}

double part_or(const Json& json, std::string_view name, double otherwise) {
  const Json* part = find(json, name);
  if (!part) return otherwise;
  return part->is_string() ? month_number(part->text()) : part->number();
}

}  // namespace

void check_date_time(Reading& reading, const Json& json) {
  if (!json.is_object() || json.empty())
    return refuse_value(reading, json, "{year, month, date, hours, minutes, …}");
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    const Part* found = nullptr;
    for (const Part& part : kParts)
      if (part.name == item.first) found = &part;
    if (found) {
      check_part(reading, item.second, *found);
    } else {
      std::vector<std::string> names;
      for (const Part& part : kParts) names.emplace_back(part.name);
      refuse_property(reading, item.first, std::move(names));
    }
    if (reading.failed()) return;
  }
}

double milliseconds_of_date_time(const Json& json) {
  const auto month = static_cast<unsigned>(part_or(json, "month", 1));
  const std::chrono::year_month_day first{
      std::chrono::year(static_cast<int>(part_or(json, "year", 2012))), std::chrono::month(month),
      std::chrono::day(1)};
  const double days = static_cast<double>(std::chrono::sys_days(first).time_since_epoch().count()) +
                      part_or(json, "date", 1) - 1;
  const double minutes = (days * 24 + part_or(json, "hours", 0)) * 60 + part_or(json, "minutes", 0);
  return (minutes * 60 + part_or(json, "seconds", 0)) * 1000 + part_or(json, "milliseconds", 0);
}

}  // namespace yokoten::chart
