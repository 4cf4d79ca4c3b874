#include "page/ranking_rows.h"

#include <algorithm>

#include "base/count_text.h"
#include "page/common_period.h"

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
  put_best_first(book, figures);
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

/// A figure of an order of which only the ends are listed.
struct Listed {
  Figure figure;
  std::size_t unlisted = 0;  ///< how many of the same figure are left out; at the last that is not
  std::size_t alike = 0;     ///< how many are shown as the same number, where it is an end
};

std::vector<Listed> listed(const std::vector<Figure>& figures) {
  std::vector<Listed> all;
  for (const Figure& figure : figures) all.push_back({figure});
  return all;
}

// How many of the same figure stand before `at`, and behind it.
std::size_t alike_before(const Book& book, const std::vector<Figure>& figures, std::size_t at) {
  std::size_t count = 0;
  while (count < at && compare_figures(book, figures[at - 1 - count], figures[at]) == 0) ++count;
  return count;
}
std::size_t alike_behind(const Book& book, const std::vector<Figure>& figures, std::size_t at) {
  std::size_t count = 0;
  while (at + 1 + count < figures.size() &&
         compare_figures(book, figures[at + 1 + count], figures[at]) == 0)
    ++count;
  return count;
}

void count_alike(const Book& book, const std::vector<Figure>& figures, std::vector<Listed>& kept) {
  for (const Figure& end : {figures.front(), figures.back()}) {
    const auto is_alike = [&, shown = *shown_value(book, end)](const Figure& each) {
      return compare(*shown_value(book, each), shown) == 0;
    };
    const auto count = std::count_if(figures.begin(), figures.end(), is_alike);
    for (Listed& each : kept)
      if (is_alike(each.figure)) each.alike = static_cast<std::size_t>(count);
  }
}

// Both ends of the order. Where a figure that many share is cut, those that areas are listed first
// by stand, and the last of them says how many others have it.
std::vector<Listed> ends_of(const Book& book, const std::vector<Figure>& figures, int ends) {
  const auto count = static_cast<std::size_t>(ends);
  const std::size_t size = figures.size();
  if (size <= 2 * count) return listed(figures);
  std::vector<Listed> kept = listed({figures.begin(), figures.begin() + ends});
  const std::size_t more = alike_behind(book, figures, count - 1);
  const std::size_t cut = size - count;
  const std::size_t before = alike_before(book, figures, cut);
  const std::size_t same = 1 + alike_behind(book, figures, cut);
  const bool one_figure = count + more > cut;  // shared by all between both ends
  kept.back().unlisted = one_figure ? cut - count : more;
  const std::size_t first = one_figure ? cut : cut - before;
  for (std::size_t at = 0; at < count; ++at)
    kept.push_back({figures[at < same ? first + at : cut + at]});
  if (!one_figure) kept[count + same - 1].unlisted = before;
  count_alike(book, figures, kept);
  return kept;
}

// What most of those that are listed are of.
int period_of(const Book& book, const std::vector<Listed>& kept) {
  std::vector<Figure> figures;
  for (const Listed& each : kept) figures.push_back(each.figure);
  return common_period(book, figures);
}

// The whole stands in the order as its own row, after those that are ahead of it; but no plan among
// what is known, nor the other way round.
void put_whole(const Book& book, const Figure& whole, std::vector<Listed>& figures) {
  if (book.indicator(whole.indicator).kind != IndicatorKind::ratio || !whole.has_value()) return;
  if (figures.empty() || whole.is_planned() != figures.front().figure.is_planned()) return;
  const int behind = is_reversed(book, whole.indicator) ? 1 : -1;
  const auto at = std::find_if(figures.begin(), figures.end(), [&](const Listed& each) {
    return compare_figures(book, each.figure, whole) == behind;
  });
  figures.insert(at, {whole});
}

}  // namespace

int whole_of(const Context& context, const RankingRequest& request) {
  return request.municipal && request.own_prefecture
             ? context.book.areas.prefecture_of(context.whole())
             : Areas::nation;
}

void put_best_first(const Book& book, std::vector<Figure>& highest_first) {
  if (highest_first.empty() || !is_reversed(book, highest_first.front().indicator)) return;
  std::stable_sort(
      highest_first.begin(), highest_first.end(),
      [&](const Figure& a, const Figure& b) { return compare_figures(book, a, b) < 0; });
}

std::vector<RankingRow> ranking_rows(const Context& context, const RankingRequest& request) {
  const Book& book = context.book;
  const std::vector<Figure> all = figures_in_order(context, request);
  if (!has_order(book, request.indicator, all)) return {};
  std::vector<Listed> kept = request.ends ? ends_of(book, all, *request.ends) : listed(all);
  const int whole = whole_of(context, request);
  const int period = period_of(book, kept);
  put_whole(book, figure_at(book, request.indicator, whole, period), kept);
  if (kept.size() < 2) return {};
  std::vector<RankingRow> rows;
  for (const auto& [figure, unlisted, alike] : kept) {
    RankingRow row{figure, {}, figure.area == whole, figure.area == context.area};
    row.unlisted = unlisted;
    row.alike = alike;
    const Rank* rank = rank_of(book, figure, request.municipal && request.own_prefecture);
    row.date = own_date_text(book, figure, period);
    if (rank != nullptr && !row.whole && row.date.empty()) row.place = count_text(rank->place);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace yokoten
