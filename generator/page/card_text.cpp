#include "page/card_text.h"

#include <fmt/format.h>

#include "base/count_text.h"
#include "base/html_text.h"
#include "base/japanese_marks.h"
#include "page/common_period.h"
#include "page/fields.h"
#include "page/indicator_text.h"
#include "page/target_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

bool is_prefecture(const Book& book, const Figure& figure) {
  return book.areas.at(figure.area).level == AreaLevel::prefecture;
}

constexpr std::size_t longest_unbroken = 42;  // bytes: fourteen kanji fit a card

std::string rank_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const Rank* rank = rank_of(book, figure, false);
  if (rank == nullptr || figure.area == Areas::nation) return {};
  const std::string among = among_text(book, is_prefecture(book, figure), rank->of);
  if (!tells_apart(rank))
    return html_text(no_place_text(book, figure, *rank)) + book.word("join.stop");
  const std::string place = count_text(rank->place);
  if (rank->tied == 1) return book.word("card.rank", {among, place});
  return book.word("card.rank_tied", {among, place, tied_text(book, figure, *rank)});
}

std::string nation_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const Figure nation = same_period(book, figure, Areas::nation);
  if (figure.area == Areas::nation || !figure.has_value() || !nation.has_value()) return {};
  if (book.indicator(figure.indicator).unit != "%") return {};
  const std::string whole = html_text(value_text(book, nation));
  const auto points = points_between(book, figure, nation);
  if (compare_figures(book, figure, nation) == 0) return book.word("card.nation_same", {whole});
  // 6.03 beside 6.01: apart, but by less than what is shown.
  if (points && points->mantissa == 0) return book.word("card.nation_nearly", {whole});
  return book.word("card.nation_than", {whole, points_text(book, figure, nation),
                                        direction_text(book, figure, nation)});
}

}  // namespace

std::string among_text(const Book& book, bool prefectures, int count) {
  if (prefectures) return counted_kind(book, count, kind_word(book, AreaLevel::prefecture));
  return book.word("kind.published", {count_text(count)});
}

std::string tied_text(const Book& book, const Figure& figure, const Rank& rank) {
  return counted_kind(book, rank.tied, kind_word(book, book.areas.at(figure.area).level));
}

std::string no_place_text(const Book& book, const Figure& figure, const Rank& rank) {
  const std::string among = among_text(book, is_prefecture(book, figure), rank.of);
  if (rank.tied == rank.of) return book.word("card.all_same", {among});
  return book.word("card.mostly_same", {among, tied_text(book, figure, rank)});
}

std::string breakable_html(const std::string& text) {
  if (!has_japanese(text)) return html_text(text);
  std::string out;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (!out.empty()) out += "<wbr>";
    const std::string word = html_text(std::string_view(text).substr(begin, end - begin));
    const bool is_short = word.size() <= longest_unbroken;
    if (is_short) out += "<span class=\"ib\">";
    out += word;
    if (is_short) out += "</span>";
    begin = end + 1;
  }
  return out;
}

std::string distance_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  if (const Target* target = target_of(book, figure)) {
    const std::string gap = gap_text(book, figure, *target);
    if (!gap.empty()) return book.word("card.to_target", {html_text(gap)});
    if (is_reached(book, figure, *target))
      return book.word("card.reached",
                       {html_text(dated_target_text(book, figure.indicator, *target))});
    return html_text(dated_target_text(book, figure.indicator, *target)) + book.word("join.stop");
  }
  std::string html = rank_html(context, figure);
  add_sentence(book, html, nation_html(context, figure));
  return html;
}

std::optional<Decimal> units_needed(const Figure& figure, const Decimal& goal) {
  const auto& parts = figure.observation->denominator;
  if (!parts || parts->scale != 0) return std::nullopt;
  const auto nearest_whole = quotient({parts->mantissa * goal.mantissa, goal.scale}, {100, 0}, 0);
  if (!nearest_whole) return std::nullopt;
  // Half-up may have gone down: one more is needed then.
  const bool short_of = compare_ratios(*nearest_whole, *parts, goal, {100, 0}) < 0;
  return Decimal{nearest_whole->mantissa + (short_of ? 1 : 0), 0};
}

std::string goal_html(const Context& context, const Figure& figure, const Decimal& goal) {
  if (!figure.has_value() || !figure.observation->numerator) return {};
  const auto needed = units_needed(figure, goal);
  if (!needed) return {};
  const auto more = difference(*needed, *figure.observation->numerator);
  const Book& book = context.book;
  const auto counted = [&](const Decimal& number) {
    return html_text(
        measured_text(book, to_shown(number), book.indicator(figure.indicator).count_unit));
  };
  const std::string line = book.word("card.goal", {to_shown(trimmed(goal)), counted(*needed)});
  if (figure.is_planned()) return line + book.word("join.stop");
  if (more && more->mantissa > 0) return book.word("card.goal_more", {counted(*more), line});
  return book.word("card.reached", {line});
}

}  // namespace yokoten
