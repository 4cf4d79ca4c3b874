#include "chart/house/spec_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "base/text.h"

namespace yokoten::chart {
namespace {

constexpr unsigned char is_escaped = 1, is_wide = 2;

// Letters that JSON writes otherwise, and those of several bytes.
constexpr auto signs = [] {
  std::array<unsigned char, 256> letters{};
  for (std::size_t control = 0; control < 0x20; ++control) letters[control] = is_escaped;
  letters['"'] = letters['\\'] = is_escaped;
  for (std::size_t wide = 0x80; wide < letters.size(); ++wide) letters[wide] = is_wide;
  return letters;
}();

bool stands_as_it_is(std::string_view text) {
  unsigned all = 0;
  for (const char letter : text) all |= signs[static_cast<unsigned char>(letter)];
  return (all & is_escaped) == 0 && ((all & is_wide) == 0 || !first_invalid_utf8(text));
}

class SpecWriter {
 public:
  explicit SpecWriter(bool compact) : compact_(compact), colon_(compact ? ":" : ": ") {}

  std::string take() {
    out_ += '\n';
    return std::move(out_);
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
    out_ += '{';
    for (const auto& item : object) {
      if (&item != &*object.begin()) out_ += ',';
      begin_line(flat, depth + 1, &item != &*object.begin());
      write_text(item.first);
      out_ += colon_;
      write(item.second, depth + 1);
    }
    begin_line(flat || object.empty(), depth, false);
    out_ += '}';
  }

  void write_array(const Json::Items& array, std::size_t depth) {
    const bool flat =
        std::ranges::all_of(array, [](const Json& item) { return item.is_primitive(); });
    out_ += '[';
    for (const Json& item : array) {
      if (&item != array.data()) out_ += ',';
      begin_line(flat, depth + 1, &item != array.data());
      write(item, depth + 1);
    }
    begin_line(flat || array.empty(), depth, false);
    out_ += ']';
  }

  void begin_line(bool flat, std::size_t depth, bool blank) {
    if (compact_) return;
    if (!flat)
      out_.append("\n").append(2 * depth, ' ');
    else if (blank)
      out_ += ' ';
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
      out_ += json.truth() ? "true" : "false";
    else
      out_ += "null";
  }

  // As short as it is exact.
  template <typename Number>
  void write_number(Number number) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    out_.append(digits.begin(), end);
  }

  // The library is asked only where a letter needs it.
  void write_text(const std::string& text) {
    if (!stands_as_it_is(text)) {
      out_ += Json(text).dump();
      return;
    }
    out_ += '"';
    out_ += text;
    out_ += '"';
  }

  bool compact_;
  std::string_view colon_;
  std::string out_;
};

}  // namespace

std::string spec_text(const Json& spec, bool compact) {
  SpecWriter writer(compact);
  writer.write(spec, 0);
  return writer.take();
}

}  // namespace yokoten::chart
