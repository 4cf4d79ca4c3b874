#include "model/packed_row.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>

// A row: how many cells it keeps and whether they are few among many (a number of seven bits a
// byte); for these their columns; a byte a cell; where every sixteenth text begins; the texts. The
// byte is the size of the text, or one of two marks: a text of its own size, or one kept earlier,
// which stands so far in front of the row.

namespace yokoten {
namespace {

constexpr unsigned char kLong = 255, kEarlier = 254;
constexpr std::size_t kShort = 16;  // bytes; no text that is shorter is looked for among others
constexpr std::size_t kGroup = 16;  // cells between two offsets, so that none is far
constexpr std::size_t kOffset = sizeof(std::uint32_t);

template <typename Number>
Number number_at(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

template <typename Number>
void put(char*& to, Number number) {
  std::memcpy(to, &number, sizeof number);
  to += sizeof number;
}

void put_count(char*& to, std::size_t number) {
  for (; number >= 0x80; number >>= 7U) *to++ = static_cast<char>(0x80U | (number & 0x7FU));
  *to++ = static_cast<char>(number);
}

std::size_t take_count(const char*& from) {
  std::size_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*from++);
    number |= static_cast<std::size_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return number;
  }
}

std::size_t count_bytes(std::size_t number) {
  std::size_t bytes = 1;
  for (; number >= 0x80; number >>= 7U) ++bytes;
  return bytes;
}

std::size_t kept_bytes(unsigned char mark, const char* text) {
  if (mark == kEarlier) return 2 * kOffset;
  return mark == kLong ? kOffset + number_at<std::uint32_t>(text) : mark;
}

std::size_t offset_bytes(std::size_t cells) {
  return cells == 0 ? 0 : (cells - 1) / kGroup * kOffset;
}

// Most rows are a few short texts: two quick passes instead of four.
std::optional<std::uint32_t> add_short(const std::vector<std::string_view>& cells,
                                       TextBlocks& blocks) {
  if (cells.size() > kGroup) return std::nullopt;
  std::size_t bytes = 0, width = 0;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const std::size_t size = cells[column].size();
    if (size >= kShort) return std::nullopt;
    bytes += size;
    if (size > 0) width = column + 1;
  }
  const std::uint32_t row = blocks.make_room(1 + width + bytes);
  char* to = blocks.writable(row);
  *to++ = static_cast<char>(2 * width);
  for (std::size_t column = 0; column < width; ++column)
    *to++ = static_cast<char>(cells[column].size());
  for (std::size_t column = 0; column < width; ++column) {
    const std::string_view text = cells[column];
    if (!text.empty()) std::memcpy(to, text.data(), text.size());
    to += text.size();
  }
  return row;
}

}  // namespace

PackedRow::PackedRow(const PartTexts& texts, std::uint32_t address)
    : texts_(texts), address_(address) {
  const char* row = texts.at(address);
  const std::size_t head = take_count(row);
  cells_ = head / 2;
  const bool sparse = head % 2 != 0;
  if (sparse) columns_ = row;
  marks_ = row + (sparse ? 2 * cells_ : 0);
  offsets_ = marks_ + cells_;
  begin_ = offsets_ + offset_bytes(cells_);
}

