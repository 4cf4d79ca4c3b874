#include "read/json_column.h"

#include <algorithm>

namespace yokoten {
namespace {

// Chunks grow with the column: there may be thousands of short ones.
constexpr std::size_t kSmallest = 64, kLargest = 64U << 10U;  // bytes
constexpr std::size_t kBits = 7, kMore = 0x80;                // of a size, a byte at a time

}  // namespace

void JsonColumn::add(std::string_view text) {
  const std::size_t wanted = text.size() + sizeof(std::size_t) + 2;
  if (chunks_.empty() || chunks_.back().size() + wanted > chunks_.back().capacity()) {
    const std::size_t next = chunks_.empty() ? kSmallest : 2 * chunks_.back().capacity();
    chunks_.emplace_back().reserve(std::max(std::min(next, kLargest), wanted));
  }
  std::string& chunk = chunks_.back();
  std::size_t size = text.size();
  for (; size >= kMore; size >>= kBits) chunk += static_cast<char>(kMore | (size & (kMore - 1)));
  chunk += static_cast<char>(size);
  chunk += text;
  ++size_;
}

std::string_view JsonColumn::take() {
  if (next_ == chunks_.front().size()) {
    chunks_.pop_front();
    next_ = 0;
  }
  const std::string& chunk = chunks_.front();
  std::size_t size = 0;
  for (std::size_t shift = 0;; shift += kBits) {
    const auto byte = static_cast<unsigned char>(chunk[next_++]);
    size |= (byte & (kMore - 1)) << shift;
    if (byte < kMore) break;
  }
  next_ += size;
  return std::string_view(chunk).substr(next_ - size, size);
}

}  // namespace yokoten
