#pragma once

#include <cairo.h>

#include <optional>
#include <string>

namespace yokoten {

/// A picture without transparency (CAIRO_FORMAT_RGB24) as PNG; nullopt where it can't be packed.
/// Up to 256 colours go into a palette, which takes half the bytes and a third of the time.
std::optional<std::string> packed_picture(cairo_surface_t* picture);

}  // namespace yokoten
