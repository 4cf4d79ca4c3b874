#include "page/share_proof.h"

#include <vector>

#include "model/shown_value.h"
#include "page/indicator_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

struct Count {
  int all = 0;    // areas that are counted
  int known = 0;  // those with a figure
  int met = 0;    // those whose own figure meets the condition
};

std::vector<int> counted_areas(const Book& book, const Figure& figure) {
  const auto children = book.areas.children(figure.area);
  if (figure.area != Areas::nation || book.indicator(figure.indicator).of == AreaLevel::prefecture)
    return {children.begin(), children.end()};
  return book.areas.municipalities();
}

Count counted(const Book& book, const Figure& figure, int condition) {
  const Indicator& of = book.indicator(condition);
  const Decimal limit = book.indicator(figure.indicator).condition_at_least.value_or(Decimal{});
  Count count;
  for (const int area : counted_areas(book, figure)) {
    ++count.all;
    const Observation* seen = book.measured.cube.find(condition, area, figure.observation->period);
    if (seen == nullptr || !seen->value) continue;
    ++count.known;
    count.met += compare_value(of, *seen, limit) >= 0;
  }
  return count;
}

}  // namespace

std::string share_proof(const Book& book, const Figure& figure) {
  const Indicator& indicator = book.indicator(figure.indicator);
  const int condition = book.publication.indicator(indicator.condition_indicator);
  if (condition < 0 || figure.observation == nullptr) return {};
  const Count count = counted(book, figure, condition);
  const std::string unit = kind_word(book, indicator.of);
  const std::string limit =
      short_title(book, condition) + ' ' +
      book.word(
          "label.or_more",
          {measured_text(book, to_shown(trimmed(indicator.condition_at_least.value_or(Decimal{}))),
                         book.indicator(condition).unit)});
  const std::string met = counted_kind(book, count.met, unit);
  if (count.known == count.all)
    return book.word("page.share_all", {counted_kind(book, count.all, unit), limit, met});
  std::string text =
      book.word("page.share_listed", {counted_kind(book, count.known, unit), limit, met});
  const auto& certain = figure.observation->numerator;
  const std::int64_t proven = certain ? certain->mantissa - count.met : 0;
  if (proven > 0)
    add_sentence(book, text,
                 book.word("page.share_proven", {std::to_string(proven), std::to_string(proven)}));
  add_sentence(book, text,
               book.word(certain ? "page.share_bound" : "page.share_open",
                         {counted_kind(book, count.all - count.known, unit)}));
  return text;
}

}  // namespace yokoten
