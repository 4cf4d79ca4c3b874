#include "page/similar_areas.h"

#include <algorithm>

namespace yokoten {
namespace {

// How many times the larger is the smaller; sizes are above 0.
double times_apart(const Figure& a, const Figure& b) {
  const double left = to_double(*a.observation->value), right = to_double(*b.observation->value);
  return left > right ? left / right : right / left;
}

bool has_size(const Figure& figure) {
  return figure.has_value() && figure.observation->value->mantissa > 0;
}

bool is_alike(const Book& book, const Figure& own, const Figure& other) {
  if (other.area == own.area || other.observation->period != own.observation->period) return false;
  return likeness_word(book, other.area) == likeness_word(book, own.area);
}

}  // namespace

std::string kind_name(const Book& book, const Area& area) {
  for (const auto& [kind, key] :
       {std::pair{"国", "kind.is_nation"}, std::pair{"都道府県", "kind.is_prefecture"},
        std::pair{"市", "kind.is_city"}, std::pair{"特別区", "kind.is_ward"},
        std::pair{"町", "kind.is_town"}, std::pair{"村", "kind.is_village"}})
    if (area.kind == kind) return book.word(key);
  return area.kind;
}

std::string likeness_word(const Book& book, int area) {
  const Area& at = book.areas.at(area);
  if (at.level == AreaLevel::prefecture) return book.word("label.prefecture");
  if (at.designated_city) return book.word("similar.designated_city");
  return at.kind == "町" || at.kind == "村" ? book.word("similar.towns") : kind_name(book, at);
}

SimilarAreas similar_areas(const Book& book, int area, const LikenessRequest& request) {
  SimilarAreas found;
  Figure own;
  for (const int size : request.sizes) {
    own = newest_figure(book, size, area);
    if (!has_size(own)) continue;
    found.size = size;
    break;
  }
  if (found.size < 0) return found;
  std::vector<Figure> alike;
  for (const Figure& other : figures_of_level(book, found.size, book.areas.at(area).level))
    if (has_size(other) && is_alike(book, own, other)) alike.push_back(other);
  std::stable_sort(alike.begin(), alike.end(), [&](const Figure& a, const Figure& b) {
    const double left = times_apart(a, own), right = times_apart(b, own);
    return left != right ? left < right : a.area < b.area;
  });
  if (alike.size() > request.limit) alike.resize(request.limit);
  for (const Figure& each : alike) found.areas.push_back(each.area);
  return found;
}

}  // namespace yokoten
