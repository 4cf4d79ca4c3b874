#include "model/cell_rows.h"

#include <algorithm>
#include <numeric>

#include "model/number_texts.h"
#include "model/open_rows.h"
#include "model/row_chunk.h"

namespace yokoten {
namespace {

constexpr std::size_t kPage = 4'096;  // rows
constexpr std::size_t kWide = 256;    // columns; tables with more have few rows or fill few cells
constexpr std::size_t kEnoughToTell = 256;  // rows
constexpr int kLongestPause = 63;           // parts

}  // namespace

const CellRows::Part& CellRows::part_of(std::size_t row) const {
  const std::size_t page = row / kPage;
  std::size_t low = page < pages_.size() ? pages_[page] : parts_.size() - 1;
  std::size_t high = page + 1 < pages_.size() ? pages_[page + 1] : parts_.size() - 1;
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (parts_[middle].first <= row)
      low = middle;
    else
      high = middle - 1;
  }
  return parts_[low];
}

std::string_view CellRows::cell(std::size_t row, std::size_t column) const {
  const Part& part = part_of(row);
  return part.rows->cell(row - part.first, column, {blocks_, part.base});
}

void CellRows::take(std::size_t row, std::vector<std::string_view>& into) const {
  const Part& part = part_of(row);
  part.rows->take(row - part.first, {blocks_, part.base}, into);
}

bool CellRows::may_have(std::size_t column, const AskText& holds) const {
  if (parts_.size() < 2) return size_ > 0;  // a short table: looking twice would take longer
  return std::ranges::any_of(parts_, [&](const Part& part) {
    // Until it was known that the table is long.
    if (part.first == 0 && part.rows->columns.empty()) return has_packed(part, column, holds);
    return part.rows->may_have(column, holds);
  });
}

bool CellRows::has_packed(const Part& part, std::size_t column, const AskText& holds) const {
  for (std::size_t row = 0; row < part.rows->rows; ++row)
    if (const std::string_view cell = part.rows->cell(row, column, {blocks_, part.base});
        !number_of_text(cell) && holds(cell))
      return true;
  return false;
}

std::size_t CellRows::bytes() const {
  return blocks_.bytes() + closed_bytes_ + (open_ ? open_->bytes() : 0);
}

void CellRows::add_part(Part part) {
  while (pages_.size() * kPage < part.first)
    pages_.push_back(static_cast<std::uint32_t>(parts_.size() - 1));
  parts_.push_back(std::move(part));
}

void CellRows::open(std::size_t width) {
  const bool all_packed = is_short_ || width == 0 || width > kWide || packed_.size() == width;
  open_ = all_packed ? std::make_shared<OpenRows>() : std::make_shared<OpenRows>(width, packed_);
  add_part({size_, 0, open_->chunk()});
}

// A copy may hold the open rows too: it goes on with them as they are.
void CellRows::close() {
  if (!open_) return;
  parts_.back().rows = open_->closed();
  if (open_->rows() >= kEnoughToTell && !open_->pay(*parts_.back().rows)) {
    parts_.back().rows = open_->packed(blocks_);
    packed_.resize(open_->width());
    std::iota(packed_.begin(), packed_.end(), std::uint16_t{0});
    parts_to_try_ = pause_ = std::min(2 * pause_ + 1, kLongestPause);
  }
  closed_bytes_ += parts_.back().rows->bytes();
  open_.reset();
}

void CellRows::settle() {
  close();
  blocks_.settle();
}

// Dictionaries are not worth while in a short table.
bool CellRows::goes_on(std::size_t cells) const {
  return open_ && open_.use_count() == 1 && open_->have_room(cells) &&
         (!is_short_ || !blocks_.are_many());
}

// A column whose texts hardly come again may be another one further down, which is tried less and
// less often.
void CellRows::begin(std::size_t cells) {
  close();
  is_short_ = !blocks_.are_many();
  if (parts_to_try_ > 0)
    --parts_to_try_;
  else
    packed_.clear();
  open(packed_.empty() ? cells : std::max<std::size_t>(cells, packed_.back() + 1));
}

void CellRows::give_codes_up() {
  packed_ = open_->better_packed();
  parts_to_try_ = pause_ = std::min(2 * pause_ + 1, kLongestPause);
  const std::size_t width = open_->width();
  close();
  open(width);
}

void CellRows::add(const std::vector<std::string_view>& cells) {
  if (!goes_on(cells.size())) begin(cells.size());
  while (!open_->add(cells, blocks_)) give_codes_up();
  ++size_;
}

void CellRows::append(const CellRows& others) {
  close();
  const std::uint32_t base = blocks_.append(others.blocks_);
  for (Part part : others.parts_) {
    const bool is_open = others.open_ && part.rows == others.open_->chunk();
    if (is_open) part.rows = others.open_->closed();
    if (is_open) closed_bytes_ += part.rows->bytes();
    part.first += size_;
    part.base += base;
    add_part(std::move(part));
  }
  size_ += others.size_;
  closed_bytes_ += others.closed_bytes_;
}

}  // namespace yokoten
