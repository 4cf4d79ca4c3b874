#pragma once

#include <optional>

#include "page/book.h"

namespace yokoten {

/// When a target for a year is due: the last day of that fiscal year.
Date due_of(const Target& target);

/// How much has to be gained each year, or each month where less than a year is left.
struct Pace {
  Decimal each;  ///< in points of a percentage or the unit, rounded up: less would not do
  bool by_year = true;
};

/// The pace from the figure's date to the target's; empty where there is no gap that is known, or
/// less than a month to close it.
std::optional<Pace> pace_to(const Book& book, const Figure& figure, const Target& target);

}  // namespace yokoten
