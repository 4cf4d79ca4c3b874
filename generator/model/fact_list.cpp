#include "model/fact_list.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace yokoten {

// As the members stand beside each other in a fact.
Facts::KindKey Facts::key_of(const Fact& fact) {
  constexpr std::size_t place = offsetof(Fact, source), scale = offsetof(Fact, missing) - 1;
  static_assert(offsetof(Fact, measure) == place + 4 && offsetof(Fact, period) == place + 8 &&
                offsetof(Fact, value) == scale - 8 && sizeof(Fact) == scale + 4);
  const auto* bytes = reinterpret_cast<const unsigned char*>(&fact);
  KindKey key;
  std::memcpy(&key.place, bytes + place, sizeof key.place);
  std::memcpy(&key.rest, bytes + scale, sizeof key.rest);
  return key;
}

// One row has the kinds of the row before, mostly.
std::size_t Facts::kind_of(const Fact& fact) {
  const KindKey key = key_of(fact);
  if (kinds_.empty() || next_kinds_[last_kind_].first != key) {
    const std::size_t found = find_kind(fact, key);
    next_kinds_[last_kind_] = {key, found};
  }
  return last_kind_ = next_kinds_[last_kind_].second;
}

std::size_t Facts::find_kind(const Fact& fact, const KindKey& key) {
  const auto [at, added] = known_kinds_.try_emplace(key, kinds_.size());
  if (added) {
    kinds_.push_back(fact);
    next_kinds_.emplace_back(key, at->second);
  }
  return at->second;
}

void Facts::append(std::span<const Fact> facts) {
  while (!facts.empty())
    if (last_.empty() && facts.size() >= block_size) {
      pack(facts.first<block_size>());
      facts = facts.subspan(block_size);
    } else {
      push_back(facts.front());
      facts = facts.subspan(1);
    }
}

void Facts::pack(std::span<const Fact, block_size> facts) {
  std::array<std::array<std::int64_t, block_size>, columns> numbers;
  for (std::size_t at = 0; at < block_size; ++at) {
    const Fact& fact = facts[at];
    numbers[kind][at] = static_cast<std::int64_t>(kind_of(fact));
    numbers[area][at] = fact.area;
    numbers[row][at] = fact.row;
    numbers[period][at] = fact.period;
    numbers[breakdown][at] = fact.breakdown;
    numbers[mantissa][at] = fact.value.kept_mantissa();
  }
  for (std::size_t each = 0; each < columns; ++each) columns_[each].append(numbers[each]);
  ++packed_;
}

void Facts::pack_last() {
  pack(std::span<const Fact, block_size>(last_));
  last_.clear();
}

void Facts::unpack_last() {
  last_.resize(block_size);
  unpack_kinds(--packed_, last_);
  unpack(packed_, whole_facts, last_);
  for (PackedNumbers& each : columns_) each.resize(packed_ * block_size);
}

void Facts::unpack_kinds(std::size_t block, std::span<Fact> into) const {
  std::array<std::int64_t, block_size> numbers;
  columns_[kind].take(block, numbers);
  for (std::size_t at = 0; at < block_size; ++at)
    into[at] = kinds_[static_cast<std::size_t>(numbers[at])];
}

// Into facts that have their kinds.
void Facts::unpack(std::size_t block, FactFields fields, std::span<Fact> into) const {
  std::array<std::int64_t, block_size> numbers;
  const auto put = [&](bool wanted, Column column, std::int32_t Fact::*member) {
    if (!wanted) return;
    columns_[column].take(block, numbers);
    for (std::size_t at = 0; at < block_size; ++at)
      into[at].*member = static_cast<std::int32_t>(numbers[at]);
  };
  put(fields.area, area, &Fact::area);
  put(fields.row, row, &Fact::row);
  put(fields.period, period, &Fact::period);
  put(fields.breakdown, breakdown, &Fact::breakdown);
  if (!fields.value) return;
  columns_[mantissa].take(block, numbers);
  for (std::size_t at = 0; at < block_size; ++at) into[at].value.keep_mantissa(numbers[at]);
}

