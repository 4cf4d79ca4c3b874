#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace yokoten {

/// Two digits (0 to 9, a to f) for each byte.
std::string hexadecimal(std::span<const unsigned char> bytes);

/// SHA-256 as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The same of bytes that come one after another.
class GrowingHash {
 public:
  GrowingHash();
  ~GrowingHash();
  GrowingHash(const GrowingHash&) = delete;
  GrowingHash& operator=(const GrowingHash&) = delete;

  void add(std::string_view bytes);
  /// Of all that was added; nothing may be added after.
  std::string digits();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What other systems know a file by: `md5`, `sha1` or `sha256`; empty for another kind.
std::string hash_of(std::string_view kind, std::string_view bytes);

}  // namespace yokoten
