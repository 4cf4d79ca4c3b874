#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "chart/scale/digits.h"
#include "chart/scale/formats.h"
#include "chart/scale/js_math.h"
#include "chart/scale/number_format.h"

namespace yokoten::chart {
namespace {

constexpr std::string_view kMinus = "\u2212";

bool among(char type, std::string_view types) {
  return type != '\0' && types.find(type) != std::string_view::npos;
}

std::size_t zeros_count(int count) { return static_cast<std::size_t>(std::max(0, count)); }

// With an SI prefix; `prefix` is set to it.
std::string si_text(double value, int precision, std::string_view& prefix) {
  if (value == 0 || !std::isfinite(value)) return precise_text(value, precision);
  const Digits digits = rounded_digits(value, precision);
  const int third = digits.exponent >= 0 ? digits.exponent / 3 : -((2 - digits.exponent) / 3);
  const int step = std::clamp(third, -8, 8);
  prefix = si_prefix(step);
  const int whole = digits.exponent - step * 3 + 1;
  const int size = static_cast<int>(digits.text.size());
  if (whole >= size) return digits.text + std::string(zeros_count(whole - size), '0');
  if (whole > 0) {
    const auto at = static_cast<std::size_t>(whole);
    return digits.text.substr(0, at) + "." + digits.text.substr(at);
  }
  const int left = std::max(0, precision + whole - 1);  // digits that stay below 1 yocto
  const Digits fewer = left == 0 ? shortest_digits(value) : rounded_digits(value, left);
  return "0." + std::string(zeros_count(-whole), '0') + fewer.text;
}

std::string rounded_text(double value, int precision) {
  if (value == 0 || !std::isfinite(value)) return plain_number(value);
  const Digits digits = rounded_digits(value, precision);
  const int size = static_cast<int>(digits.text.size());
  if (digits.exponent < 0) {
    return "0." + std::string(zeros_count(-digits.exponent - 1), '0') + digits.text;
  }
  if (size <= digits.exponent + 1) {
    return digits.text + std::string(zeros_count(digits.exponent + 1 - size), '0');
  }
  const auto at = static_cast<std::size_t>(digits.exponent + 1);
  return digits.text.substr(0, at) + "." + digits.text.substr(at);
}

std::string whole_text(double value) {
  const double whole = js_round(value);
  if (whole < 1e21) return plain_number(whole);
  if (std::isinf(whole)) return "∞";
  return rounded_text(whole, static_cast<int>(shortest_digits(whole).text.size()));
}

// In base 2, 8 or 16, which is 2^bits.
std::string based_text(double value, int bits, bool upper) {
  const double whole = js_round(value);
  if (std::isinf(whole)) return upper ? "INFINITY" : "Infinity";
  if (whole == 0) return "0";
  const std::string_view digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  int power = 0;
  const double fraction = std::frexp(whole, &power);
  const int beyond = std::max(0, power - 53);  // bits that the 53 of the significand leave empty
  auto left = static_cast<std::uint64_t>(std::ldexp(fraction, power - beyond));
  left <<= static_cast<unsigned>(beyond % bits);
  std::string text(zeros_count(beyond / bits), '0');
  for (; left > 0; left >>= static_cast<unsigned>(bits)) {
    text.push_back(digits[left & ((1U << static_cast<unsigned>(bits)) - 1)]);
  }
  std::reverse(text.begin(), text.end());
  return text;
}

// Cuts insignificant zeros: 1.2000k is 1.2k.
std::string trimmed(const std::string& text) {
  std::size_t from = 0, to = 0;
  enum { before_point, in_zeros, after_digit } state = before_point;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '.') {
      from = to = i;
      state = in_zeros;
    } else if (text[i] == '0') {
      if (state == after_digit) from = i, state = in_zeros;
      to = i;
    } else if (text[i] < '1' || text[i] > '9') {
      break;
    } else if (state == in_zeros) {
      state = after_digit;
    }
  }
  return state == in_zeros ? text.substr(0, from) + text.substr(to + 1) : text;
}

// Whether a text that was written from a number stands for zero ("0.00", "0e+0").
bool is_zero(std::string_view text) {
  const std::string_view digits = text.substr(0, text.find('e'));
  return !digits.empty() && digits.find_first_not_of("0.") == std::string_view::npos;
}

// Commas between thousands.
std::string grouped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 3);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && (text.size() - i) % 3 == 0) out.push_back(',');
    out.push_back(text[i]);
  }
  return out;
}

// The same where zeros fill a width that the commas count for: a last group may be cut.
std::string grouped(std::string_view text, std::size_t width) {
  std::vector<std::string_view> groups;
  std::size_t left = text.size(), length = 0, size = 3;
  while (left > 0) {
    if (length + size + 1 > width) size = width > length ? width - length : 1;
    const std::size_t from = left > size ? left - size : 0;
    groups.push_back(text.substr(from, left - from));
    left = from;
    length += size + 1;
    if (length > width) break;
    size = 3;
  }
  std::string out;
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
    if (group != groups.rbegin()) out.push_back(',');
    out.append(*group);
  }
  return out;
}

// UTF-16 units, which JavaScript counts.
std::size_t units(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0U) != 0x80U) count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}

std::string repeated(std::string_view fill, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out.append(fill);
  return out;
}

// d3's aliases and defaults: "n" is ",g", no or an unknown type is ".12~g".
NumberFormat completed(NumberFormat format) {
  if (format.type == 'n') {
    format.comma = true;
    format.type = 'g';
  } else if (!among(format.type, "%bcdefgoprsXx")) {
    if (format.precision < 0) format.precision = 12;
    format.trim = true;
    format.type = 'g';
  }
  if (format.zero || (format.fill == "0" && format.align == '=')) {
    format.zero = true;
    format.fill = "0";
    format.align = '=';
  }
  if (format.precision < 0) format.precision = 6;
  const bool significant = among(format.type, "gprs");
  format.precision =
      significant ? std::clamp(format.precision, 1, 21) : std::clamp(format.precision, 0, 20);
  return format;
}

