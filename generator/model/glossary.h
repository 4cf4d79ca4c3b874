#pragma once

#include <string>
#include <vector>

#include "base/place.h"

namespace yokoten {

/// A term that citizens may not know, from glossary.toml.
struct GlossaryTerm {
  std::string id;                 ///< end of its address: `#term-careplan-link`
  std::string name, reading;      ///< hiragana
  std::string text;               ///< what it means, plain text
  std::vector<std::string> also;  ///< other spellings that stand for it
  bool marked = true;             ///< false: listed, but not explained on other pages
  Place place;
};

}  // namespace yokoten
