#include "page/dated_figures.h"

#include <map>
#include <mutex>
#include <tuple>

namespace yokoten {
namespace {

DatedFigures::List listed_at(const Book& book, int indicator, AreaLevel level, int period) {
  const bool municipal = level == AreaLevel::municipality;
  const auto prefectures = book.areas.prefectures();
  const std::vector<int> areas = municipal
                                     ? book.areas.municipalities()
                                     : std::vector<int>{prefectures.begin(), prefectures.end()};
  DatedFigures::List list;
  list.all = figures_at(book, indicator, areas, period);
  list.apart = municipal ? lying_apart(list.all) : list.all;
  return list;
}

}  // namespace

// In a map, which leaves what it holds where it is.
struct DatedFigures::Made {
  std::mutex guard;
  std::map<std::tuple<int, AreaLevel, int>, List> lists;
};

DatedFigures::DatedFigures() : made_(std::make_shared<Made>()) {}

const DatedFigures::List& DatedFigures::of_level(const Book& book, int indicator, AreaLevel level,
                                                 int period) const {
  read_notes::add_more();
  const NotedReads by_nobody(nullptr);  // who comes first makes it for all
  const std::lock_guard lock(made_->guard);
  const auto [at, is_new] = made_->lists.try_emplace({indicator, level, period});
  if (is_new) at->second = listed_at(book, indicator, level, period);
  return at->second;
}

}  // namespace yokoten
