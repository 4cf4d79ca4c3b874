#include "page/share_proof.h"

#include <vector>

#include "model/condition.h"
#include "model/shown_value.h"
#include "page/indicator_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

struct Count {
  int all = 0;             // areas that are counted
  int met = 0;             // those whose own figure meets the condition
  int none = 0;            // those that have nothing which could meet it
  int open = 0;            // those of which it is not known
  bool any_least = false;  // whether one of the open ones has 90以上, below the limit
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
    const FoundObservation seen =
        book.measured.cube.find(condition, area, figure.observation->period);
    const Verdict said = verdict(of, seen, limit);
    ++count.all;
    count.met += said == Verdict::met;
    count.none += said == Verdict::not_applicable;
    count.open += said == Verdict::unknown;
    count.any_least |= said == Verdict::unknown && seen != nullptr && seen->has(bound);
  }
  return count;
}

std::string open_text(const Book& book, const Count& count, const std::string& unit,
                      bool is_bound) {
  const char* word = is_bound ? (count.any_least ? "page.share_bound_least" : "page.share_bound")
                              : (count.any_least ? "page.share_open_least" : "page.share_open");
  return book.word(word, {counted_kind(book, count.open, unit)});
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
  if (count.open == 0 && count.none == 0)
    return book.word("page.share_all", {counted_kind(book, count.all, unit), limit, met});
  const int known = count.all - count.none - count.open;
  std::string text = book.word("page.share_listed", {counted_kind(book, known, unit), limit, met});
  if (count.none > 0)
    add_sentence(book, text, book.word("page.share_none", {counted_kind(book, count.none, unit)}));
  const auto& certain = figure.observation->numerator;
  const std::int64_t proven = certain ? certain->mantissa - count.met : 0;
  if (proven > 0)
    add_sentence(book, text,
                 book.word("page.share_proven", {std::to_string(proven), std::to_string(proven)}));
  if (count.open > 0) add_sentence(book, text, open_text(book, count, unit, certain.has_value()));
  return text;
}

}  // namespace yokoten
