#pragma once

#include <cairo.h>
#include <librsvg/rsvg.h>

#include "base/late_library.h"

namespace yokoten {

inline constexpr LateLibrary librsvg{"librsvg-2.so.2"}, libcairo{"libcairo.so.2"};
inline constexpr LateLibrary libgobject{"libgobject-2.0.so.0"}, libglib{"libglib-2.0.so.0"};

YOKOTEN_LATE(librsvg, rsvg_handle_get_intrinsic_size_in_pixels);
YOKOTEN_LATE(librsvg, rsvg_handle_new_from_data);
YOKOTEN_LATE(librsvg, rsvg_handle_render_document);

YOKOTEN_LATE(libcairo, cairo_create);
YOKOTEN_LATE(libcairo, cairo_destroy);
YOKOTEN_LATE(libcairo, cairo_image_surface_create);
YOKOTEN_LATE(libcairo, cairo_image_surface_get_data);
YOKOTEN_LATE(libcairo, cairo_image_surface_get_height);
YOKOTEN_LATE(libcairo, cairo_image_surface_get_stride);
YOKOTEN_LATE(libcairo, cairo_image_surface_get_width);
YOKOTEN_LATE(libcairo, cairo_surface_destroy);
YOKOTEN_LATE(libcairo, cairo_surface_flush);

YOKOTEN_LATE(libgobject, g_object_unref);
YOKOTEN_LATE(libglib, g_error_free);

}  // namespace yokoten
