#pragma once

#include <cstdint>
#include <optional>

#include "base/decimal.h"

namespace yokoten {

/// A Decimal or none, in nine bytes where std::optional<Decimal> takes 24: sites have millions of
/// figures with five of them each. Gives its number by value, since nothing in it is aligned.
class __attribute__((packed)) PackedDecimal {
 public:
  PackedDecimal() = default;
  PackedDecimal(std::nullopt_t /*none*/) {}
  PackedDecimal(Decimal number)
      : mantissa_(number.mantissa), scale_(static_cast<std::int8_t>(number.scale)) {}
  PackedDecimal(const std::optional<Decimal>& number) {
    if (number) *this = *number;
  }

  bool has_value() const { return scale_ != none; }
  explicit operator bool() const { return has_value(); }
  Decimal operator*() const { return {mantissa_, scale_}; }
  operator std::optional<Decimal>() const {
    return has_value() ? std::optional(**this) : std::nullopt;
  }
  Decimal value_or(Decimal other) const { return has_value() ? **this : other; }
  void reset() { *this = {}; }
  /// What it is kept as, for who packs it further: nobody notes that.
  std::int64_t kept_mantissa() const { return mantissa_; }
  std::int8_t kept_scale() const { return scale_; }
  void keep_mantissa(std::int64_t mantissa) { mantissa_ = mantissa; }
  void keep_scale(std::int8_t scale) { scale_ = scale; }

  /// The number for as long as one of its members is asked for.
  struct Held {
    Decimal number;
    const Decimal* operator->() const { return &number; }
  };
  Held operator->() const { return {**this}; }

 private:
  static constexpr std::int8_t none = -1;  // no scale is negative

  std::int64_t mantissa_ = 0;
  std::int8_t scale_ = none;
};

static_assert(sizeof(PackedDecimal) == 9);

}  // namespace yokoten
