#include "model/open_rows.h"

#include <algorithm>
#include <bit>

namespace yokoten {
namespace {

constexpr int kWordBits = 32;
constexpr std::size_t kRowBytes = 5;           // of a packed row beside its cells
constexpr std::size_t kMostCodes = 1U << 18U;  // of rows to which others are added: a megabyte

/// A column as it is when no texts come any more, at that bit of a record.
RowChunk::Column narrowed(const RowChunk::Column& wide, const ColumnCoder& coder, std::size_t bit) {
  RowChunk::Column column;
  column.at = wide.at;
  column.bit = static_cast<std::uint32_t>(bit);
  column.numbers = wide.numbers;
  column.texts.assign(wide.texts.begin(), wide.texts.end());
  column.first_number = static_cast<std::uint32_t>(wide.texts.size());
  column.least = coder.least();
  const std::uint32_t codes = column.first_number + coder.numbers();
  column.mask = codes == 0 ? 0 : (1U << std::bit_width(codes - 1)) - 1;
  return column;
}

/// How codes become those of a narrowed column.
struct Narrowing {
  std::uint32_t number_shift = 0;  // less, if they are of numbers
  int bits = 0;
};

std::vector<Narrowing> narrowings(const RowChunk& narrow) {
  std::vector<Narrowing> each;
  for (const RowChunk::Column& column : narrow.columns)
    each.push_back({ColumnCoder::first_number + column.least - column.first_number,
                    static_cast<int>(std::bit_width(column.mask))});
  return each;
}

void write_records(const RowChunk& wide, RowChunk& narrow) {
  const std::vector<Narrowing> columns = narrowings(narrow);
  narrow.records = std::make_unique<std::uint32_t[]>(narrow.record_words(wide.rows));
  const std::uint32_t* from = wide.records.get();
  std::uint32_t* to = narrow.records.get();
  std::uint64_t held = 0;
  int filled = 0;
  for (std::size_t row = 0; row < wide.rows; ++row)
    for (const Narrowing& column : columns) {
      std::uint64_t code = *from++;
      if (code >= ColumnCoder::first_number) code -= column.number_shift;
      held |= code << filled;
      filled += column.bits;
      if (filled < kWordBits) continue;
      *to++ = static_cast<std::uint32_t>(held);
      held >>= kWordBits;
      filled -= kWordBits;
    }
  *to = static_cast<std::uint32_t>(held);
}

}  // namespace

OpenRows::OpenRows(std::size_t width, const std::vector<std::uint16_t>& packed) {
  chunk_->width = most_cells_ = width;
  chunk_->others = packed;
  for (std::uint32_t at = 0; at < width; ++at) {
    if (std::binary_search(packed.begin(), packed.end(), at)) continue;
    RowChunk::Column& column = chunk_->columns.emplace_back();
    column.at = at;
    column.bit = kWordBits * (static_cast<std::uint32_t>(chunk_->columns.size()) - 1);
    column.mask = std::numeric_limits<std::uint32_t>::max();
    column.first_number = ColumnCoder::first_number;
  }
  chunk_->record_bits = kWordBits * chunk_->columns.size();
  most_rows_ = std::min(most_rows_, kMostCodes / chunk_->columns.size());
  chunk_->records =
      std::make_unique_for_overwrite<std::uint32_t[]>(chunk_->record_words(most_rows_));
  coders_.resize(chunk_->columns.size());
}

bool OpenRows::add_codes(const std::vector<std::string_view>& cells, TextBlocks& blocks) {
  std::uint32_t* to = chunk_->records.get() + chunk_->rows * coders_.size();
  bool pays = true;
  RowChunk::Column* column = chunk_->columns.data();
  const std::string_view* const from = cells.data();
  const std::size_t size = cells.size();
  for (ColumnCoder& coder : coders_) {
    const std::string_view cell = column->at < size ? from[column->at] : std::string_view();
    *to++ = coder.code(cell, *column++, blocks);
    pays = pays && coder.pays();
  }
  return pays;
}

void OpenRows::add_packed(const std::vector<std::string_view>& cells, TextBlocks& blocks) {
  others_.clear();
  for (const std::uint16_t at : chunk_->others)
    others_.push_back(at < cells.size() ? cells[at] : std::string_view());
  chunk_->packed.push_back(packer_.add(others_, blocks));
}

bool OpenRows::add(const std::vector<std::string_view>& cells, TextBlocks& blocks) {
  if (coders_.empty()) {
    chunk_->packed.push_back(packer_.add(cells, blocks));
  } else {
    if (!add_codes(cells, blocks)) return false;
    if (!chunk_->others.empty()) add_packed(cells, blocks);
  }
  ++chunk_->rows;
  return true;
}

std::vector<std::uint16_t> OpenRows::better_packed() const {
  std::vector<std::uint16_t> columns = chunk_->others;
  for (std::size_t at = 0; at < coders_.size(); ++at)
    if (!coders_[at].seems_to_pay())
      columns.push_back(static_cast<std::uint16_t>(chunk_->columns[at].at));
  std::sort(columns.begin(), columns.end());
  return columns;
}

std::shared_ptr<const RowChunk> OpenRows::closed() const {
  const RowChunk& wide = *chunk_;
  auto narrow = std::make_shared<RowChunk>();
  narrow->rows = wide.rows;
  narrow->width = wide.width;
  narrow->others = wide.others;
  narrow->packed = wide.packed;
  narrow->columns.reserve(wide.columns.size());
  for (std::size_t at = 0; at < coders_.size(); ++at) {
    const auto& column =
        narrow->columns.emplace_back(narrowed(wide.columns[at], coders_[at], narrow->record_bits));
    narrow->record_bits += static_cast<std::size_t>(std::bit_width(column.mask));
  }
  if (!coders_.empty()) write_records(wide, *narrow);
  return narrow;
}

std::shared_ptr<const RowChunk> OpenRows::packed(TextBlocks& blocks) {
  auto packed = std::make_shared<RowChunk>();
  packed->rows = chunk_->rows;
  packed->width = chunk_->width;
  packed->packed.reserve(chunk_->rows);
  std::vector<std::string_view> cells;
  for (std::size_t row = 0; row < chunk_->rows; ++row) {
    chunk_->take(row, {blocks, 0}, cells);
    packed->packed.push_back(packer_.add(cells, blocks));
  }
  return packed;
}

bool OpenRows::pay(const RowChunk& closed) const {
  std::size_t coded = closed.rows * closed.record_bits / 8, packed = 0;
  for (const ColumnCoder& coder : coders_) {
    coded += coder.coded_bytes();
    packed += coder.packed_bytes();
  }
  return coded <= packed + (closed.others.empty() ? closed.rows * kRowBytes : 0);
}

}  // namespace yokoten
