#include "page/change_text.h"

#include <algorithm>

#include "page/wording.h"

namespace yokoten {
namespace {

const OutcomeSummary* summary_of(const Book& book, const Figure& figure) {
  const auto& all = book.measured.outcomes;
  const auto at = std::find_if(all.begin(), all.end(), [&](const OutcomeSummary& each) {
    return each.indicator == figure.indicator && each.area == figure.area &&
           each.period == figure.observation->period && each.breakdown == figure.breakdown;
  });
  return at == all.end() || at->hidden ? nullptr : &*at;
}

// 8.5日→9.4日
std::string sides_text(const Book& book, const Figure& figure) {
  const Indicator& indicator = book.indicator(figure.indicator);
  const OutcomeSummary* seen = summary_of(book, figure);
  if (seen == nullptr || !seen->before.mean || !seen->after.mean) return {};
  const auto shown = [&](const Decimal& mean) {
    return measured_text(book, to_shown(rounded(mean, indicator.decimals)), side_unit(indicator));
  };
  return book.word("outcomes.from_before", {shown(*seen->before.mean), shown(*seen->after.mean)});
}

// Percentages and scores rise and fall, what is counted becomes more and fewer.
const char* direction_word(const Book& book, const Indicator& indicator, bool is_more) {
  const bool height =
      side_unit(indicator) == "%" || indicator.unit == book.word("sentence.score_unit");
  if (is_more) return height ? "sentence.rose" : "sentence.grew";
  return height ? "sentence.fell" : "sentence.shrank";
}

}  // namespace

std::string side_unit(const Indicator& indicator) {
  return indicator.outcome->outcome == Outcome::turnover ? "%" : indicator.unit;
}

std::string change_text(const Book& book, const Figure& figure) {
  const Indicator& indicator = book.indicator(figure.indicator);
  const auto shown = shown_value(book, figure);
  if (indicator.kind != IndicatorKind::outcome || !shown || !figure.has_value()) return {};
  const std::string sides = sides_text(book, figure);
  const auto with_sides = [&](const std::string& text) {
    return sides.empty() ? text : bracketed(book, text, sides);
  };
  if (shown->mantissa == 0)
    return with_sides(book.word(figure.is_zero() ? "outcomes.unchanged" : "outcomes.nearly"));
  const bool is_more = shown->mantissa > 0;
  const Decimal by{is_more ? shown->mantissa : -shown->mantissa, shown->scale};
  return with_sides(
      book.word("outcomes.changed", {measured_text(book, to_shown(by), indicator.unit),
                                     book.word(direction_word(book, indicator, is_more))}));
}

}  // namespace yokoten
