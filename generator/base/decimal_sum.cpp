#include "base/decimal_sum.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace yokoten {
namespace {

using Powers = std::array<std::int64_t, decimal_digits + 1>;

constexpr Powers made_powers() {
  Powers powers{1};
  for (std::size_t at = 1; at < powers.size(); ++at) powers[at] = powers[at - 1] * 10;
  return powers;
}

constexpr Powers powers_of_ten = made_powers();
constexpr std::int64_t one = powers_of_ten.back();

std::int64_t whole_of(int places) { return powers_of_ten[static_cast<std::size_t>(places)]; }

}  // namespace

void DecimalSum::add_fraction(std::int64_t fraction) {
  fraction_ += fraction;
  whole_ += fraction_ / one;
  fraction_ %= one;
}

void DecimalSum::add(Decimal number) {
  scale_ = std::max(scale_, number.scale);
  if (number.scale == 0) {
    whole_ += number.mantissa;
    return;
  }
  const std::int64_t unit = whole_of(number.scale);
  whole_ += number.mantissa / unit;
  add_fraction(number.mantissa % unit * whole_of(decimal_digits - number.scale));
}

void DecimalSum::add(const DecimalSum& other) {
  scale_ = std::max(scale_, other.scale_);
  whole_ += other.whole_;
  add_fraction(other.fraction_);
}

std::optional<Decimal> DecimalSum::total() const {
  if (whole_ > one || whole_ < -one) return std::nullopt;
  const Wide exact = mantissa() / whole_of(decimal_digits - scale_);
  if (exact >= one || exact <= -one) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(exact), scale_};
}

std::optional<Decimal> DecimalSum::total_to_fit() const {
  const auto exact = total();
  if (exact || whole_ > one || whole_ < -one) return exact;
  const Wide magnitude = mantissa() < 0 ? -mantissa() : mantissa();
  for (int places = scale_ - 1; places >= value_places; --places) {
    const Wide unit = whole_of(decimal_digits - places);
    const Wide near = (magnitude + unit / 2) / unit;
    if (near < one)
      return Decimal{static_cast<std::int64_t>(mantissa() < 0 ? -near : near), places};
  }
  return std::nullopt;
}

std::optional<Decimal> sum_to_fit(Decimal a, Decimal b) {
  const auto exact = sum(a, b);
  if (exact) return exact;
  DecimalSum both;
  both.add(a);
  both.add(b);
  return both.total_to_fit();
}

}  // namespace yokoten
