#include "page/card_text.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "page/fields.h"
#include "page/target_text.h"

namespace yokoten {
namespace {

constexpr std::size_t longest_unbroken = 42;  // bytes: fourteen kanji fit a card

std::string rank_html(const Context& context, const Figure& figure) {
  const Rank* rank = rank_of(context.book, figure, false);
  if (rank == nullptr || figure.area == Areas::nation) return {};
  const bool prefecture = context.book.areas.at(figure.area).level == AreaLevel::prefecture;
  return fmt::format("{}で <b>{}位</b>。",
                     prefecture ? fmt::format("{}都道府県", rank->of)
                                : fmt::format("公表された{}市区町村", rank->of),
                     rank->place);
}

std::string nation_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const Figure nation = newest_figure(book, figure.indicator, Areas::nation);
  if (figure.area == Areas::nation || !figure.has_value() || !nation.has_value()) return {};
  if (book.indicator(figure.indicator).unit != "%") return {};
  const std::string direction = field_text(book, figure, "direction_to_nation");
  const auto points = points_between(book, figure, nation);
  if (direction == "同じ") return fmt::format("全国{}と同じ。", value_text(book, nation));
  // 6.03 beside 6.01: apart, but by less than what is shown.
  if (points && points->mantissa == 0)
    return fmt::format("全国{}とほぼ同じ。", value_text(book, nation));
  return fmt::format("全国{}より <b>{}ポイント</b>{}。", value_text(book, nation),
                     field_text(book, figure, "points_to_nation"), direction);
}

}  // namespace

std::string breakable_html(const std::string& text) {
  std::string out;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (!out.empty()) out += "<wbr>";
    const std::string word = html_text(text.substr(begin, end - begin));
    out += word.size() <= longest_unbroken ? "<span class=\"ib\">" + word + "</span>" : word;
    begin = end + 1;
  }
  return out;
}

std::string distance_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const Target* target = next_target(book, figure.indicator);
  if (target != nullptr && figure.area == Areas::nation) {
    const std::string gap = gap_text(book, figure, *target);
    if (!gap.empty()) return fmt::format("目標まで <b>{}</b>。", html_text(gap));
    if (is_reached(book, figure, *target))
      return html_text(dated_target_text(book, figure.indicator, *target)) + "に届いている。";
    return html_text(dated_target_text(book, figure.indicator, *target)) + "。";
  }
  return rank_html(context, figure) + nation_html(context, figure);
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
  const std::string unit = context.book.indicator(figure.indicator).count_unit;
  const std::string line =
      fmt::format("基準の{}%（{}{}）", to_shown(trimmed(goal)), to_shown(*needed), html_text(unit));
  if (more && more->mantissa > 0)
    return fmt::format("あと <b>{}{}</b>の申請で{}に届く。", to_shown(*more), html_text(unit),
                       line);
  return line + "に届いている。";
}

}  // namespace yokoten
