#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace yokoten {

/// A text made of many short ones: what stands at its end is put there without asking a
/// std::string, which looks for room and ends its text each time.
class GrowingText {
 public:
  explicit GrowingText(std::size_t usual_size) { bytes_.resize(usual_size); }

  void put(char letter) {
    *room(1) = letter;
    ++size_;
  }
  void put(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(room(text.size()), text.data(), text.size());
    size_ += text.size();
  }
  /// Where the next bytes go, of which there may be so many; end_at() says how many there are.
  char* room(std::size_t size) {
    if (bytes_.size() - size_ < size) grow(size);
    return bytes_.data() + size_;
  }
  void end_at(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.data()); }

  std::string take() {
    bytes_.resize(size_);
    return std::move(bytes_);
  }

 private:
  // Apart, so that room() is small enough to stand where it is asked.
  [[gnu::noinline]] void grow(std::size_t size) {
    bytes_.resize(std::max(2 * bytes_.size(), size_ + size));
  }

  std::string bytes_;  ///< with room behind the text
  std::size_t size_ = 0;
};

}  // namespace yokoten