Facts::Views Facts::views(std::size_t block) const {
  Views views;
  for (std::size_t each = 0; each < columns; ++each) views[each] = columns_[each].view(block);
  return views;
}

Fact Facts::operator[](std::size_t at) const {
  const std::size_t block = at / block_size;
  if (block == packed_) return last_[at % block_size];
  Fact fact;
  pick(views(block), at % block_size, fact);
  return fact;
}

void Facts::set(std::size_t at, const Fact& fact) {
  if (at / block_size == packed_) {
    last_[at % block_size] = fact;
    return;
  }
  columns_[kind].set(at, static_cast<std::int64_t>(kind_of(fact)));
  columns_[area].set(at, fact.area);
  columns_[row].set(at, fact.row);
  columns_[period].set(at, fact.period);
  columns_[breakdown].set(at, fact.breakdown);
  columns_[mantissa].set(at, fact.value.kept_mantissa());
}

void Facts::truncate(std::size_t size) {
  while (packed_ * block_size > size) unpack_last();
  last_.resize(size - packed_ * block_size);
}

void Facts::shrink_to_fit() {
  for (PackedNumbers& each : columns_) each.shrink_to_fit();
  last_.shrink_to_fit();
}

FactRange Facts::all(FactFields fields) const { return part(0, size(), fields); }

FactRange Facts::part(std::size_t first, std::size_t end, FactFields fields) const {
  return {*this, first, end, fields};
}

FactRange Facts::of_block(std::size_t block, FactFields fields) const {
  const std::size_t first = block * block_size;
  return part(first, std::min(first + block_size, size()), fields);
}

std::pair<std::size_t, std::size_t> Facts::of_source(int source) const {
  return {first_from({source, 0}), first_from({source + 1, 0})};
}

std::pair<std::size_t, std::size_t> Facts::of_row(int source, int number) const {
  return {first_from({source, number}), first_from({source, number + 1})};
}

std::size_t Facts::first_from(std::pair<int, int> source_and_row) const {
  std::size_t first = 0;
  for (std::size_t count = size(); count > 0;) {
    const std::size_t half = count / 2;
    const Fact fact = (*this)[first + half];
    const bool is_before = std::pair<int, int>(fact.source, fact.row) < source_and_row;
    if (is_before) first += half + 1;
    count = is_before ? count - half - 1 : half;
  }
  return first;
}

bool Facts::may_be_of_area(std::size_t block, int number) const {
  return block == packed_ || columns_[area].view(block).may_hold(number);
}

bool Facts::may_be_below_zero(std::size_t block) const {
  return block == packed_ || columns_[mantissa].least(block) < 0;
}

FactRange::FactRange(const Facts& facts, std::size_t first, std::size_t end, FactFields fields)
    : facts_(facts), fields_(fields), position_(first), end_(end) {
  load();
}

// Of a block that is not packed, facts are handed out as they stand. Most blocks have the same
// kinds in the same order as the one before.
void FactRange::load() {
  at_ = block_end_ = nullptr;
  if (position_ == end_) return;
  const std::size_t block = position_ / Facts::block_size, first = block * Facts::block_size;
  if (block < facts_.packed_) {
    const bool has_kinds =
        !room_.empty() && facts_.columns_[Facts::kind].are_same(block, room_block_);
    room_.resize(Facts::block_size);
    room_block_ = block;
    if (!has_kinds) facts_.unpack_kinds(block, room_);
    facts_.unpack(block, fields_, room_);
  }
  const Fact* facts = block < facts_.packed_ ? room_.data() : facts_.last_.data();
  at_ = facts + (position_ - first);
  position_ = std::min(end_, first + Facts::block_size);
  block_end_ = facts + (position_ - first);
}

}  // namespace yokoten
