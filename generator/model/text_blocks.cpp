#include "model/text_blocks.h"

#include <cstring>
#include <functional>

namespace yokoten {
namespace {

constexpr std::size_t kWorthSharing = 16;  // bytes; a reference to an earlier text takes eight
constexpr std::size_t kSeen = 1U << 15U;

std::size_t place_of(std::string_view text) { return std::hash<std::string_view>()(text) % kSeen; }

}  // namespace

// A copy may hold the last block too, and add to it what is its own.
std::uint32_t TextBlocks::make_room(std::size_t bytes) {
  if (!blocks_.empty() && blocks_.back().use_count() > 1) room_ = 0;
  if (bytes > room_) {
    const std::size_t count = (bytes + block_bytes - 1) / block_bytes;
    next_ = blocks_.size() * block_bytes;
    room_ = count * block_bytes;
    const auto made = std::make_shared_for_overwrite<char[]>(room_);
    for (std::size_t each = 0; each < count; ++each)
      blocks_.emplace_back(made, made.get() + each * block_bytes);
  }
  const std::size_t address = next_;
  next_ += bytes;
  room_ -= bytes;
  return static_cast<std::uint32_t>(address);
}

TextBlocks::Stretch TextBlocks::kept(std::string_view text) const {
  if (text.size() < kWorthSharing || seen_.empty()) return {};
  const std::size_t place = place_of(text);
  for (const std::size_t each : {place, place ^ 1U}) {
    const Stretch& seen = seen_[each];
    if (seen.size == text.size() && std::memcmp(at(seen.address), text.data(), text.size()) == 0)
      return seen;
  }
  return {};
}

// Two texts have two places in common, so that few that come again push each other out.
void TextBlocks::note(std::string_view text, std::uint32_t address) {
  if (text.size() < kWorthSharing || !are_many()) return;
  if (seen_.empty()) seen_.resize(kSeen);
  const std::size_t place = place_of(text);
  const bool other = seen_[place].size > 0 && seen_[place ^ 1U].size == 0;
  seen_[other ? place ^ 1U : place] = {address, static_cast<std::uint32_t>(text.size())};
}

std::string_view TextBlocks::keep(std::string_view text) {
  if (text.empty()) return {};
  if (const Stretch before = kept(text); before.size > 0) return {at(before.address), before.size};
  const std::uint32_t address = make_room(text.size());
  std::memcpy(writable(address), text.data(), text.size());
  note(text, address);
  return {at(address), text.size()};
}

std::uint32_t TextBlocks::append(const TextBlocks& others) {
  const auto base = static_cast<std::uint32_t>(bytes());
  blocks_.insert(blocks_.end(), others.blocks_.begin(), others.blocks_.end());
  room_ = 0;
  return base;
}

}  // namespace yokoten
