#include "model/cell_rows.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>

// A row: how many cells it keeps and whether they are few among many (a number of seven bits a
// byte); for these their columns; a byte a cell; where every sixteenth text begins; the texts. The
// byte is the size of the text, or one of two marks: a text of its own size, or one kept earlier,
// which stands so far in front of the row.

namespace yokoten {
namespace {

constexpr unsigned char kLong = 255, kEarlier = 254;
constexpr std::size_t kWorthSharing = 16;  // bytes; a reference to an earlier text takes eight
constexpr std::size_t kSeen = 1U << 15U;
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

}  // namespace

/// A packed row, taken apart.
struct CellRows::Layout {
  std::size_t cells = 0;
  const char* columns = nullptr;  // nullptr where all are kept from the first
  const char *marks = nullptr, *offsets = nullptr, *texts = nullptr;

  /// Which of its cells stands in a column; `cells` for none.
  std::size_t index_of(std::size_t wanted) const {
    if (columns == nullptr) return std::min(wanted, cells);
    std::size_t low = 0, high = cells;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (column(middle) < wanted)
        low = middle + 1;
      else
        high = middle;
    }
    const bool found = low < cells && column(low) == wanted;
    return found ? low : cells;
  }

  /// Of a cell among those of few.
  std::size_t column(std::size_t index) const {
    return number_at<std::uint16_t>(columns + 2 * index);
  }

  unsigned char mark(std::size_t index) const { return static_cast<unsigned char>(marks[index]); }

  const char* text(std::size_t index) const {
    const std::size_t first = index / group * group;
    const char* at = texts;
    if (first > 0) at += number_at<std::uint32_t>(offsets + kOffset * (first / group - 1));
    for (std::size_t i = first; i < index; ++i) at += kept_bytes(mark(i), at);
    return at;
  }
};

CellRows::Layout CellRows::layout_of(const char* row) const {
  const std::size_t head = take_count(row);
  Layout layout;
  layout.cells = head / 2;
  const bool sparse = head % 2 != 0;
  if (sparse) layout.columns = row;
  layout.marks = row + (sparse ? 2 * layout.cells : 0);
  layout.offsets = layout.marks + layout.cells;
  layout.texts = layout.offsets + (layout.cells == 0 ? 0 : (layout.cells - 1) / group * kOffset);
  return layout;
}

std::string_view CellRows::cell(std::size_t row, std::size_t column) const {
  const Layout layout = layout_of(at(rows_[row]));
  const std::size_t index = layout.index_of(column);
  if (index == layout.cells) return {};
  return kept(layout.mark(index), layout.text(index), rows_[row]);
}

void CellRows::take(std::size_t row, std::vector<std::string_view>& into) const {
  const std::uint32_t address = rows_[row];
  const Layout layout = layout_of(at(address));
  if (layout.columns == nullptr)
    into.resize(layout.cells);
  else
    into.assign(layout.cells == 0 ? 0 : layout.column(layout.cells - 1) + 1, {});
  const char* text = layout.texts;
  for (std::size_t index = 0; index < layout.cells; ++index) {
    const unsigned char mark = layout.mark(index);
    into[layout.columns == nullptr ? index : layout.column(index)] = kept(mark, text, address);
    text += kept_bytes(mark, text);
  }
}

void CellRows::append(const CellRows& others) {
  const auto first = static_cast<std::uint32_t>(bytes());
  blocks_.insert(blocks_.end(), others.blocks_.begin(), others.blocks_.end());
  for (const std::uint32_t address : others.rows_) rows_.push_back(first + address);
  room_ = 0;
}

// What a mark says of the bytes at `text`, which are of the row at that address.
std::string_view CellRows::kept(unsigned char mark, const char* text, std::uint32_t row) const {
  if (mark < kEarlier) return {text, mark};
  if (mark == kLong) return {text + kOffset, number_at<std::uint32_t>(text)};
  return {at(row - number_at<std::uint32_t>(text)), number_at<std::uint32_t>(text + kOffset)};
}

CellRows::Packed CellRows::packed(std::size_t column, std::string_view text) {
  Packed cell{column, text, {}};
  if (text.size() < kWorthSharing || seen_.empty()) return cell;
  const Stretch& seen = seen_[std::hash<std::string_view>()(text) % kSeen];
  if (seen.size == text.size() && std::memcmp(at(seen.address), text.data(), text.size()) == 0)
    cell.earlier = seen;
  return cell;
}

