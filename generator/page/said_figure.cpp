#include "page/said_figure.h"
#include "model/shown_value.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// `is_exact`: not rounded to the decimals of the indicator. A bound never is, it would claim more.
std::string said(const Book& book, int indicator, const SaidFigure& figure, bool is_exact) {
  const Indicator& of = book.indicator(indicator);
  const auto shown = [&](Decimal number) {
    return measured_text(book, number_shown(of, number), of.unit);
  };
  if (figure.value)
    return shown(is_exact ? trimmed(*figure.value) : rounded(*figure.value, of.decimals));
  if (figure.lower) return book.word("label.at_least") + ' ' + shown(trimmed(*figure.lower));
  if (figure.missing.empty()) return book.word("state.no_value");
  const auto reason = parse_missing(figure.missing);
  if (!reason || *reason == Missing::not_set) return book.word("state.no_value");
  return book.word("state." + figure.missing);
}

}  // namespace

std::string said_text(const Book& book, int indicator, const SaidFigure& figure) {
  return said(book, indicator, figure, false);
}

std::pair<std::string, std::string> said_texts(const Book& book, int indicator,
                                               const SaidFigure& before, const SaidFigure& after) {
  const auto texts = [&](bool is_exact) {
    return std::pair(said(book, indicator, before, is_exact),
                     said(book, indicator, after, is_exact));
  };
  const auto rounded_texts = texts(false);
  return rounded_texts.first == rounded_texts.second ? texts(true) : rounded_texts;
}

}  // namespace yokoten
