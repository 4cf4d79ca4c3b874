#include "publish/packed_picture.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

using namespace yokoten;

namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Colours = std::vector<std::uint32_t>;  // 0xRRGGBB, row by row

Surface picture_of(const Colours& colours, int width) {
  const int height = static_cast<int>(colours.size()) / width;
  Surface made(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height),
               &cairo_surface_destroy);
  const int stride = cairo_image_surface_get_stride(made.get());
  for (int y = 0; y < height; ++y)
    std::memcpy(cairo_image_surface_get_data(made.get()) + y * stride,
                &colours[static_cast<std::size_t>(y * width)],
                static_cast<std::size_t>(width) * sizeof(std::uint32_t));
  cairo_surface_mark_dirty(made.get());
  return made;
}

struct Rest {
  const std::string& png;
  std::size_t at = 0;
};

cairo_status_t next_bytes(void* rest, unsigned char* into, unsigned int count) {
  auto& [png, at] = *static_cast<Rest*>(rest);
  if (at + count > png.size()) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(into, png.data() + at, count);
  at += count;
  return CAIRO_STATUS_SUCCESS;
}

Colours colours_in(const std::string& png, int width, int height) {
  Rest rest{png};
  const Surface read(cairo_image_surface_create_from_png_stream(next_bytes, &rest),
                     &cairo_surface_destroy);
  REQUIRE(cairo_image_surface_get_width(read.get()) == width);
  REQUIRE(cairo_image_surface_get_height(read.get()) == height);
  Colours colours;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel,
                  cairo_image_surface_get_data(read.get()) +
                      y * cairo_image_surface_get_stride(read.get()) +
                      x * static_cast<int>(sizeof pixel),
                  sizeof pixel);
      colours.push_back(pixel & 0xffffffU);
    }
  return colours;
}

// The kind of a PNG's pixels: 2 colours in full, 3 numbers of a palette.
int kind_of(const std::string& png) { return static_cast<unsigned char>(png[25]); }

Colours different_colours(std::uint32_t count) {
  Colours colours;
  for (std::uint32_t each = 0; each < count; ++each) colours.push_back(each * 0x00ff01U);
  return colours;
}

}  // namespace

TEST_CASE("256 colours go into a palette and come back as they were") {
  const Colours colours = different_colours(256);
  const auto png = packed_picture(picture_of(colours, 64).get());
  REQUIRE(png);
  CHECK(kind_of(*png) == 3);
  CHECK(colours_in(*png, 64, 4) == colours);
}

TEST_CASE("257 colours are too many for a palette and come back as they were") {
  Colours colours = different_colours(257);
  colours.resize(258, 0x0017c1);
  const auto png = packed_picture(picture_of(colours, 86).get());
  REQUIRE(png);
  CHECK(kind_of(*png) == 2);
  CHECK(colours_in(*png, 86, 3) == colours);
}
