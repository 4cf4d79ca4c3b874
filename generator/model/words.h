#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace yokoten {

/// The values that a text takes: `{}` the next one, `{2}` the second, `{2|office|offices}` the
/// first form where the second value is exactly `1`, else the other.
struct WordPlaces {
  int most = 0;  ///< the highest value that is taken
  bool in_order = false, numbered = false;
  bool is_sound = true;  ///< every `{…}` is one of these, and the text has one way of taking them
};
WordPlaces word_places(std::string_view text);

/// The text with its values put in; a place without a value keeps its braces.
std::string filled_word(std::string_view text, const std::vector<std::string>& values);

/// A word of templates/words (`state.not_published`) with its values put in; the key itself where
/// it is not there.
std::string word_of(const Publication& publication, const std::string& key,
                    const std::vector<std::string>& values = {});

/// 2024年12月31日 or 令和6（2024）年12月31日, as the publication writes years; the text itself
/// where it is no date.
std::string date_of(const Publication& publication, const std::string& moment);

}  // namespace yokoten
