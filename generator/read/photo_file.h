#pragma once

#include <optional>
#include <string_view>

namespace yokoten {

/// What a photo says of itself.
struct PhotoFile {
  std::string_view kind;      ///< JPEG, PNG or WebP
  int width = 0, height = 0;  ///< as browsers show it: turned where the camera was
  bool tells_place = false;   ///< it holds where it was taken (EXIF or XMP)
};

/// Looks into the bytes of a photo, whatever its name. Empty where they are none of the three kinds
/// or end too early.
std::optional<PhotoFile> photo_file(std::string_view bytes);

}  // namespace yokoten
