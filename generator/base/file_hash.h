#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace yokoten {

/// A SHA-256 in the 32 bytes that its 64 hexadecimal digits stand for: lists of tens of thousands
/// of files hold one for each.
class FileHash {
 public:
  FileHash() = default;
  /// Of other texts than 64 such digits (0 to 9, a to f): none, which equals no hash of a file.
  FileHash(std::string_view digits);
  FileHash(const std::string& digits) : FileHash(std::string_view(digits)) {}

  explicit operator bool() const { return is_known_; }
  std::string digits() const;
  bool operator==(const FileHash&) const = default;

 private:
  std::array<std::uint8_t, 32> bytes_{};
  bool is_known_ = false;
};

}  // namespace yokoten
