#pragma once

#include <string>
#include <vector>

#include "page/book.h"

namespace yokoten {

/// An end of an order: how many areas have that very figure, and the first of them as areas are
/// listed everywhere. Sentences, cards and rankings name an end by this alone.
struct SharedEnd {
  int area = Areas::none;
  std::size_t count = 0;
};

/// Of figures with a value, in order either way, equals in the order of areas; at least one.
SharedEnd first_end(const Book& book, const std::vector<Figure>& figures);
SharedEnd last_end(const Book& book, const std::vector<Figure>& figures);

/// 佐賀県, or 佐賀県など3都道府県. `kind` is what the areas are.
std::string end_name(const Book& book, const SharedEnd& end, const std::string& kind);

}  // namespace yokoten
