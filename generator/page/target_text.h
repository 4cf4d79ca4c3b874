#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// The target that is due next, on the publication's date or after it, set or not; nullptr if none
/// is left.
const Target* next_target(const Book& book, int indicator);
/// The one that the figure itself is to reach: targets are set for the publication's whole area and
/// for no part of it. nullptr for figures of other areas and of parts.
const Target* target_of(const Book& book, const Figure& figure);

/// The last of the whole area's targets that are numbers, where all are past; nullptr elsewhere.
const Target* last_target_of(const Book& book, const Figure& figure);

/// What became of a target whose date lies before the publication's: by the first figure that is of
/// that date or later, plans left out.
struct TargetEnd {
  Figure figure;        ///< without observation where nothing of that date or later is known
  bool is_met = false;  ///< else missed where the figure has a value, open where it is a bound
};
bool is_past(const Book& book, const Target& target);
TargetEnd end_of(const Book& book, int indicator, const Target& target);

/// What it asks for: 50%, 60件以上, 増加; 設定なし where none was set.
std::string target_text(const Book& book, int indicator, const Target& target);

/// 2026年目標 50%.
std::string dated_target_text(const Book& book, int indicator, const Target& target);

/// Whether the target that is a number asks for it or less.
bool is_ceiling(const Book& book, int indicator, const Target& target);

/// How far the figure still is from a target that is a number: from what is shown, so that a reader
/// finds the same, and from the exact value where that would say nothing or too little (40% of a
/// target of 40%, of which 39.6% are there). Never 0. Empty where it is reached, where figure or
/// target are no numbers, and of plans.
std::optional<Decimal> gap_to(const Book& book, const Figure& figure, const Target& target);

/// A difference of two figures with its unit: of percentages in points.
std::string distance_text(const Book& book, int indicator, const Decimal& distance);

/// How far the figure still is from a target that is a number: 48.0ポイント, 17箇所. Empty when it
/// is reached, or when figure or target are no numbers.
std::string gap_text(const Book& book, const Figure& figure, const Target& target);

/// Whether the figure is known to meet the target, by its exact value: rounding reaches none, and
/// no plan does.
bool is_reached(const Book& book, const Figure& figure, const Target& target);

}  // namespace yokoten
