#pragma once

#include <optional>
#include <string>
#include <string_view>

// d3-format's specifier, taken apart: [[fill]align][sign][symbol][0][width][,][.precision][~][type]

namespace yokoten::chart {

struct NumberFormat {
  std::string fill = " ";
  char align = '>';
  char sign = '-';
  char symbol = '\0';
  bool zero = false;
  int width = 0;
  bool comma = false;
  int precision = -1;  ///< -1: not written
  bool trim = false;
  char type = '\0';  ///< as written; unknown letters count as none
};

/// nullopt where `specifier` is none.
std::optional<NumberFormat> number_format_of(std::string_view specifier);

/// `suffix` stands behind the number and counts for the width ("k" of SI prefixes).
std::string text_of(double value, const NumberFormat& format, std::string_view suffix = {});

/// What d3.tickFormat makes of a format without precision: digits enough to tell apart steps
/// between `low` and `high` of which there are about `count`, and one SI prefix for all.
struct TickFormat {
  NumberFormat format;
  double factor = 1;
  std::string suffix;
  std::string text(double value) const;
};
TickFormat span_format(double low, double high, double count, const NumberFormat& format);

/// The prefix of SI for a thousand to the power of `step`, from -8 to 8; empty for 0.
std::string_view si_prefix(int step);

/// Vega's format for logarithmic axes: 12 digits and no trailing zeros.
std::string varied_text(double value, const NumberFormat& format);

}  // namespace yokoten::chart
