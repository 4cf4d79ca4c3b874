#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/packed_decimal.h"

namespace yokoten {

/// Whether this thread notes whose numbers it takes.
inline constinit thread_local bool notes_numbers = false;

/// While it lives, this thread notes no numbers: what it makes of them is noted otherwise.
class UnnotedNumbers {
 public:
  UnnotedNumbers() : before_(notes_numbers) { notes_numbers = false; }
  ~UnnotedNumbers() { notes_numbers = before_; }
  UnnotedNumbers(const UnnotedNumbers&) = delete;
  UnnotedNumbers& operator=(const UnnotedNumbers&) = delete;

 private:
  bool before_;
};

struct Observation;

/// Notes that a number of the observation, which begins at this address, was taken.
void note_number_of(const void* observation);

/// One of the numbers with which an observation begins, or none: the number at `Place` among them.
/// Whoever takes it out is noted with the observation that it stands in, so it stands in no other
/// place: others keep a PackedDecimal or a Decimal.
template <std::size_t Place>
class __attribute__((packed)) ObservationNumber {
 public:
  ObservationNumber() = default;
  ObservationNumber(std::nullopt_t /*none*/) {}
  ObservationNumber(Decimal number) : number_(number) {}
  ObservationNumber(const std::optional<Decimal>& number) : number_(number) {}
  ObservationNumber(const PackedDecimal& number) : number_(number) {}
  ObservationNumber& operator=(const ObservationNumber&) = default;
  template <std::size_t Other>
  ObservationNumber& operator=(const ObservationNumber<Other>& other) {
    number_ = other.unnoted();
    return *this;
  }
  ~ObservationNumber() = default;

  bool has_value() const { return number_.has_value(); }
  explicit operator bool() const { return has_value(); }
  Decimal operator*() const {
    if (notes_numbers) [[unlikely]]
      note_number_of(reinterpret_cast<const char*>(this) - Place * sizeof(PackedDecimal));
    return *number_;
  }
  operator std::optional<Decimal>() const {
    return has_value() ? std::optional(**this) : std::nullopt;
  }
  Decimal value_or(Decimal other) const { return has_value() ? **this : other; }
  void reset() { number_.reset(); }
  PackedDecimal::Held operator->() const { return {**this}; }
  /// The same without a note.
  const PackedDecimal& unnoted() const { return number_; }
  /// For who unpacks it.
  void keep_mantissa(std::int64_t mantissa) { number_.keep_mantissa(mantissa); }
  void keep_scale(std::int8_t scale) { number_.keep_scale(scale); }

 private:
  friend Observation;
  ObservationNumber(const ObservationNumber&) = default;

  PackedDecimal number_;
};

}  // namespace yokoten
