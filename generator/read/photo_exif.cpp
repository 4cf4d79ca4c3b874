#include "read/photo_exif.h"

#include <cstdint>

namespace yokoten {
namespace {

constexpr std::uint32_t orientation = 0x0112, places = 0x8825;
constexpr std::uint32_t latitude = 2, longitude = 4;  // tags of the list of places
constexpr std::size_t entry_bytes = 12;

/// A TIFF in the order of its own bytes.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), is_little_(bytes.starts_with("II")) {}

  bool is_one() const {
    return bytes_.size() >= 8 && (is_little_ || bytes_.starts_with("MM")) && number(2, 2) == 42;
  }

  bool has(std::size_t at, std::size_t count) const {
    return at <= bytes_.size() && count <= bytes_.size() - at;
  }

  std::uint32_t number(std::size_t at, std::size_t count) const {
    std::uint32_t made = 0;
    for (std::size_t next = 0; next < count; ++next) {
      const std::size_t from = is_little_ ? count - 1 - next : next;
      made = made << 8U | static_cast<unsigned char>(bytes_[at + from]);
    }
    return made;
  }

  /// Calls `use` with the tag and the place of every entry of a list; false where it is cut off.
  template <typename Use>
  bool each_entry(std::size_t list, Use use) const {
    if (!has(list, 2)) return false;
    const std::size_t count = number(list, 2);
    if (!has(list + 2, count * entry_bytes)) return false;
    for (std::size_t at = list + 2; at < list + 2 + count * entry_bytes; at += entry_bytes)
      use(number(at, 2), at);
    return true;
  }

 private:
  std::string_view bytes_;
  bool is_little_;
};

}  // namespace

ExifFacts exif_facts(std::string_view bytes) {
  ExifFacts facts;
  const Tiff tiff(bytes);
  if (!tiff.is_one()) return facts;
  tiff.each_entry(tiff.number(4, 4), [&](std::uint32_t tag, std::size_t at) {
    if (tag == orientation)
      facts.is_turned = tiff.number(at + 8, 2) >= 5 && tiff.number(at + 8, 2) <= 8;
    if (tag != places) return;
    const bool whole = tiff.each_entry(tiff.number(at + 8, 4), [&](std::uint32_t of, std::size_t) {
      facts.tells_place = facts.tells_place || of == latitude || of == longitude;
    });
    facts.tells_place = facts.tells_place || !whole;
  });
  return facts;
}

}  // namespace yokoten
