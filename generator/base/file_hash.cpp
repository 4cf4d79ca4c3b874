#include "base/file_hash.h"

#include "base/hash.h"

namespace yokoten {
namespace {

// -1 for what is none.
int value_of(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

}  // namespace

FileHash::FileHash(std::string_view digits) {
  if (digits.size() != bytes_.size() * 2) return;
  int wrong = 0;
  for (std::size_t at = 0; at < bytes_.size(); ++at) {
    const int high = value_of(digits[at * 2]), low = value_of(digits[at * 2 + 1]);
    wrong |= high | low;
    bytes_[at] = static_cast<std::uint8_t>(high << 4 | low);
  }
  is_known_ = wrong >= 0;
  if (!is_known_) bytes_ = {};
}

std::string FileHash::digits() const { return is_known_ ? hexadecimal(bytes_) : std::string(); }

}  // namespace yokoten
