#pragma once

#include <vector>

#include "page/book.h"

namespace yokoten {

/// What makes areas alike.
struct LikenessRequest {
  std::vector<int> sizes;  ///< indicators; the first that has a value for the area counts
  std::size_t limit = 5;
};

/// Areas like one, and by which indicator.
struct SimilarAreas {
  int size = -1;             ///< the indicator that sizes were taken from; -1 where none is known
  std::vector<int> areas{};  ///< nearest size first
};

/// The prefectures, or the municipalities of the same kind (designated cities, cities, special
/// wards, towns and villages), whose size is nearest to that of the area in the same period.
SimilarAreas similar_areas(const Book& book, int area, const LikenessRequest& request);

/// What an area is by itself: 市, Town.
std::string kind_name(const Book& book, const Area& area);

/// What municipalities like this one are: 政令指定都市, 市, 特別区, 町村; 都道府県.
std::string likeness_word(const Book& book, int area);

}  // namespace yokoten
