#include "read/photo_file.h"

#include <cstdint>
#include <utility>

#include "read/photo_exif.h"

namespace yokoten {
namespace {

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t next = 0; next < count; ++next)
    number = number << 8U | byte_at(bytes, at + next);
  return number;
}

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t next = count; next > 0; --next)
    number = number << 8U | byte_at(bytes, at + next - 1);
  return number;
}

void take_exif(PhotoFile& photo, std::string_view tiff) {
  const ExifFacts facts = exif_facts(tiff);
  photo.tells_place = photo.tells_place || facts.tells_place;
  if (facts.is_turned) std::swap(photo.width, photo.height);
}

// Packets of XMP are XML; the names of its properties stand in it as they are.
void take_xmp(PhotoFile& photo, std::string_view packet) {
  for (const std::string_view name : {"GPSLatitude", "GPSLongitude"})
    if (packet.find(name) != std::string_view::npos) photo.tells_place = true;
}

// What is packed can't be looked into: a doubt counts as a place.
void take_png_text(PhotoFile& photo, std::string_view data) {
  constexpr std::string_view packed_xmp("XML:com.adobe.xmp\0\1", 19);
  for (const std::string_view name :
       {std::string_view("Raw profile type exif"), std::string_view("Raw profile type APP1"),
        std::string_view("Raw profile type xmp"), packed_xmp})
    if (data.starts_with(name)) photo.tells_place = true;
  take_xmp(photo, data);
}

std::optional<PhotoFile> png(std::string_view bytes) {
  PhotoFile photo{.kind = "PNG"};
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    const std::size_t length = big(bytes, at, 4);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - 12) return std::nullopt;
    const std::string_view data = bytes.substr(at + 8, length);
    if (type == "IHDR" && length >= 8) {
      photo.width = static_cast<int>(big(data, 0, 4));
      photo.height = static_cast<int>(big(data, 4, 4));
    }
    if (type == "eXIf") take_exif(photo, data);
    if (type == "iTXt" || type == "tEXt" || type == "zTXt") take_png_text(photo, data);
    if (type == "IEND") return photo;
    at += length + 12;
  }
  return std::nullopt;
}

bool is_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

void take_application(PhotoFile& photo, std::string_view data, std::string_view& exif) {
  constexpr std::string_view exif_name("Exif\0\0", 6);
  if (data.starts_with(exif_name))
    exif = data.substr(exif_name.size());
  else
    take_xmp(photo, data);
}

// Segments as far as the picture's own data, where the camera has said all that it says.
std::optional<PhotoFile> jpeg(std::string_view bytes) {
  PhotoFile photo{.kind = "JPEG"};
  std::string_view exif;
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
    const std::uint32_t marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const std::size_t length = big(bytes, at + 2, 2);
    if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
    const std::string_view data = bytes.substr(at + 4, length - 2);
    if (is_frame(marker) && data.size() >= 5) {
      photo.height = static_cast<int>(big(data, 1, 2));
      photo.width = static_cast<int>(big(data, 3, 2));
    }
    if (marker == 0xE1) take_application(photo, data, exif);
    at += 2 + length;
    if (marker != 0xDA) continue;
    if (photo.width == 0 || at >= bytes.size()) return std::nullopt;
    take_exif(photo, exif);
    return photo;
  }
  return std::nullopt;
}

void take_webp_size(PhotoFile& photo, std::string_view type, std::string_view data) {
  const auto set = [&](std::uint32_t width, std::uint32_t height) {
    photo.width = static_cast<int>(width);
    photo.height = static_cast<int>(height);
  };
  if (type == "VP8X" && data.size() >= 10)
    set(little(data, 4, 3) + 1, little(data, 7, 3) + 1);
  else if (photo.width == 0 && type == "VP8 " && data.size() >= 10)
    set(little(data, 6, 2) & 0x3FFFU, little(data, 8, 2) & 0x3FFFU);
  else if (photo.width == 0 && type == "VP8L" && data.size() >= 5)
    set((little(data, 1, 4) & 0x3FFFU) + 1, (little(data, 1, 4) >> 14U & 0x3FFFU) + 1);
}

std::optional<PhotoFile> webp(std::string_view bytes) {
  if (little(bytes, 4, 4) > bytes.size() - 8) return std::nullopt;
  PhotoFile photo{.kind = "WebP"};
  constexpr std::string_view exif_name("Exif\0\0", 6);
  std::size_t at = 12;
  std::string_view exif;
  while (at + 8 <= bytes.size()) {
    const std::string_view type = bytes.substr(at, 4);
    const std::size_t length = little(bytes, at + 4, 4);
    if (length > bytes.size() - at - 8) return std::nullopt;
    const std::string_view data = bytes.substr(at + 8, length);
    take_webp_size(photo, type, data);
    if (type == "EXIF") exif = data.starts_with(exif_name) ? data.substr(6) : data;
    if (type == "XMP ") take_xmp(photo, data);
    at += 8 + length + length % 2;
  }
  take_exif(photo, exif);
  if (at < bytes.size()) return std::nullopt;
  return photo;
}

std::optional<PhotoFile> looked_into(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return png(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg(bytes);
  const bool is_webp =
      bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
  return is_webp ? webp(bytes) : std::nullopt;
}

}  // namespace

std::optional<PhotoFile> photo_file(std::string_view bytes) {
  const auto photo = looked_into(bytes);
  return photo && photo->width > 0 && photo->height > 0 ? photo : std::nullopt;
}

}  // namespace yokoten
