#include "read/row_groups.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "model/cell_number.h"

namespace yokoten {
namespace {

constexpr std::size_t kSlots = 1U << 10U;  // at first; a power of two

bool has_digit(const std::string& text) {
  const std::string plain = folded(text);
  return plain.find_first_of("0123456789") != std::string::npos;
}

bool has_symbol_of_digits(const Source& source) {
  return std::any_of(source.symbols.begin(), source.symbols.end(),
                     [](const auto& symbol) { return has_digit(symbol.first); });
}

// Most cells are short counts. Nothing for all others, numbers or not.
std::optional<std::int64_t> short_count(std::string_view text) {
  if (text.empty() || text.size() > decimal_digits) return std::nullopt;
  std::int64_t count = 0;
  for (const char letter : text) {
    if (letter < '0' || letter > '9') return std::nullopt;
    count = count * 10 + (letter - '0');
  }
  return count;
}

}  // namespace

RowGroups::RowGroups(Columns columns, const Source& source)
    : columns_(std::move(columns)),
      source_(&source),
      digits_are_numbers_(!has_symbol_of_digits(source)),
      slots_(kSlots) {}

void RowGroups::widen() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    std::size_t at = groups_[group].hash & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::uint32_t>(group + 1);
  }
}

std::size_t RowGroups::group_of(std::string_view key, std::uint64_t hash, RowPosition at) {
  if (2 * (groups_.size() + 1) > slots_.size()) widen();
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const Group& group = groups_[slots_[slot] - 1];
    if (group.hash == hash && this->key(group) == key) return slots_[slot] - 1;
  }
  groups_.push_back({hash, keys_.size(), at, static_cast<std::uint32_t>(key.size()), 0});
  keys_ += key;
  cells_.resize(cells_.size() + columns_.sum.size());
  slots_[slot] = static_cast<std::uint32_t>(groups_.size());
  return groups_.size() - 1;
}

void RowGroups::add(const Cells& cells, RowPosition at, const Refuse& refuse) {
  own_key_.clear();
  for (const std::size_t column : columns_.by) own_key_.append(cells[column]).push_back('\0');
  const std::size_t group = group_of(own_key_, std::hash<std::string_view>()(own_key_), at);
  ++groups_[group].rows;
  Cell* sum = cells_.data() + group * columns_.sum.size();
  for (const std::size_t column : columns_.sum) add_cell(*sum++, column, cells[column], at, refuse);
}

void RowGroups::add_cell(Cell& cell, std::size_t column, std::string_view text, RowPosition at,
                         const Refuse& refuse) {
  const auto count = digits_are_numbers_ ? short_count(text) : std::nullopt;
  if (count) return cell.sum.add({*count, 0});
  const auto number = read_number(text, *source_);
  if (!number) return refuse(column, text);
  cell.is_bound = cell.is_bound || (number->flags & bound) != 0;
  if (number->value)
    cell.sum.add(*number->value);
  else
    miss(cell, {at, std::string(trimmed_text(text))});
}

void RowGroups::miss(Cell& cell, const MissingCell& missing) {
  if (cell.missing < 0) {
    cell.missing = static_cast<int>(missing_.size());
    missing_.push_back(missing);
  } else if (MissingCell& own = missing_[static_cast<std::size_t>(cell.missing)];
             missing.at < own.at) {
    own = missing;
  }
}

void RowGroups::add(const RowGroups& other) {
  for (std::size_t from = 0; from < other.groups_.size(); ++from) {
    const Group& group = other.groups_[from];
    const std::size_t to = group_of(other.key(group), group.hash, group.first);
    groups_[to].first = std::min(groups_[to].first, group.first);
    groups_[to].rows += group.rows;
    for (std::size_t at = 0; at < columns_.sum.size(); ++at) {
      const Cell& theirs = other.cells_[from * columns_.sum.size() + at];
      Cell& own = cells_[to * columns_.sum.size() + at];
      own.sum.add(theirs.sum);
      own.is_bound = own.is_bound || theirs.is_bound;
      if (theirs.missing >= 0) miss(own, other.missing_[static_cast<std::size_t>(theirs.missing)]);
    }
  }
}

std::vector<std::size_t> RowGroups::in_order() const {
  std::vector<std::size_t> order(groups_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [this](std::size_t one, std::size_t other) {
    return groups_[one].first < groups_[other].first;
  });
  return order;
}

void RowGroups::append_keys(std::size_t group, Cells& cells) const {
  std::string_view left = key(groups_[group]);
  while (!left.empty()) {
    const std::size_t end = left.find('\0');
    cells.push_back(left.substr(0, end));
    left.remove_prefix(end + 1);
  }
}

RowGroups::Sum RowGroups::sum(std::size_t group, std::size_t column) const {
  const Cell& cell = cells_[group * columns_.sum.size() + column];
  Sum made{.missing = std::nullopt, .total = cell.sum.total_to_fit(), .is_bound = cell.is_bound};
  if (cell.missing >= 0) made.missing = missing_[static_cast<std::size_t>(cell.missing)].text;
  return made;
}

}  // namespace yokoten
