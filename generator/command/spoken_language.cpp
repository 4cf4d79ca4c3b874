#include "command/spoken_language.h"

#include <cstdlib>
#include <optional>
#include <string_view>

namespace yokoten {
namespace {

// LC_ALL before LC_MESSAGES before LANG, as gettext reads them.
Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("ja") ? Language::ja : Language::en;
  }
  return Language::en;
}

std::optional<Language> language_called(std::string_view word) {
  if (word == "ja") return Language::ja;
  if (word == "en") return Language::en;
  return std::nullopt;
}

}  // namespace

Language spoken_language(std::span<const char* const> typed) {
  constexpr std::string_view option = "--lang", joined = "--lang=";
  for (std::size_t at = 0; at < typed.size(); ++at) {
    const std::string_view word = typed[at];
    if (word == "--") break;  // what follows are names
    std::optional<Language> language;
    if (word.starts_with(joined)) language = language_called(word.substr(joined.size()));
    if (word == option && at + 1 < typed.size()) language = language_called(typed[at + 1]);
    if (language) return *language;
  }
  return language_of_locale();
}

}  // namespace yokoten
