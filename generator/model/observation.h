#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/observation_number.h"

namespace yokoten {

/// Why there is no value. None of them is 0.
enum class Missing : std::uint8_t {
  none,
  not_published,
  not_applicable,
  not_reported,
  not_set,
  suppressed,
  unknown
};

/// What is to be known about a value; several may hold at once.
enum Flag : std::uint8_t { provisional = 1, revised = 2, corrected = 4, bound = 8, planned = 16 };

/// Where an observation is kept: numbers that are taken out of one of the cube are noted.
enum class KeptIn : std::uint8_t { nothing, cube, release };

std::string_view to_text(Missing missing);
std::optional<Missing> parse_missing(std::string_view text);
/// Names joined by a space in the order above; empty for 0.
std::string flags_text(std::uint8_t flags);
std::optional<std::uint8_t> parse_flag(std::string_view text);

/// What a figure passes on to sums and shares made from it: a correction marks the figure whose own
/// cell was corrected, and pages tell of it beside the sum.
inline std::uint8_t handed_up(std::uint8_t flags) {
  return static_cast<std::uint8_t>(flags & ~static_cast<unsigned>(corrected));
}

/// A cell of a source that a figure comes from: position of the source in the publication, row
/// and column as in Table. row -1: summed up from the observations of the areas below.
struct Origin {
  std::int16_t source = -1;
  std::int16_t column = -1;
  std::int32_t row = -1;
};

/// One figure: an indicator, for an area, at a period, for a part (`breakdown`) of the whole.
struct Observation {
  ObservationNumber<0> numerator;
  ObservationNumber<1> denominator;
  ObservationNumber<2> value;  ///< exact as printed, or rounded half up to 6 places
  ObservationNumber<3> lower;  ///< what is proven where no value can be computed
  ObservationNumber<4> upper;
  std::uint8_t flags = 0;
  Missing missing = Missing::none;
  KeptIn kept_in = KeptIn::nothing;
  std::int32_t indicator = 0;  ///< position in Publication::indicators
  std::int32_t area = 0;       ///< id in Areas
  std::int32_t period = 0;     ///< id in Cube
  std::int32_t breakdown = 0;  ///< id in Cube; 0 is the total
  std::int16_t source = -1;
  Origin numerator_origin, denominator_origin;

  bool has(Flag flag) const { return (flags & flag) != 0; }
  /// Whether its numerator stands in a row of a source.
  bool stands_in_row() const { return numerator_origin.source >= 0 && numerator_origin.row >= 0; }
};

// As ObservationNumber relies on.
static_assert(offsetof(Observation, numerator) == 0 && offsetof(Observation, denominator) == 9 &&
              offsetof(Observation, value) == 18 && offsetof(Observation, lower) == 27 &&
              offsetof(Observation, upper) == 36);

/// An observation that was looked for, or none. Used like a pointer to it, and holds it itself.
class FoundObservation {
 public:
  FoundObservation() = default;
  FoundObservation(std::nullptr_t /*none*/) {}
  FoundObservation(const Observation& seen) : seen_(seen), there_(true) {}

  explicit operator bool() const { return there_; }
  bool operator==(std::nullptr_t /*none*/) const { return !there_; }
  const Observation& operator*() const& { return seen_; }
  Observation operator*() const&& { return seen_; }
  const Observation* operator->() const { return &seen_; }

 private:
  Observation seen_;
  bool there_ = false;
};

/// What tells an observation from all others of its cube or release.
struct ObservationKey {
  KeptIn kept_in = KeptIn::nothing;
  std::int32_t indicator = 0, area = 0, period = 0, breakdown = 0;
  auto operator<=>(const ObservationKey&) const = default;
};
ObservationKey key_of(const Observation& seen);
/// Whether they are the same figure, or both none.
bool is_same(const FoundObservation& a, const FoundObservation& b);

}  // namespace yokoten
