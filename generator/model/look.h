#pragma once

#include <string>
#include <vector>

#include "base/place.h"

namespace yokoten {

/// What a colour is for: the names of templates/styles/roles.css without their dashes in front.
const std::vector<std::string>& colour_roles();

/// A colour of the publication in place of the usual one.
struct LookColour {
  std::string role;    ///< accent
  std::string colour;  ///< #7a0000
  bool dark = false;   ///< on dark screens
  Place place;         ///< in publication.toml
};

/// How a publication looks where it differs: its mark beside the title and its colours.
struct Look {
  std::string logo,
      logo_dark;         ///< look/mark.svg, below the publication; the second for dark screens
  std::string logo_alt;  ///< what it says
  std::vector<LookColour> colours;
};

}  // namespace yokoten
