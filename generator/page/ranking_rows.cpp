#include "page/ranking_rows.h"

#include <algorithm>

#include "page/common_period.h"
#include "page/count_text.h"

namespace yokoten {
namespace {

bool is_reversed(const Book& book, int indicator) {
  return book.indicator(indicator).better == Better::lower;
}

// The first place first: the highest, or the lowest where lower is better.
std::vector<Figure> figures_in_order(const Context& context, const RankingRequest& request) {
  const Book& book = context.book;
  const AreaLevel level = request.municipal ? AreaLevel::municipality : AreaLevel::prefecture;
  std::vector<Figure> figures =
      request.municipal && request.own_prefecture
          ? figures_below(book, request.indicator, whole_of(context, request))
          : figures_of_level(book, request.indicator, level);
  if (is_reversed(book, request.indicator))
    std::stable_sort(figures.begin(), figures.end(), [&](const Figure& a, const Figure& b) {
      return compare_figures(book, a, b) < 0;
    });
  return figures;
}

// Counts such as 0 or 1 (a centre) make no order.
bool has_order(const Book& book, int indicator, const std::vector<Figure>& figures) {
  if (book.indicator(indicator).unit == "%") return !figures.empty();
  int kinds = 0;
  std::string before;
  for (const Figure& figure : figures) {
    const std::string text = number_text(book, figure);
    kinds += text != before;
    before = text;
  }
  return kinds > 2;
}

// Both ends of the order.
std::vector<Figure> ends_of(const std::vector<Figure>& figures, int ends) {
  const auto count = static_cast<std::size_t>(ends);
  if (figures.size() <= 2 * count) return figures;
  std::vector<Figure> kept(figures.begin(), figures.begin() + ends);
  kept.insert(kept.end(), figures.end() - ends, figures.end());
  return kept;
}

// The whole stands in the order as its own row, after those that are ahead of it.
void put_whole(const Book& book, const Figure& whole, std::vector<Figure>& figures) {
  if (book.indicator(whole.indicator).kind != IndicatorKind::ratio || !whole.has_value()) return;
  const int behind = is_reversed(book, whole.indicator) ? 1 : -1;
  const auto at = std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) {
    return compare_figures(book, figure, whole) == behind;
  });
  figures.insert(at, whole);
}

}  // namespace

int whole_of(const Context& context, const RankingRequest& request) {
  return request.municipal && request.own_prefecture
             ? context.book.areas.prefecture_of(context.whole())
             : Areas::nation;
}

std::vector<RankingRow> ranking_rows(const Context& context, const RankingRequest& request) {
  const Book& book = context.book;
  std::vector<Figure> figures = figures_in_order(context, request);
  if (!has_order(book, request.indicator, figures)) return {};
  if (request.ends) figures = ends_of(figures, *request.ends);
  const int whole = whole_of(context, request);
  const int period = common_period(book, figures);
  put_whole(book, figure_at(book, request.indicator, whole, period), figures);
  if (figures.size() < 2) return {};
  std::vector<RankingRow> rows;
  for (const Figure& figure : figures) {
    RankingRow row{figure, {}, figure.area == whole, figure.area == context.area};
    const Rank* rank = rank_of(book, figure, request.municipal && request.own_prefecture);
    row.date = own_date_text(book, figure, period);
    if (rank != nullptr && !row.whole && row.date.empty()) row.place = count_text(rank->place);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace yokoten
