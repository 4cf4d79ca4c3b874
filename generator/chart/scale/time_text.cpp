#include <cmath>
#include <cstdint>
#include <string>

#include "chart/scale/calendar.h"
#include "chart/scale/formats.h"

// d3-time-format in English and UTC. Of an invalid time (NaN) it writes what d3 does: "NaN" for
// numbers and nothing for names.

namespace yokoten::chart {
namespace {

constexpr std::string_view kDays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                      "Thursday", "Friday", "Saturday"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

struct Moment {
  double time = 0;
  CivilTime civil;
  bool valid = true;
};

Moment moment_of(double milliseconds) {
  Moment moment;
  moment.time = clipped_time(milliseconds);
  moment.valid = !std::isnan(moment.time);
  if (moment.valid) moment.civil = civil_of(moment.time);
  return moment;
}

// `padding` is '\0' for none.
void append_number(std::string& out, std::int64_t number, char padding, std::size_t width) {
  const std::string digits = std::to_string(number < 0 ? -number : number);
  if (number < 0) out.push_back('-');
  if (padding != '\0' && digits.size() < width) out.append(width - digits.size(), padding);
  out.append(digits);
}

void append_invalid(std::string& out, char padding, std::size_t width) {
  if (padding != '\0' && width > 3) out.append(width - 3, padding);
  out.append("NaN");
}

std::int64_t days_of(double time) { return static_cast<std::int64_t>(std::floor(time / kDay)); }

std::int64_t day_of_year(const Moment& at) {
  return days_of(at.time) - days_of(milliseconds_of_day(at.civil.year, 0, 1));
}

// Weeks of the year up to this day, which begin on `first` (0 Sunday, 1 Monday).
std::int64_t week_of_year(const Moment& at, int first) {
  return (day_of_year(at) + 7 - (at.civil.weekday + 7 - first) % 7) / 7;
}

// The Thursday of the same ISO week, whose year and week count.
Moment thursday_of(const Moment& at) {
  const int since_monday = (at.civil.weekday + 6) % 7;
  return moment_of(static_cast<double>(days_of(at.time) + 3 - since_monday) * kDay);
}

// Numbers that a directive is; `width` is set to its digits.
std::int64_t field_of(const Moment& at, char directive, std::size_t& width) {
  const CivilTime& civil = at.civil;
  width = 2;
  switch (directive) {
    case 'd':
    case 'e':
      return civil.day;
    case 'H':
      return civil.hour;
    case 'I':
      return civil.hour % 12 == 0 ? 12 : civil.hour % 12;
    case 'j':
      width = 3;
      return day_of_year(at) + 1;
    case 'f':
    case 'L':
      width = 3;
      return civil.millisecond;
    case 'm':
      return civil.month + 1;
    case 'M':
      return civil.minute;
    case 'S':
      return civil.second;
    case 'U':
      return week_of_year(at, 0);
    case 'V':
      return day_of_year(thursday_of(at)) / 7 + 1;
    case 'W':
      return week_of_year(at, 1);
    case 'y':
      return civil.year % 100;
    case 'Y':
      width = 4;
      return civil.year % 10'000;
    case 'g':
      return thursday_of(at).civil.year % 100;
    case 'G':
      width = 4;
      return thursday_of(at).civil.year % 10'000;
    case 'u':
      width = 1;
      return civil.weekday == 0 ? 7 : civil.weekday;
    case 'w':
      width = 1;
      return civil.weekday;
    case 's':
      width = 1;
      return static_cast<std::int64_t>(std::floor(at.time / 1000));
    default:
      width = 1;
      return static_cast<std::int64_t>(at.time);  // Q
  }
}

void append_field(std::string& out, const Moment& at, char directive, char padding) {
  std::size_t width = 0;
  const std::int64_t number = field_of(at, directive, width);
  if (at.valid) {
    append_number(out, number, padding, width);
  } else if (directive == 'I') {
    out.append("12");
  } else {
    append_invalid(out, padding, width);
  }
  if (directive == 'f') out.append("000");
}

void append_name(std::string& out, const Moment& at, char directive) {
  const std::string_view day = kDays[at.civil.weekday];
  const std::string_view month = kMonths[at.civil.month];
  if (directive == 'p') out.append(at.valid && at.civil.hour >= 12 ? "PM" : "AM");
  if (directive == 'q') out.push_back(static_cast<char>('1' + (at.valid ? at.civil.month / 3 : 0)));
  if (!at.valid) return;
  if (directive == 'a') out.append(day.substr(0, 3));
  if (directive == 'A') out.append(day);
  if (directive == 'b') out.append(month.substr(0, 3));
  if (directive == 'B') out.append(month);
}

constexpr std::string_view kNumbers = "deHIjfLmMSUVWyYgGuwsQ";
constexpr std::string_view kDayNames = "pqaAbB";

std::string_view whole_of(char directive) {
  if (directive == 'c') return "%-m/%-d/%Y, %-I:%M:%S %p";
  if (directive == 'x') return "%-m/%-d/%Y";
  return directive == 'X' ? "%-I:%M:%S %p" : "";
}

bool append_text(std::string& out, const Moment& at, std::string_view specifier);

bool append_directive(std::string& out, const Moment& at, char directive, char padding) {
  if (kNumbers.find(directive) != std::string_view::npos) {
    append_field(out, at, directive, padding);
  } else if (kDayNames.find(directive) != std::string_view::npos) {
    append_name(out, at, directive);
  } else if (directive == 'Z') {
    out.append(at.valid ? "+0000" : "+00NaN");
  } else if (directive == '%') {
    out.push_back('%');
  } else {
    const std::string_view whole = whole_of(directive);
    return !whole.empty() && append_text(out, at, whole);
  }
  return true;
}

// Whether every directive is known.
bool append_text(std::string& out, const Moment& at, std::string_view specifier) {
  for (std::size_t i = 0; i < specifier.size(); ++i) {
    if (specifier[i] != '%') {
      out.push_back(specifier[i]);
      continue;
    }
    if (++i == specifier.size()) return false;
    char padding = specifier[i] == 'e' ? ' ' : '0';
    if (specifier[i] == '-' || specifier[i] == '_' || specifier[i] == '0') {
      padding = specifier[i] == '-' ? '\0' : specifier[i] == '_' ? ' ' : '0';
      if (++i == specifier.size()) return false;
    }
    if (!append_directive(out, at, specifier[i], padding)) return false;
  }
  return true;
}

std::string_view said(const std::string& form, std::string_view otherwise) {
  return form.empty() ? otherwise : std::string_view(form);
}

// The format of the coarsest unit that the time begins.
std::string_view coarsest_format(const CivilTime& at, const TimeForms& forms) {
  constexpr int kQuarter = 3;  // months
  if (at.millisecond != 0) return said(forms.milliseconds, ".%L");
  if (at.second != 0) return said(forms.seconds, ":%S");
  if (at.minute != 0) return said(forms.minutes, "%I:%M");
  if (at.hour != 0) return said(forms.hours, "%I %p");
  if (at.day != 1) return at.weekday != 0 ? said(forms.date, "%a %d") : said(forms.week, "%b %d");
  if (at.month == 0) return said(forms.year, "%Y");
  return said(at.month % kQuarter != 0 ? forms.month : forms.quarter, "%B");
}

}  // namespace

std::optional<std::string> time_text(double milliseconds, std::string_view specifier) {
  std::string out;
  if (!append_text(out, moment_of(milliseconds), specifier)) return std::nullopt;
  return out;
}

bool is_time_format(std::string_view specifier) { return time_text(0, specifier).has_value(); }

std::string time_text(double milliseconds, const TimeForms& forms) {
  const Moment at = moment_of(milliseconds);
  std::string out;
  const bool within_millisecond = at.time < milliseconds;
  append_text(out, at,
              !at.valid            ? said(forms.year, "%Y")
              : within_millisecond ? said(forms.milliseconds, ".%L")
                                   : coarsest_format(at.civil, forms));
  return out;
}

}  // namespace yokoten::chart
