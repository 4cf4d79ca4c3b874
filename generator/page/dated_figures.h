#pragma once

#include <memory>
#include <vector>

#include "page/book.h"

namespace yokoten {

/// Figures of a level at one period, highest first, made when they are first asked for. Pages on
/// several threads ask.
class DatedFigures {
 public:
  struct List {
    std::vector<Figure> all;
    std::vector<Figure> apart;  ///< those that can be told apart on a small picture
  };

  DatedFigures();
  const List& of_level(const Book& book, int indicator, AreaLevel level, int period) const;

 private:
  struct Made;
  std::shared_ptr<Made> made_;
};

}  // namespace yokoten
