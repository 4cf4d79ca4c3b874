#include "measure/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/decimal_sum.h"

namespace yokoten {
namespace {

constexpr std::size_t resamples = 2000;
constexpr std::uint64_t seed = 0x9e3779b97f4a7c15;

/// splitmix64: the standard's distributions differ from library to library.
class Random {
 public:
  std::size_t below(std::size_t limit) {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t word = state_;
    word = (word ^ (word >> 30U)) * 0xbf58476d1ce4e5b9;
    word = (word ^ (word >> 27U)) * 0x94d049bb133111eb;
    word ^= word >> 31U;
    // The upper half of a product: none of the limits here is large enough for a bias that shows.
    return static_cast<std::size_t>(((word >> 32U) * limit) >> 32U);
  }

 private:
  std::uint64_t state_ = seed;
};

Decimal decimal_of(double value) {
  return trimmed({static_cast<std::int64_t>(std::llround(value * 1e6)), value_places});
}

double percentile(const std::vector<double>& ascending, double share) {
  const double at = share * static_cast<double>(ascending.size() - 1);
  const auto low = static_cast<std::size_t>(at);
  const std::size_t high = std::min(low + 1, ascending.size() - 1);
  return ascending[low] + (at - std::floor(at)) * (ascending[high] - ascending[low]);
}

}  // namespace

std::optional<Decimal> total(const std::vector<Decimal>& values) {
  DecimalSum all;
  for (const Decimal& each : values) all.add(each);
  return all.total();
}

std::optional<Decimal> mean(const std::vector<Decimal>& values) {
  const auto all = total(values);
  if (values.empty() || !all) return std::nullopt;
  return quotient(*all, {static_cast<std::int64_t>(values.size()), 0}, value_places);
}

std::optional<Decimal> value_of_one(const std::vector<Decimal>& values) {
  const bool same = std::all_of(values.begin(), values.end(), [&](const Decimal& each) {
    return compare(each, values.front()) == 0;
  });
  return same && !values.empty() ? std::optional(values.front()) : mean(values);
}

std::optional<Decimal> quartile(const std::vector<Decimal>& ascending, int quarters) {
  if (ascending.empty()) return std::nullopt;
  const std::size_t fourths = (ascending.size() - 1) * static_cast<std::size_t>(quarters);
  const std::size_t low = fourths / 4;
  const auto rest = static_cast<std::int64_t>(fourths % 4);
  if (rest == 0) return rounded(ascending[low], value_places);
  const auto apart = difference(ascending[low + 1], ascending[low]);
  const auto part = apart ? quotient(*apart, {4, 0}, value_places, rest) : std::nullopt;
  const auto at = part ? sum(ascending[low], *part) : std::nullopt;
  return at ? std::optional(rounded(*at, value_places)) : std::nullopt;
}

std::optional<std::pair<Decimal, Decimal>> bootstrap_interval(const std::vector<Decimal>& values) {
  if (values.size() < 2) return std::nullopt;
  std::vector<double> numbers;
  for (const Decimal& each : values) numbers.push_back(to_double(each));
  std::sort(numbers.begin(), numbers.end());
  Random random;
  std::vector<double> means(resamples);
  for (double& each : means) {
    double all = 0;
    for (std::size_t at = 0; at < numbers.size(); ++at)
      all += numbers[random.below(numbers.size())];
    each = all / static_cast<double>(numbers.size());
  }
  std::sort(means.begin(), means.end());
  return std::pair(decimal_of(percentile(means, 0.025)), decimal_of(percentile(means, 0.975)));
}

}  // namespace yokoten
