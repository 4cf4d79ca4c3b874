#include "chart/house/spec_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "base/growing_text.h"
#include "base/text.h"

namespace yokoten::chart {
namespace {

constexpr std::uint64_t each_byte = 0x0101010101010101, highest_bits = each_byte * 0x80;

// Eight letters at once; of a shorter text all of them, some twice or with blanks.
std::uint64_t block_of(std::string_view letters) {
  std::uint64_t block = each_byte * ' ';
  if (letters.size() >= sizeof block) {
    std::memcpy(&block, letters.data(), sizeof block);
  } else if (letters.size() >= sizeof(std::uint32_t)) {
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, letters.data(), sizeof first);
    std::memcpy(&last, letters.data() + letters.size() - sizeof last, sizeof last);
    block = (std::uint64_t{first} << 32U) | last;
  } else {
    for (const char letter : letters) block = (block << 8U) | static_cast<unsigned char>(letter);
  }
  return block;
}

// Whether a letter is below the limit: what one borrows from the next tells nothing new.
bool has_below(std::uint64_t block, std::uint64_t limit) {
  return ((block - each_byte * limit) & ~block & highest_bits) != 0;
}

bool has_letter(std::uint64_t block, std::uint64_t letter) {
  return has_below(block ^ (each_byte * letter), 1);
}

// Whether JSON writes none of the letters otherwise; those of several bytes are looked at.
bool stands_as_it_is(std::string_view text) {
  constexpr std::size_t step = sizeof(std::uint64_t);
  std::uint64_t all = 0;
  for (std::size_t at = 0; at < text.size(); at += step) {
    const bool is_end = text.size() >= step && text.size() - at < step;
    const std::uint64_t block = block_of(text.substr(is_end ? text.size() - step : at));
    if (has_below(block, 0x20) || has_letter(block, '"') || has_letter(block, '\\')) return false;
    all |= block;
  }
  return (all & highest_bits) == 0 || !first_invalid_utf8(text);
}

// The number where it has few digits, which are found sooner than those of any number. What is
// smaller or larger may be shorter with an exponent.
std::optional<Decimal> of_few_places(double number) {
  const double size = std::abs(number);
  if (!(size >= 0.001 && size < 1e5)) return std::nullopt;
  double power = 1;
  for (int places = 0; places <= value_places; ++places, power *= 10) {
    const auto whole = static_cast<std::int64_t>(size * power + 0.5);
    if (static_cast<double>(whole) / power == size)
      return Decimal{number < 0 ? -whole : whole, places};
  }
  return std::nullopt;
}

constexpr std::size_t usual_size = 8192;

class SpecWriter {
 public:
  explicit SpecWriter(bool compact) : compact_(compact) {}

  std::string take() {
    out_.put('\n');
    return out_.take();
  }

  void write(const Json& json, std::size_t depth) {
    if (json.is_object())
      write_object(json.members(), depth);
    else if (json.is_array())
      write_array(json.items(), depth);
    else
      write_plain(json);
  }

 private:
  void write_object(const Json::Members& object, std::size_t depth) {
    const bool flat =
        std::ranges::all_of(object, [](const auto& item) { return item.second.is_primitive(); });
    out_.put('{');
    for (const auto& item : object) {
      begin_item(flat, depth + 1, &item == &*object.begin());
      write_name(item.first);
      write(item.second, depth + 1);
    }
    end_line(flat || object.empty(), depth, '}');
  }

  void write_array(const Json::Items& array, std::size_t depth) {
    const bool flat =
        std::ranges::all_of(array, [](const Json& item) { return item.is_primitive(); });
    out_.put('[');
    for (const Json& item : array) {
      begin_item(flat, depth + 1, &item == array.data());
      write(item, depth + 1);
    }
    end_line(flat || array.empty(), depth, ']');
  }

  void begin_item(bool flat, std::size_t depth, bool first) {
    char* at = out_.room(2 + 2 * depth);
    if (!first) *at++ = ',';
    if (!flat && !compact_)
      at = put_line(at, depth);
    else if (!first && !compact_)
      *at++ = ' ';
    out_.end_at(at);
  }

  void end_line(bool flat, std::size_t depth, char bracket) {
    char* at = out_.room(2 + 2 * depth);
    if (!flat && !compact_) at = put_line(at, depth);
    *at++ = bracket;
    out_.end_at(at);
  }

  static char* put_line(char* at, std::size_t depth) {
    *at = '\n';
    return std::fill_n(at + 1, 2 * depth, ' ');
  }

  // Names in the program are words of Vega-Lite and of our rows.
  void write_name(const JsonText& name) {
    if (name.stands())
      out_.end_at(put_quoted(out_.room(name.view().size() + 2), name));
    else
      write_text(name);
    char* at = out_.room(2);
    *at++ = ':';
    if (!compact_) *at++ = ' ';
    out_.end_at(at);
  }

  void write_plain(const Json& json) {
    if (json.is_string())
      write_text(json.text());
    else if (const std::int64_t* whole = json.integer())
      write_number(*whole);
    else if (const std::uint64_t* large = json.large_integer())
      write_number(*large);
    else if (json.is_number() && std::isfinite(json.number()))
      write_number(json.number());
    else if (json.is_boolean())
      out_.put(json.truth() ? "true" : "false");
    else
      out_.put("null");
  }

  // As short as it is exact.
  template <typename Number>
  void write_number(Number number) {
    if constexpr (std::is_floating_point_v<Number>)
      if (const auto few = of_few_places(number))
        return out_.end_at(put_text(out_.room(decimal_room), *few));
    constexpr std::size_t longest = 32;
    char* digits = out_.room(longest);
    out_.end_at(std::to_chars(digits, digits + longest, number).ptr);
  }

  // The library is asked only where a letter needs it.
  void write_text(std::string_view text) {
    if (stands_as_it_is(text))
      out_.end_at(put_quoted(out_.room(text.size() + 2), text));
    else
      out_.put(Json(text).dump());
  }

  static char* put_quoted(char* at, std::string_view text) {
    *at = '"';
    std::memcpy(at + 1, text.data(), text.size());
    at[text.size() + 1] = '"';
    return at + text.size() + 2;
  }

  bool compact_;
  GrowingText out_{usual_size};
};

}  // namespace

std::string spec_text(const Json& spec, bool compact) {
  SpecWriter writer(compact);
  writer.write(spec, 0);
  return writer.take();
}

}  // namespace yokoten::chart
