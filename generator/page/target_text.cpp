#include "page/target_text.h"
#include "page/wording.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

bool is_number(const Target& target) {
  return target.number.has_value() &&
         (target.kind == Target::Kind::number || target.kind == Target::Kind::at_least ||
          target.kind == Target::Kind::at_most);
}

int year_of(const std::string& as_of) {
  const auto period = parse_period(as_of);
  return period ? period->year : 0;
}

bool lower_is_better(const Book& book, int indicator, const Target& target) {
  return target.kind == Target::Kind::at_most || book.indicator(indicator).better == Better::lower;
}

}  // namespace

const Target* next_target(const Book& book, int indicator) {
  for (const Target& target : book.indicator(indicator).targets)
    if (target.year >= year_of(book.publication.as_of)) return &target;
  return nullptr;
}

std::string target_text(const Book& book, int indicator, const Target& target) {
  if (target.kind == Target::Kind::not_set) return book.word("state.not_set");
  if (!is_number(target)) return target.text;
  const std::string number =
      measured_text(book, to_shown(*target.number), book.indicator(indicator).unit);
  if (target.kind == Target::Kind::at_least) return book.word("label.or_more", {number});
  return target.kind == Target::Kind::at_most ? book.word("label.or_less", {number}) : number;
}

std::string dated_target_text(const Book& book, int indicator, const Target& target) {
  return book.word("label.target_value",
                   {std::to_string(target.year), target_text(book, indicator, target)});
}

bool is_reached(const Book& book, const Figure& figure, const Target& target) {
  if (!is_number(target) || !(figure.has_value() || figure.is_bound())) return false;
  const Decimal& known =
      figure.has_value() ? *figure.observation->value : *figure.observation->lower;
  const int compared = compare(known, *target.number);
  return lower_is_better(book, figure.indicator, target) ? compared <= 0 : compared >= 0;
}

std::optional<Decimal> gap_to(const Book& book, const Figure& figure, const Target& target) {
  // A bound says only that the gap is this or less; that is no figure to print.
  if (!is_number(target) || !figure.has_value() || is_reached(book, figure, target))
    return std::nullopt;
  auto gap = difference(*target.number, *shown_value(book, figure));
  if (!gap) return std::nullopt;
  if (gap->mantissa < 0) gap->mantissa = -gap->mantissa;
  return rounded(*gap, book.indicator(figure.indicator).decimals);
}

std::string distance_text(const Book& book, int indicator, const Decimal& distance) {
  const std::string& unit = book.indicator(indicator).unit;
  const std::string number = to_shown(distance);
  if (unit != "%") return measured_text(book, number, unit);
  return measured_text(book, number, book.word(number == "1" ? "label.point" : "label.points"));
}

std::string gap_text(const Book& book, const Figure& figure, const Target& target) {
  const auto gap = gap_to(book, figure, target);
  return gap ? distance_text(book, figure.indicator, *gap) : std::string();
}

}  // namespace yokoten
