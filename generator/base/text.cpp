#include "base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <utility>

namespace yokoten {
namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";
// The full-width space, and what web pages and spreadsheets leave unseen: the space that does not
// break, the one without width and the byte order mark.
constexpr std::array<std::string_view, 4> wide_blanks = {"\u3000", "\u00a0", "\u200b", "\ufeff"};

// Letters, digits and signs of ASCII, with which most texts begin and end.
bool is_seen_ascii(char byte) { return byte > ' ' && byte < 0x7f; }

// How many bytes of a blank `text` begins (or ends) with, 0 for none.
std::size_t blank_in_front(std::string_view text) {
  if (is_seen_ascii(text.front())) return 0;
  if (blanks.find(text.front()) != std::string_view::npos) return 1;
  for (const std::string_view blank : wide_blanks)
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

std::size_t blank_behind(std::string_view text) {
  if (is_seen_ascii(text.back())) return 0;
  if (blanks.find(text.back()) != std::string_view::npos) return 1;
  for (const std::string_view blank : wide_blanks)
    if (text.ends_with(blank)) return blank.size();
  return 0;
}

bool is_tail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Whether `bytes` begin with a code point of three, as most Japanese ones are: all leads of three
// but the two that ask for more of the second byte.
bool begins_with_usual_three(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  return lead > 0xE0 && lead < 0xF0 && lead != 0xED && bytes.size() >= 3 && is_tail(bytes[1]) &&
         is_tail(bytes[2]);
}

// How many bytes the first code point of `bytes` takes, 0 when it is not well-formed.
std::size_t code_point_length(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80) return 1;
  if (begins_with_usual_three(bytes)) return 3;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length) return 0;
  if (!std::all_of(bytes.begin() + 1, bytes.begin() + static_cast<std::ptrdiff_t>(length), is_tail))
    return 0;
  const auto second = static_cast<unsigned char>(bytes[1]);
  const bool long_form = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool out_of_range = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return long_form || out_of_range ? 0 : length;
}

// Where the run of ASCII that starts at `from` ends, eight bytes at a time.
std::size_t end_of_ascii(std::string_view bytes, std::size_t from) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  for (std::uint64_t eight = 0; from + 8 <= bytes.size(); from += 8) {
    std::memcpy(&eight, bytes.data() + from, 8);
    if ((eight & high_bits) != 0) break;
  }
  return from;
}

std::vector<std::string_view> code_points(std::string_view text) {
  std::vector<std::string_view> points;
  while (!text.empty()) {
    const std::size_t length = std::max<std::size_t>(code_point_length(text), 1);
    points.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return points;
}

// A letter with a selector behind it is the same letter in another shape: 葛󠄀 and 葛.
icu::UnicodeString without_variation_selectors(const icu::UnicodeString& text) {
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
    if (const UChar32 letter = text.char32At(at);
        !u_hasBinaryProperty(letter, UCHAR_VARIATION_SELECTOR))
      plain.append(letter);
  return plain;
}

}  // namespace

std::string_view trimmed_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t front = blank_in_front(text);
    text.remove_prefix(front);
    const std::size_t behind = text.empty() ? 0 : blank_behind(text);
    text.remove_suffix(behind);
    if (front + behind == 0) break;
  }
  return text;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& letter : out)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + ('a' - 'A'));
  return out;
}

std::string folded(std::string_view text) {
  text = trimmed_text(text);
  if (end_of_ascii(text, 0) + 8 > text.size() &&
      std::all_of(text.begin(), text.end(), [](char byte) { return (byte & 0x80) == 0; }))
    return std::string(text);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error)) return std::string(text);
  const auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string narrow;
  without_variation_selectors(form->normalize(wide, error)).toUTF8String(narrow);
  return U_FAILURE(error) ? std::string(text) : std::string(trimmed_text(narrow));
}

std::string tight_text(std::string_view text) {
  std::string tight = folded(text);
  std::erase_if(tight, [](char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
  });
  return tight;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const auto left = code_points(a), right = code_points(b);
  std::vector<std::size_t> costs(right.size() + 1);
  std::iota(costs.begin(), costs.end(), std::size_t{0});
  for (std::size_t row = 1; row <= left.size(); ++row) {
    std::size_t diagonal = std::exchange(costs[0], row);
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const std::size_t exchanged = diagonal + (left[row - 1] == right[column - 1] ? 0 : 1);
      diagonal = costs[column];
      costs[column] = std::min({exchanged, diagonal + 1, costs[column - 1] + 1});
    }
  }
  return costs[right.size()];
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t limit) {
  const auto sorted = [](std::string_view text) {
    auto letters = code_points(text);
    std::sort(letters.begin(), letters.end());
    return letters;
  };
  const auto letters = sorted(word);
  // distance, whether it has other letters than the word, position
  std::vector<std::tuple<std::size_t, bool, std::size_t>> found;
  for (std::size_t at = 0; at < candidates.size(); ++at) {
    const auto theirs = sorted(candidates[at]);
    const std::size_t distance = edit_distance(word, candidates[at]);
    if (distance <= (std::max(letters.size(), theirs.size()) + 1) / 2)
      found.emplace_back(distance, theirs != letters, at);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (std::size_t at = 0; at < std::min(limit, found.size()); ++at)
    names.push_back(candidates[std::get<2>(found[at])]);
  return names;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = end_of_ascii(bytes, 0); at < bytes.size();) {
    const std::size_t length = code_point_length(bytes.substr(at));
    if (length == 0) return at;
    at += length;
    if (length == 1) at = end_of_ascii(bytes, at);
  }
  return std::nullopt;
}

int letters_in(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::size_t terminal_width(const std::string& text) {
  std::size_t columns = 0;
  const auto letters = icu::UnicodeString::fromUTF8(text);
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    const int kind = u_getIntPropertyValue(letters.char32At(at), UCHAR_EAST_ASIAN_WIDTH);
    columns += kind == U_EA_WIDE || kind == U_EA_FULLWIDTH || kind == U_EA_AMBIGUOUS ? 2 : 1;
  }
  return columns;
}

}  // namespace yokoten
