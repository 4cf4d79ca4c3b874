#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page/context.h"

namespace yokoten {

/// What is put in order.
struct RankingRequest {
  int indicator = -1;
  bool municipal = false;       ///< municipalities instead of prefectures
  bool own_prefecture = false;  ///< only those of the page's prefecture
  std::optional<int> ends;      ///< only so many of the first and of the last
};

/// An area in its order, or the whole that they are parts of, which has no place.
struct RankingRow {
  Figure figure;
  std::string place;  ///< 1, 2, 2, 4; empty for the whole
  bool whole = false;
  bool own = false;          ///< what the page is about
  std::string date{};        ///< of a figure that is of another period than most; it has no place
  std::size_t unlisted = 0;  ///< how many of the same figure `ends` leaves out behind it
  std::size_t alike = 0;     ///< of an end that was cut: how many are shown as the same number
};

/// Areas with a value, the first place first, the whole among them where it is a ratio. Empty where
/// the figures make no order: under two, or counts that only say yes or no.
std::vector<RankingRow> ranking_rows(const Context& context, const RankingRequest& request);

/// Puts figures of one indicator in the order of their places: the highest first, or the lowest
/// where lower is better; equals stay as they stand.
void put_best_first(const Book& book, std::vector<Figure>& highest_first);

/// The area of the whole: the nation, or the page's prefecture.
int whole_of(const Context& context, const RankingRequest& request);

}  // namespace yokoten
