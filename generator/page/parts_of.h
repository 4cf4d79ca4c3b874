#pragma once

#include <string>
#include <vector>

#include "page/book.h"

namespace yokoten {

/// One code of an indicator's `by` with its figure.
struct PartFigure {
  std::string code;  ///< 第一期
  std::string label;  ///< 令和４年度下半期, or the code where the publication has no labels for it
  Figure figure;
};

/// The codes of the indicator's `by` in the order of their labels (else as they were read) with the
/// area's figures; codes without a figure are left out. Empty where the indicator has no `by`.
std::vector<PartFigure> parts_of(const Book& book, int indicator, int area);

/// What an indicator has figures of where it has none of an area as a whole.
enum class Instead { nothing, parts, areas };
Instead has_instead(const Book& book, const Figure& figure);

}  // namespace yokoten