std::string magnitude_text(double value, const NumberFormat& format, std::string_view& prefix) {
  switch (format.type) {
    case '%':
      return fixed_text(value * 100, format.precision);
    case 'b':
      return based_text(value, 1, false);
    case 'd':
      return whole_text(value);
    case 'e':
      return exponential_text(value, format.precision);
    case 'f':
      return fixed_text(value, format.precision);
    case 'g':
      return precise_text(value, format.precision);
    case 'o':
      return based_text(value, 3, false);
    case 'p':
      return rounded_text(value * 100, format.precision);
    case 'r':
      return rounded_text(value, format.precision);
    case 's':
      return si_text(value, format.precision, prefix);
    case 'X':
      return based_text(value, 4, true);
    default:
      return based_text(value, 4, false);
  }
}

// A number in three parts: only the middle one gets commas and zeros.
struct Parts {
  std::string before, number, after;
};

Parts parts_of(double value, const NumberFormat& format, std::string_view suffix) {
  Parts parts;
  if (format.symbol == '$') parts.before = "$";
  if (format.symbol == '#' && among(format.type, "boxX")) {
    parts.before = format.type == 'X' ? "0x" : std::string("0") + format.type;
  }
  if (format.symbol != '$' && among(format.type, "%p")) parts.after = "%";
  parts.after.append(suffix);
  if (format.type == 'c') {
    parts.after.insert(0, plain_number(value));
    return parts;
  }
  std::string_view si;
  bool negative = std::signbit(value) && !std::isnan(value);
  parts.number = std::isnan(value) ? "NaN" : magnitude_text(std::abs(value), format, si);
  if (format.trim) parts.number = trimmed(parts.number);
  if (negative && is_zero(parts.number) && format.sign != '+') negative = false;
  if (negative) {
    parts.before.insert(0, format.sign == '(' ? "(" : kMinus);
  } else if (format.sign != '-' && format.sign != '(') {
    parts.before.insert(0, 1, format.sign);
  }
  parts.after.insert(0, si);
  if (negative && format.sign == '(') parts.after.push_back(')');
  if (among(format.type, "defgprs%")) {
    const std::size_t split =
        std::min(parts.number.find_first_not_of("0123456789"), parts.number.size());
    parts.after.insert(0, parts.number.substr(split));
    parts.number.resize(split);
  }
  return parts;
}

std::string joined(Parts parts, const NumberFormat& format) {
  if (format.comma && !format.zero) parts.number = grouped(parts.number);
  const auto width = static_cast<std::size_t>(format.width);
  const std::size_t after = units(parts.after);
  const std::size_t length = units(parts.before) + units(parts.number) + after;
  std::size_t padding = length < width ? width - length : 0;
  if (format.comma && format.zero) {
    parts.number = padding > 0
                       ? grouped(repeated(format.fill, padding) + parts.number, width - after)
                       : grouped(parts.number);
    padding = 0;
  }
  const std::size_t left = format.align == '<' ? 0 : format.align == '^' ? padding / 2 : padding;
  const std::string front = repeated(format.fill, left);
  if (format.align == '=') return parts.before + front + parts.number + parts.after;
  return front + parts.before + parts.number + parts.after + repeated(format.fill, padding - left);
}

// Whether a format only says how the digits are written.
bool is_bare(const NumberFormat& format) {
  return format.width == 0 && !format.comma && !format.zero && format.symbol == '\0' &&
         format.sign == '-' && format.type != 'c';
}

// What most labels need, without taking the number apart.
std::string bare_text(double value, const NumberFormat& format, std::string_view suffix) {
  std::string_view si;
  std::string text = std::isnan(value) ? "NaN" : magnitude_text(std::abs(value), format, si);
  if (format.trim) text = trimmed(text);
  if (std::signbit(value) && !std::isnan(value) && !is_zero(text)) text.insert(0, kMinus);
  text.append(si);
  if (among(format.type, "%p")) text.push_back('%');
  text.append(suffix);
  return text;
}

// The format without a word, ".12~g", of numbers whose shortest text is that; false of others.
bool append_short(std::string& out, double value) {
  const double size = std::abs(value);
  if (value != 0 && !(size >= 1e-6 && size < 1e12)) return false;
  const std::size_t before = out.size();
  if (value < 0) out.append(kMinus);
  append_plain_number(out, size);
  const bool fits = out.size() - before <= kMinus.size() * (value < 0 ? 1 : 0) + 12;
  if (!fits) out.resize(before);
  return fits;
}

}  // namespace

std::string text_of(double value, const NumberFormat& format, std::string_view suffix) {
  const NumberFormat complete = completed(format);
  if (is_bare(complete)) return bare_text(value, complete, suffix);
  return joined(parts_of(value, complete, suffix), complete);
}

bool append_number(std::string& out, double value, std::string_view specifier) {
  if (specifier.empty() && append_short(out, value)) return true;
  const std::optional<NumberFormat> format = number_format_of(specifier);
  if (format) out += text_of(value, *format);
  return format.has_value();
}

std::optional<std::string> number_text(double value, std::string_view specifier) {
  std::string text;
  if (!append_number(text, value, specifier)) return std::nullopt;
  return text;
}

bool is_number_format(std::string_view specifier) {
  return number_format_of(specifier).has_value();
}

}  // namespace yokoten::chart
