#pragma once

#include <string_view>

namespace yokoten {

/// What is wanted of the EXIF of a photo.
struct ExifFacts {
  bool tells_place = false;  ///< latitude or longitude is in it
  bool is_turned = false;    ///< to be shown turned by a quarter
};

/// Reads EXIF, which is a TIFF without a picture. What can't be followed is passed over, but for a
/// list of places: a doubt counts as a place.
ExifFacts exif_facts(std::string_view tiff);

}  // namespace yokoten