// Which of its cells stands in a column; `cells_` for none.
std::size_t PackedRow::index_of(std::size_t wanted) const {
  if (columns_ == nullptr) return std::min(wanted, cells_);
  std::size_t low = 0, high = cells_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (column(middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  const bool found = low < cells_ && column(low) == wanted;
  return found ? low : cells_;
}

// Of a cell among those of few.
std::size_t PackedRow::column(std::size_t index) const {
  return number_at<std::uint16_t>(columns_ + 2 * index);
}

const char* PackedRow::text(std::size_t index) const {
  const std::size_t first = index / kGroup * kGroup;
  const char* at = begin_;
  if (first > 0) at += number_at<std::uint32_t>(offsets_ + kOffset * (first / kGroup - 1));
  for (std::size_t i = first; i < index; ++i) at += kept_bytes(mark(i), at);
  return at;
}

// What a mark says of the bytes at `text`.
std::string_view PackedRow::kept(unsigned char mark, const char* text) const {
  if (mark < kEarlier) return {text, mark};
  if (mark == kLong) return {text + kOffset, number_at<std::uint32_t>(text)};
  return {texts_.at(address_ - number_at<std::uint32_t>(text)),
          number_at<std::uint32_t>(text + kOffset)};
}

std::string_view PackedRow::cell(std::size_t column) const {
  const std::size_t index = index_of(column);
  if (index == cells_) return {};
  return kept(mark(index), text(index));
}

template <typename Into>
void PackedRow::each(const Into& into) const {
  const char* text = begin_;
  for (std::size_t index = 0; index < cells_; ++index) {
    const unsigned char size = mark(index);
    into(columns_ == nullptr ? index : column(index), kept(size, text));
    text += kept_bytes(size, text);
  }
}

void PackedRow::take(std::vector<std::string_view>& into) const {
  if (columns_ == nullptr)
    into.resize(cells_);
  else
    into.assign(cells_ == 0 ? 0 : column(cells_ - 1) + 1, {});
  each([&](std::size_t column, std::string_view text) { into[column] = text; });
}

void PackedRow::take(const std::vector<std::uint16_t>& columns,
                     std::vector<std::string_view>& into) const {
  each([&](std::size_t column, std::string_view text) { into[columns[column]] = text; });
}

// The cells to keep: all as far as the last that is filled, or the filled ones where they are few.
void RowPacker::choose(const std::vector<std::string_view>& cells, const TextBlocks& blocks) {
  std::size_t width = 0, filled = 0;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (cells[column].empty()) continue;
    width = column + 1;
    ++filled;
  }
  sparse_ = 3 * filled < width && width <= std::numeric_limits<std::uint16_t>::max();
  cells_.clear();
  for (std::size_t column = 0; column < width; ++column)
    if (!sparse_ || !cells[column].empty())
      cells_.push_back({column, cells[column], blocks.kept(cells[column])});
}

std::size_t RowPacker::row_bytes() const {
  std::size_t bytes = count_bytes(2 * cells_.size() + 1) + cells_.size() * (sparse_ ? 3 : 1) +
                      offset_bytes(cells_.size());
  for (const Packed& cell : cells_) {
    const std::size_t size = cell.text.size();
    bytes += cell.earlier.size > 0 ? 2 * kOffset : size < kEarlier ? size : kOffset + size;
  }
  return bytes;
}

void RowPacker::write(std::uint32_t row, TextBlocks& blocks) const {
  char* const begin = blocks.writable(row);
  char* to = begin;
  put_count(to, 2 * cells_.size() + (sparse_ ? 1 : 0));
  if (sparse_)
    for (const Packed& cell : cells_) put(to, static_cast<std::uint16_t>(cell.column));
  char* marks = to;
  char* offsets = marks + cells_.size();
  to = offsets + offset_bytes(cells_.size());
  const char* const texts = to;
  for (std::size_t index = 0; index < cells_.size(); ++index) {
    const Packed& cell = cells_[index];
    const std::size_t size = cell.text.size();
    if (index > 0 && index % kGroup == 0) put(offsets, static_cast<std::uint32_t>(to - texts));
    if (cell.earlier.size > 0) {
      *marks++ = static_cast<char>(kEarlier);
      put(to, Stretch{row - cell.earlier.address, cell.earlier.size});
      continue;
    }
    *marks++ = static_cast<char>(size < kEarlier ? size : kLong);
    if (size >= kEarlier) put(to, static_cast<std::uint32_t>(size));
    blocks.note(cell.text, row + static_cast<std::uint32_t>(to - begin));
    if (size > 0) std::memcpy(to, cell.text.data(), size);
    to += size;
  }
}

std::uint32_t RowPacker::add(const std::vector<std::string_view>& cells, TextBlocks& blocks) {
  if (const auto row = add_short(cells, blocks)) return *row;
  choose(cells, blocks);
  const std::uint32_t row = blocks.make_room(row_bytes());
  write(row, blocks);
  return row;
}

}  // namespace yokoten
