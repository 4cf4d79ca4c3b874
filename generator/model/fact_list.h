#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "base/packed_decimal.h"
#include "base/packed_numbers.h"
#include "model/area.h"
#include "model/observation.h"

namespace yokoten {

/// One number of a source with everything that it stands for.
struct Fact {
  std::int32_t area = Areas::none;
  std::int32_t row = 0;
  std::int16_t source = 0, column = 0;     ///< as in Table
  std::int32_t measure = 0;                ///< position in Measured::measures
  std::int32_t period = 0, breakdown = 0;  ///< ids in the cube
  PackedDecimal value = Decimal{};         ///< holds when missing is none
  Missing missing = Missing::none;
  std::uint8_t flags = 0;
  bool total = false;  ///< of a printed total row: used only where no sum can be made
};

/// What is unpacked of facts that are gone through, beside what is told with no effort: source,
/// column, measure, missing, flags and total. The rest is not to be read.
struct FactFields {
  bool area = false, row = false, period = false, breakdown = false, value = false;
};
inline constexpr FactFields whole_facts{true, true, true, true, true};

class FactRange;

/// Facts, of which there are millions: what neighbours have in common is kept once. They are handed
/// out by value.
class Facts {
 public:
  static constexpr std::size_t block_size = PackedNumbers::block_size;

  std::size_t size() const { return packed_ * block_size + last_.size(); }
  bool empty() const { return size() == 0; }
  Fact operator[](std::size_t at) const;
  Fact front() const { return (*this)[0]; }
  Fact back() const { return (*this)[size() - 1]; }
  void push_back(const Fact& fact) {
    last_.push_back(fact);
    if (last_.size() == block_size) pack_last();
  }
  void append(std::span<const Fact> facts);
  void set(std::size_t at, const Fact& fact);
  /// Takes away what is behind.
  void truncate(std::size_t size);
  /// Hands each from `first` on to `keeps`, which may change it, and takes away those that it does
  /// not keep.
  template <typename Keeps>
  void keep_only(std::size_t first, const Keeps& keeps);
  /// Gives back what is kept for facts to come.
  void shrink_to_fit();

  /// To be gone through once; each fact stands until the next one is asked for.
  FactRange all(FactFields fields = whole_facts) const;
  FactRange part(std::size_t first, std::size_t end, FactFields fields = whole_facts) const;
  /// Blocks with the last one, which may have fewer facts.
  std::size_t blocks() const { return packed_ + (last_.empty() ? 0 : 1); }
  FactRange of_block(std::size_t block, FactFields fields = whole_facts) const;
  /// Where those of a source begin and end. Facts stand in the order of their sources.
  std::pair<std::size_t, std::size_t> of_source(int source) const;
  /// The same of a row: those of a source stand in the order of its rows.
  std::pair<std::size_t, std::size_t> of_row(int source, int number) const;
  /// False only where no fact of the block is of that area.
  bool may_be_of_area(std::size_t block, int area) const;
  /// False where all values of the block are 0 or above.
  bool may_be_below_zero(std::size_t block) const;

 private:
  friend class FactRange;
  friend class PickedFacts;

  enum Column : std::size_t { kind, area, row, period, breakdown, mantissa, columns };
  using Views = std::array<PackedNumbers::View, columns>;

  /// What facts of a column of a table have in common: source and column; measure; the value's
  /// scale, missing, flags and total.
  struct KindKey {
    std::uint64_t place = 0;
    std::uint32_t rest = 0;
    bool operator==(const KindKey&) const = default;
    bool operator<(const KindKey& other) const {
      return place != other.place ? place < other.place : rest < other.rest;
    }
  };

  static KindKey key_of(const Fact& fact);
  std::size_t kind_of(const Fact& fact);
  std::size_t find_kind(const Fact& fact, const KindKey& key);
  void pack(std::span<const Fact, block_size> facts);
  void pack_last();
  void unpack_last();
  void unpack_kinds(std::size_t block, std::span<Fact> into) const;
  void unpack(std::size_t block, FactFields fields, std::span<Fact> into) const;
  Views views(std::size_t block) const;
  std::size_t first_from(std::pair<int, int> source_and_row) const;
  void pick(const Views& views, std::size_t at, Fact& into) const {
    into = kinds_[static_cast<std::size_t>(views[kind][at])];
    into.area = static_cast<std::int32_t>(views[area][at]);
    into.row = static_cast<std::int32_t>(views[row][at]);
    into.period = static_cast<std::int32_t>(views[period][at]);
    into.breakdown = static_cast<std::int32_t>(views[breakdown][at]);
    into.value.keep_mantissa(views[mantissa][at]);
  }

  std::array<PackedNumbers, columns> columns_;  // whole blocks
  std::size_t packed_ = 0;                      // blocks
  std::vector<Fact> kinds_;                     // what is not in columns is as in all of the kind
  std::vector<std::pair<KindKey, std::size_t>> next_kinds_;  // what came behind each the last time
  std::map<KindKey, std::size_t> known_kinds_;
  std::size_t last_kind_ = 0;
  std::vector<Fact> last_;  // fewer than a block
};

/// Facts one after the other, unpacked by blocks.
class FactRange {
 public:
  class Iterator {
   public:
    using value_type = Fact;
    using difference_type = std::ptrdiff_t;

    explicit Iterator(FactRange* range) : range_(range) {}
    const Fact& operator*() const { return *range_->at_; }
    const Fact* operator->() const { return range_->at_; }
    Iterator& operator++() {
      range_->step();
      return *this;
    }
    void operator++(int) { range_->step(); }
    bool operator==(std::default_sentinel_t /*end*/) const {
      return range_->at_ == range_->block_end_;
    }

   private:
    FactRange* range_;
  };

  FactRange(const Facts& facts, std::size_t first, std::size_t end, FactFields fields);
  FactRange(const FactRange&) = delete;
  FactRange& operator=(const FactRange&) = delete;

  Iterator begin() { return Iterator(this); }
  static std::default_sentinel_t end() { return {}; }

 private:
  void step() {
    if (++at_ == block_end_) load();
  }
  void load();

  const Facts& facts_;
  FactFields fields_;
  std::size_t position_, end_;  // of what is not loaded yet
  std::vector<Fact> room_;
  std::size_t room_block_ = 0;  // whose facts stand there
  const Fact* at_ = nullptr;
  const Fact* block_end_ = nullptr;
};

/// Facts by ascending positions of which blocks hold few: nothing is unpacked beside them. Each
/// stands until the next one is asked for.
class PickedFacts {
 public:
  explicit PickedFacts(const Facts& facts) : facts_(facts) {}

  const Fact& operator[](std::size_t at) {
    if (const std::size_t block = at / Facts::block_size; block != block_) enter(block);
    if (block_ == facts_.packed_) return facts_.last_[at % Facts::block_size];
    facts_.pick(views_, at % Facts::block_size, fact_);
    return fact_;
  }

 private:
  void enter(std::size_t block) {
    block_ = block;
    if (block < facts_.packed_) views_ = facts_.views(block);
  }

  const Facts& facts_;
  std::size_t block_ = static_cast<std::size_t>(-1);
  Facts::Views views_;
  Fact fact_;
};

template <typename Keeps>
void Facts::keep_only(std::size_t first, const Keeps& keeps) {
  Facts kept = *this;
  kept.truncate(first);
  for (Fact fact : part(first, size()))
    if (keeps(fact)) kept.push_back(fact);
  *this = std::move(kept);
}

}  // namespace yokoten
