#pragma once

#include <map>
#include <string>

#include "model/finding.h"

namespace yokoten {

/// A text of the publication in another language.
struct TranslatedText {
  std::string text;
  Place place;
};

/// translations/LANGUAGE.toml of a publication: Japanese text, as it stands in a file, to its
/// translation.
struct Translation {
  using Texts = std::map<std::string, TranslatedText>;

  std::string language, file;          ///< `en`; of the translations
  Texts texts;                         ///< that hold for every file
  std::map<std::string, Texts> files;  ///< by the file that they hold for: `glossary.toml`
  std::map<std::string, std::string> singulars;  ///< unit → what it is called after 1
};

}  // namespace yokoten
