#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// A zip archive whose bytes follow from what is in it alone: parts in the order of their names,
/// one date for all, names in UTF-8. Several threads may add parts at once.
class ZipArchive {
 public:
  /// `day`: 2024-12-31, what all parts are dated; another text dates them 1980-01-01.
  explicit ZipArchive(const std::string& day);

  void add(const std::string& name, std::string_view bytes);

  /// The whole archive with `comment` at its end; empty where it would need 4 GB or more.
  std::string bytes(const std::string& comment);

 private:
  struct Part {
    std::string name, packed;
    std::uint32_t crc = 0;
    std::uint64_t size = 0, offset = 0;
    bool is_deflated = false;
  };

  std::string header(const Part& part) const;
  std::string end(std::uint64_t start, std::uint64_t size, const std::string& comment) const;

  std::uint16_t date_ = 0;
  std::mutex guard_;
  std::vector<Part> parts_;
};

/// The comment at the end of an archive; empty where the bytes are no archive or have none.
std::string zip_comment(std::string_view bytes);

}  // namespace yokoten