// The cells to keep: all as far as the last that is filled, or the filled ones where they are few.
void CellRows::choose(const std::vector<std::string_view>& cells) {
  std::size_t width = 0, filled = 0;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (cells[column].empty()) continue;
    width = column + 1;
    ++filled;
  }
  sparse_ = 3 * filled < width && width <= std::numeric_limits<std::uint16_t>::max();
  cells_.clear();
  for (std::size_t column = 0; column < width; ++column)
    if (!sparse_ || !cells[column].empty()) cells_.push_back(packed(column, cells[column]));
}

std::size_t CellRows::row_bytes() const {
  std::size_t bytes = count_bytes(2 * cells_.size() + 1) + cells_.size() * (sparse_ ? 3 : 1);
  if (!cells_.empty()) bytes += (cells_.size() - 1) / group * kOffset;
  for (const Packed& cell : cells_) {
    const std::size_t size = cell.text.size();
    bytes += cell.earlier.size > 0 ? 2 * kOffset : size < kEarlier ? size : kOffset + size;
  }
  return bytes;
}

// A copy may hold the last block too, and add to it what is its own.
char* CellRows::room(std::size_t bytes) {
  if (!blocks_.empty() && blocks_.back().use_count() > 1) room_ = 0;
  if (bytes > room_) {
    const std::size_t count = (bytes + block_bytes - 1) / block_bytes;
    next_ = blocks_.size() * block_bytes;
    room_ = count * block_bytes;
    const auto made = std::make_shared_for_overwrite<char[]>(room_);
    for (std::size_t each = 0; each < count; ++each)
      blocks_.emplace_back(made, made.get() + each * block_bytes);
    // Short tables are not worth the search.
    if (blocks_.size() > 1 && seen_.empty()) seen_.resize(kSeen);
  }
  rows_.push_back(static_cast<std::uint32_t>(next_));
  next_ += bytes;
  room_ -= bytes;
  return blocks_[rows_.back() / block_bytes].get() + rows_.back() % block_bytes;
}

void CellRows::write(char* to) {
  const char* const begin = to;
  put_count(to, 2 * cells_.size() + (sparse_ ? 1 : 0));
  if (sparse_)
    for (const Packed& cell : cells_) put(to, static_cast<std::uint16_t>(cell.column));
  char* marks = to;
  char* offsets = marks + cells_.size();
  to = offsets + (cells_.empty() ? 0 : (cells_.size() - 1) / group * kOffset);
  const char* const texts = to;
  for (std::size_t index = 0; index < cells_.size(); ++index) {
    const Packed& cell = cells_[index];
    const std::size_t size = cell.text.size();
    if (index > 0 && index % group == 0) put(offsets, static_cast<std::uint32_t>(to - texts));
    if (cell.earlier.size > 0) {
      *marks++ = static_cast<char>(kEarlier);
      put(to, Stretch{rows_.back() - cell.earlier.address, cell.earlier.size});
      continue;
    }
    *marks++ = static_cast<char>(size < kEarlier ? size : kLong);
    if (size >= kEarlier) put(to, static_cast<std::uint32_t>(size));
    const auto address = rows_.back() + static_cast<std::uint32_t>(to - begin);
    if (size > 0) std::memcpy(to, cell.text.data(), size);
    to += size;
    if (size >= kWorthSharing && !seen_.empty())
      seen_[std::hash<std::string_view>()(cell.text) % kSeen] = {address,
                                                                 static_cast<std::uint32_t>(size)};
  }
}

// Most rows are a few short texts: two quick passes instead of four.
bool CellRows::add_short(const std::vector<std::string_view>& cells) {
  if (cells.size() > group) return false;
  std::size_t bytes = 0, width = 0;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const std::size_t size = cells[column].size();
    if (size >= kWorthSharing) return false;
    bytes += size;
    if (size > 0) width = column + 1;
  }
  char* to = room(1 + width + bytes);
  *to++ = static_cast<char>(2 * width);
  for (std::size_t column = 0; column < width; ++column)
    *to++ = static_cast<char>(cells[column].size());
  for (std::size_t column = 0; column < width; ++column) {
    const std::string_view text = cells[column];
    if (!text.empty()) std::memcpy(to, text.data(), text.size());
    to += text.size();
  }
  return true;
}

void CellRows::add(const std::vector<std::string_view>& cells) {
  if (add_short(cells)) return;
  choose(cells);
  write(room(row_bytes()));
}

}  // namespace yokoten
