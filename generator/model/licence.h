#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// Terms of use that are known by a short word (`PDL1.0`).
struct Licence {
  std::string_view id;     ///< as `licence` in publication.toml
  std::string_view title;  ///< official name
  std::string_view url;    ///< of the terms
  std::string_view english, english_url;
};

/// The terms of this id; nullptr where they are not known.
const Licence* licence_of(std::string_view id);

}  // namespace yokoten
