#include "read/photo_file.h"

#include <doctest/doctest.h>

#include "unit/read/photos.h"

using namespace yokoten;

namespace {

void check_size(const std::string& bytes, std::string_view kind) {
  const auto photo = photo_file(bytes);
  REQUIRE(photo.has_value());
  CHECK(photo->kind == kind);
  CHECK(photo->width == 640);
  CHECK(photo->height == 480);
  CHECK_FALSE(photo->tells_place);
}

bool tells_place(const std::string& bytes) {
  const auto photo = photo_file(bytes);
  REQUIRE(photo.has_value());
  return photo->tells_place;
}

}  // namespace

TEST_CASE("a PNG tells its size") { check_size(Photos::png(), "PNG"); }
TEST_CASE("a JPEG tells its size") { check_size(Photos::jpeg(), "JPEG"); }
TEST_CASE("a WebP of the extended form tells its size") { check_size(Photos::webp(), "WebP"); }

TEST_CASE("a plain WebP tells its size") {
  const std::string frame =
      Photos::webp_chunk("VP8 ", "......" + Photos::turned(Photos::number(640, 2)) +
                                     Photos::turned(Photos::number(480, 2)));
  check_size("RIFF" + Photos::turned(Photos::number(4 + frame.size(), 4)) + "WEBP" + frame, "WebP");
}

TEST_CASE("a lossless WebP tells its size") {
  const std::string frame =
      Photos::webp_chunk("VP8L", "\x2F" + Photos::turned(Photos::number(639U | 479U << 14U, 4)));
  check_size("RIFF" + Photos::turned(Photos::number(4 + frame.size(), 4)) + "WEBP" + frame, "WebP");
}

TEST_CASE("a photo of a turned camera has the size that it is shown with") {
  const auto photo = photo_file(Photos::jpeg(Photos::exif_segment(Photos::exif_turned())));
  REQUIRE(photo.has_value());
  CHECK(photo->width == 480);
  CHECK(photo->height == 640);
}

TEST_CASE("a latitude in EXIF is noticed in all three kinds") {
  const std::string exif = Photos::exif_with_place();
  CHECK(tells_place(Photos::jpeg(Photos::exif_segment(exif))));
  CHECK(tells_place(Photos::png(Photos::chunk("eXIf", exif))));
  CHECK(tells_place(Photos::webp(Photos::webp_chunk("EXIF", exif))));
}

TEST_CASE("a latitude in XMP is noticed in all three kinds") {
  const std::string xmp = "<x exif:GPSLatitude=\"35,30N\"/>";
  CHECK(tells_place(Photos::jpeg(
      Photos::segment('\xE1', std::string("http://ns.adobe.com/xap/1.0/\0", 29) + xmp))));
  CHECK(tells_place(
      Photos::png(Photos::chunk("iTXt", std::string("XML:com.adobe.xmp\0\0\0\0\0", 22) + xmp))));
  CHECK(tells_place(Photos::webp(Photos::webp_chunk("XMP ", xmp))));
}

TEST_CASE("what a PNG has packed of EXIF or XMP counts as a place") {
  CHECK(tells_place(Photos::png(Photos::chunk("zTXt", "Raw profile type exif"))));
  CHECK(tells_place(
      Photos::png(Photos::chunk("iTXt", std::string("XML:com.adobe.xmp\0\1\0\0\0", 22)))));
}

TEST_CASE("a list of places that is cut off counts as a place") {
  const std::string cut = Photos::exif(0x8825, Photos::number(9999, 4));
  CHECK(tells_place(Photos::jpeg(Photos::exif_segment(cut))));
}

TEST_CASE("EXIF without a list of places tells none") {
  CHECK_FALSE(tells_place(Photos::jpeg(Photos::exif_segment(Photos::exif_turned()))));
}

TEST_CASE("what is none of the three kinds is no photo") {
  CHECK_FALSE(photo_file(""));
  CHECK_FALSE(photo_file("GIF89a........"));
  CHECK_FALSE(photo_file("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
  CHECK_FALSE(photo_file("....ftypheic...."));
}

TEST_CASE(
    "a photo that is cut off anywhere before its pixels is none, and nothing is read past it") {
  for (const std::string& whole :
       {Photos::png(), Photos::jpeg(Photos::exif_segment(Photos::exif_with_place())),
        Photos::webp(Photos::webp_chunk("EXIF", Photos::exif_with_place()))})
    for (std::size_t length = 0; length + 10 < whole.size(); ++length)
      CHECK_FALSE(photo_file(whole.substr(0, length)));
}
