#include "model/column_coder.h"

#include <bit>
#include <functional>

namespace yokoten {
namespace {

constexpr std::size_t kFirstSlots = 128;
constexpr std::size_t kReview = 64, kManyTexts = 256, kPatience = 2'048;  // texts

std::size_t slot_of(std::string_view text, std::size_t slots) {
  return std::hash<std::string_view>()(text) & (slots - 1);
}

}  // namespace

// Many texts follow each other as they did before.
std::uint32_t ColumnCoder::text_code(std::string_view cell, RowChunk::Column& column,
                                     TextBlocks& blocks) {
  const std::uint32_t before = last_;
  if (text_count_ > 0 && same_text(cell, column.texts[follows_[before]]))
    last_ = follows_[before];
  else
    last_ = found(cell, column, blocks);
  follows_[before] = static_cast<std::uint16_t>(last_);
  last_text_ = column.texts[last_];
  return last_;
}

std::uint32_t ColumnCoder::found(std::string_view cell, RowChunk::Column& column,
                                 TextBlocks& blocks) {
  if (2 * (text_count_ + 1) > slots_.size()) make_slots(column);
  std::size_t slot = slot_of(cell, slots_.size());
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const std::uint32_t known = slots_[slot] - 1U;
    if (same_text(cell, column.texts[known])) return known;
  }
  slots_[slot] = static_cast<std::uint16_t>(text_count_ + 1);
  return add(cell, column, blocks);
}

std::uint32_t ColumnCoder::add(std::string_view cell, RowChunk::Column& column,
                               TextBlocks& blocks) {
  column.texts.push_back(blocks.keep(cell));
  follows_.push_back(0);
  text_bytes_ += cell.size();
  number_count_ += number_of_text(cell) ? 1 : 0;
  if (++text_count_ % kReview == 0) review(column);
  return static_cast<std::uint32_t>(text_count_ - 1);
}

void ColumnCoder::make_slots(const RowChunk::Column& column) {
  const std::size_t slots = std::max(kFirstSlots, 2 * slots_.size());
  slots_.assign(slots, 0);
  for (std::size_t text = 0; text < text_count_; ++text) {
    std::size_t slot = slot_of(column.texts[text], slots);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots - 1);
    slots_[slot] = static_cast<std::uint16_t>(text + 1);
  }
}

// Numbers that differ much are better off with codes of their own, which need not be looked for.
void ColumnCoder::review(RowChunk::Column& column) {
  const bool saving = saves();
  if (2 * number_count_ > text_count_ && (!saving || text_count_ >= kManyTexts)) {
    has_numbers_ = true;
    column.numbers = number_texts();
  }
  pays_ = saving || text_count_ < kPatience;
}

// A packed cell takes a byte beside its text.
bool ColumnCoder::saves() const {
  const std::size_t code_bits = has_numbers_ ? 17 : std::bit_width(text_count_);
  return coded_bytes() + cells_ * code_bits / 8 <= cell_bytes_ + cells_;
}

}  // namespace yokoten
