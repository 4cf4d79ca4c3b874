#pragma once

#include <string>
#include <vector>

#include "page/book.h"

namespace yokoten {

/// A case that has something in common with another, and what.
struct SimilarCase {
  const GoodPractice* practice = nullptr;
  std::vector<std::string> themes, technologies, services;  ///< as readers see them
  int area = Areas::none;  ///< the municipality or prefecture that both are from
  bool same_size = false;
  int score = 0;
};

/// At most `most` cases that are like this one, nearest first; of equal ones the first by address.
/// Shared themes, technologies and services weigh most, less where most cases have them; a shared
/// place and size come behind them and are not enough by themselves.
std::vector<SimilarCase> similar_cases(const Publication& publication, const Areas& areas, int home,
                                       const GoodPractice& practice, std::size_t most);

/// 同じテーマ：説明と体験、費用の支援。同じ技術：…
std::string similar_text(const Book& book, const SimilarCase& similar);

}  // namespace yokoten
