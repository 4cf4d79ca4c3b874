#include "publish/zip_archive.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "publish/packed_text.h"

namespace yokoten {
namespace {

constexpr std::uint32_t local_mark = 0x04034b50, central_mark = 0x02014b50, end_mark = 0x06054b50;
constexpr std::uint32_t large_end_mark = 0x06064b50, locator_mark = 0x07064b50;
constexpr std::uint16_t version = 20, large_version = 45, made_by_unix = 3 << 8;
constexpr std::uint16_t utf8_names = 0x0800, deflate_method = 8;
constexpr std::uint32_t plain_file = 0100644U << 16;  // as unix keeps it
constexpr std::uint64_t most_bytes = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t most_parts = std::numeric_limits<std::uint16_t>::max();
constexpr std::size_t end_size = 22;

template <typename Number>
void put(std::string& out, Number number) {
  for (std::size_t byte = 0; byte < sizeof(Number); ++byte)
    out += static_cast<char>((static_cast<std::uint64_t>(number) >> (8 * byte)) & 0xffU);
}

std::uint16_t first_day() { return (1 << 5) | 1; }  // 1980-01-01

int number_of(const std::string& text, std::size_t at, std::size_t size) {
  int number = 0;
  for (std::size_t place = at; place < at + size; ++place) {
    if (text[place] < '0' || text[place] > '9') return 0;
    number = number * 10 + (text[place] - '0');
  }
  return number;
}

/// As MS-DOS wrote days: years since 1980, month, day.
std::uint16_t dos_date(const std::string& day) {
  if (day.size() != 10) return first_day();
  const int year = number_of(day, 0, 4), month = number_of(day, 5, 2), date = number_of(day, 8, 2);
  if (year < 1980 || month == 0 || date == 0) return first_day();
  return static_cast<std::uint16_t>((year - 1980) << 9 | month << 5 | date);
}

}  // namespace

ZipArchive::ZipArchive(const std::string& day) : date_(dos_date(day)) {}

void ZipArchive::add(const std::string& name, std::string_view bytes) {
  Part part{.name = name, .packed = deflated(bytes), .size = bytes.size()};
  part.crc = static_cast<std::uint32_t>(
      ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
  part.is_deflated = part.packed.size() < bytes.size();
  if (!part.is_deflated) part.packed = bytes;
  const std::lock_guard lock(guard_);
  parts_.push_back(std::move(part));
}

// What the header before a part and the one in the directory share.
std::string ZipArchive::header(const Part& part) const {
  std::string out;
  put(out, version);
  put(out, utf8_names);
  put(out, static_cast<std::uint16_t>(part.is_deflated ? deflate_method : 0));
  put(out, std::uint16_t{0});  // midnight
  put(out, date_);
  put(out, part.crc);
  put(out, static_cast<std::uint32_t>(part.packed.size()));
  put(out, static_cast<std::uint32_t>(part.size));
  put(out, static_cast<std::uint16_t>(part.name.size()));
  put(out, std::uint16_t{0});
  return out;
}

// With the longer form before it where the short one can't count so many parts.
std::string ZipArchive::end(std::uint64_t start, std::uint64_t size,
                            const std::string& comment) const {
  std::string out;
  const std::uint64_t count = parts_.size();
  if (count >= most_parts) {
    put(out, large_end_mark);
    put(out, std::uint64_t{44});
    put(out, static_cast<std::uint16_t>(made_by_unix | large_version));
    put(out, large_version);
    put(out, std::uint64_t{0});  // two numbers of disks
    put(out, count);
    put(out, count);
    put(out, size);
    put(out, start);
    put(out, locator_mark);
    put(out, std::uint32_t{0});
    put(out, start + size);
    put(out, std::uint32_t{1});
  }
  const auto told = static_cast<std::uint16_t>(std::min<std::uint64_t>(count, most_parts));
  put(out, end_mark);
  put(out, std::uint32_t{0});
  put(out, told);
  put(out, told);
  put(out, static_cast<std::uint32_t>(size));
  put(out, static_cast<std::uint32_t>(start));
  put(out, static_cast<std::uint16_t>(comment.size()));
  return out + comment;
}

std::string ZipArchive::bytes(const std::string& comment) {
  std::sort(parts_.begin(), parts_.end(),
            [](const Part& a, const Part& b) { return a.name < b.name; });
  std::string out, directory;
  for (Part& part : parts_) {
    part.offset = out.size();
    put(out, local_mark);
    out += header(part) + part.name + part.packed;
    put(directory, central_mark);
    put(directory, static_cast<std::uint16_t>(made_by_unix | version));
    directory += header(part);
    put(directory, std::uint16_t{0});
    put(directory, std::uint16_t{0});
    put(directory, std::uint16_t{0});
    put(directory, plain_file);
    put(directory, static_cast<std::uint32_t>(part.offset));
    directory += part.name;
    part.packed = std::string();  // it is in the archive now
    if (part.size > most_bytes || out.size() > most_bytes) return {};
  }
  const std::uint64_t start = out.size();
  if (start + directory.size() > most_bytes) return {};
  out += directory;
  return out + end(start, directory.size(), comment);
}

std::string zip_comment(std::string_view bytes) {
  constexpr std::string_view mark("PK\x05\x06", 4);
  const std::size_t at = bytes.rfind(mark);
  if (at == std::string_view::npos || at + end_size > bytes.size()) return {};
  return std::string(bytes.substr(at + end_size));
}

}  // namespace yokoten
