#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten::chart {

/// d3-format's specifier in the locale en-US, whose minus is U+2212; nullopt where it is no
/// specifier. "" is d3's default (12 significant digits, trailing zeros cut).
std::optional<std::string> number_text(double value, std::string_view specifier);
/// The same behind `out`; false, and nothing is appended, where it is no specifier.
bool append_number(std::string& out, double value, std::string_view specifier);
bool is_number_format(std::string_view specifier);

/// d3-time-format's specifier in UTC and English (%B is "September"); milliseconds since 1970.
/// nullopt where a directive is unknown. Also the house's %EY (令和6年) and %F年度 are not d3's and
/// so are refused: a chart must look alike in Vega.
std::optional<std::string> time_text(double milliseconds, std::string_view specifier);
bool is_time_format(std::string_view specifier);

/// Formats of times by the unit that a time begins; "" is Vega's own.
struct TimeForms {
  std::string milliseconds, seconds, minutes, hours, date, week, month, quarter, year;

  bool operator==(const TimeForms&) const = default;
};

/// Vega's text of a time without a format, or with one a unit: by the coarsest unit that it begins.
std::string time_text(double milliseconds, const TimeForms& forms = {});

/// Milliseconds of a date text as JavaScript's Date.parse reads ISO forms in UTC: 2024, 2024-09,
/// 2024-09-13, 2024-09-13T10:00[:00[.000]][Z|+09:00]; also "2024/09/13". nullopt for others.
std::optional<double> milliseconds_of(std::string_view text);

/// A number as JavaScript writes it: shortest digits that read back (0.1, 1e+21, 1e-7).
std::string plain_number(double value);
void append_plain_number(std::string& out, double value);

}  // namespace yokoten::chart
