#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// Without blanks at both ends: ASCII white space, the full-width space U+3000 and what is not seen
/// (U+00A0, U+200B, U+FEFF).
std::string_view trimmed_text(std::string_view text);

/// Whether it is one ASCII digit or more, and nothing else.
bool is_digits(std::string_view text);

/// A-Z as a-z, everything else as it is: for words of protocols, not of people.
std::string lower_ascii(std::string_view text);

/// The form in which names are compared: NFKC, blanks at both ends and variation selectors left out
/// (葛󠄀城市 is 葛城市). ヶ, ケ, が and ガ stay as they are, since places differ by
/// them. For matching only: NFKC turns ① into 1. `text` is UTF-8.
std::string folded(std::string_view text);
/// The same without any blanks: 合　計 is 合計.
std::string tight_text(std::string_view text);

/// How many code points must be put in, left out or exchanged to make `a` from `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// At most `limit` of the candidates that may have been meant, nearest first; of equally near ones
/// those of the same letters come first, and the others keep their order. Those of which more than
/// half would have to change are left out.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t limit);

/// How many code points UTF-8 has: columns count letters, not bytes.
int letters_in(std::string_view text);

/// Columns of a terminal that the text takes: letters of East Asian width take two.
std::size_t terminal_width(const std::string& text);

/// The first byte that is no part of well-formed UTF-8 (surrogates and long forms are none); empty
/// when all of it is well-formed.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

}  // namespace yokoten
