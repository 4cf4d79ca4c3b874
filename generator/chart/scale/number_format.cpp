#include "chart/scale/number_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace yokoten::chart {
namespace {

constexpr int kWidest = 1000;  // d3 would fill any width; no label is this wide

// Reads a specifier from left to right.
struct FormatReader {
  std::string_view rest;

  bool take(char wanted) {
    if (rest.empty() || rest.front() != wanted) return false;
    rest.remove_prefix(1);
    return true;
  }

  char take_any(std::string_view of) {
    if (rest.empty() || of.find(rest.front()) == std::string_view::npos) return '\0';
    const char taken = rest.front();
    rest.remove_prefix(1);
    return taken;
  }

  // -1 where there is no number, kWidest + 1 where it is greater than that.
  int take_number() {
    const auto end =
        std::find_if(rest.begin(), rest.end(), [](char c) { return c < '0' || c > '9'; });
    const std::string_view digits(rest.begin(), end);
    if (digits.empty()) return -1;
    rest.remove_prefix(digits.size());
    int number = kWidest + 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return std::min(number, kWidest + 1);
  }
};

constexpr std::string_view kAligns = "<>=^";

// Bytes of the first character, which d3 takes for the fill: one UTF-16 unit, no line end.
std::size_t fill_size(std::string_view text) {
  if (text.empty() || text.front() == '\n' || text.front() == '\r') return 0;
  if (text.substr(0, 3) == "\u2028" || text.substr(0, 3) == "\u2029") return 0;
  const auto first = static_cast<unsigned char>(text.front());
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 0;
}

void read_align(FormatReader& reader, NumberFormat& format) {
  const std::size_t fill = fill_size(reader.rest);
  if (fill > 0 && fill < reader.rest.size() &&
      kAligns.find(reader.rest[fill]) != std::string_view::npos) {
    format.fill = std::string(reader.rest.substr(0, fill));
    format.align = reader.rest[fill];
    reader.rest.remove_prefix(fill + 1);
  } else if (const char align = reader.take_any(kAligns)) {
    format.align = align;
  }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::optional<NumberFormat> number_format_of(std::string_view specifier) {
  NumberFormat format;
  FormatReader reader{specifier};
  read_align(reader, format);
  if (const char sign = reader.take_any("+-( ")) format.sign = sign;
  format.symbol = reader.take_any("$#");
  format.zero = reader.take('0');
  format.width = std::max(0, reader.take_number());
  format.comma = reader.take(',');
  if (reader.take('.')) {
    format.precision = reader.take_number();
    if (format.precision < 0) return std::nullopt;
  }
  format.trim = reader.take('~');
  if (!reader.rest.empty() && (is_letter(reader.rest.front()) || reader.rest.front() == '%')) {
    format.type = reader.rest.front();
    reader.rest.remove_prefix(1);
  }
  if (!reader.rest.empty() || format.width > kWidest) return std::nullopt;
  return format;
}

std::string_view si_prefix(int step) {
  static constexpr std::string_view prefixes[] = {"y", "z", "a", "f", "p", "n", "µ", "m", "",
                                                  "k", "M", "G", "T", "P", "E", "Z", "Y"};
  return prefixes[step + 8];
}

}  // namespace yokoten::chart
