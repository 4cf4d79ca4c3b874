#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// Bytes of small photos: as much of them as tells what they are.
struct Photos {
  static std::string number(std::size_t value, int bytes) {
    std::string made;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
      made += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
    return made;
  }
  static std::string turned(std::string text) { return {text.rbegin(), text.rend()}; }

  static std::string chunk(std::string_view type, const std::string& data) {
    return number(data.size(), 4) + std::string(type) + data + "CRC.";
  }
  static std::string png(const std::string& more = {}) {
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", number(640, 4) + number(480, 4) + "\x08\x02...") +
           more + chunk("IDAT", "pixels") + chunk("IEND", "");
  }

  static std::string segment(char marker, const std::string& data) {
    return std::string("\xFF") + marker + number(data.size() + 2, 2) + data;
  }
  static std::string jpeg(const std::string& more = {}) {
    return "\xFF\xD8" + more + segment('\xC0', "\x08" + number(480, 2) + number(640, 2) + "...") +
           segment('\xDA', "...") + "pixels";
  }
  static std::string exif_segment(const std::string& tiff) {
    return segment('\xE1', std::string("Exif\0\0", 6) + tiff);
  }

  /// EXIF of one entry; `more` stands behind it, at byte 26.
  static std::string exif(std::size_t tag, const std::string& value, const std::string& more = {}) {
    return "MM" + number(42, 2) + number(8, 4) + number(1, 2) + number(tag, 2) + number(4, 2) +
           number(1, 4) + value + number(0, 4) + more;
  }
  static std::string exif_with_place() {
    return exif(0x8825, number(26, 4),
                number(1, 2) + number(2, 2) + number(5, 2) + number(3, 4) + number(0, 4));
  }
  static std::string exif_turned() { return exif(0x0112, number(6, 2) + number(0, 2)); }

  static std::string webp(const std::string& more = {}) {
    const std::string head = "VP8X" + turned(number(10, 4)) + std::string(4, '\0') +
                             turned(number(639, 3)) + turned(number(479, 3));
    return "RIFF" + turned(number(4 + head.size() + more.size(), 4)) + "WEBP" + head + more;
  }
  static std::string webp_chunk(std::string_view type, const std::string& data) {
    return std::string(type) + turned(number(data.size(), 4)) + data +
           std::string(data.size() % 2, '\0');
  }
};

}  // namespace yokoten
