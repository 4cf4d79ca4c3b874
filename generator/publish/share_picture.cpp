#include "publish/share_picture.h"

#include <memory>

#include "publish/late_pictures.h"
#include "publish/packed_picture.h"

namespace yokoten {
namespace {

struct Free {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

std::unique_ptr<RsvgHandle, Free> read(std::string_view svg) {
  GError* error = nullptr;
  std::unique_ptr<RsvgHandle, Free> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (error != nullptr) g_error_free(error);
  return handle;
}

}  // namespace

std::optional<std::string> png_of(std::string_view svg) {
  const auto handle = read(svg);
  gdouble width = 0, height = 0;
  if (!handle || !rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height))
    return std::nullopt;
  const std::unique_ptr<cairo_surface_t, Free> surface(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
  const std::unique_ptr<cairo_t, Free> cairo(cairo_create(surface.get()));
  const RsvgRectangle all{0, 0, width, height};
  if (!rsvg_handle_render_document(handle.get(), cairo.get(), &all, nullptr)) return std::nullopt;
  return packed_picture(surface.get());
}

}  // namespace yokoten
