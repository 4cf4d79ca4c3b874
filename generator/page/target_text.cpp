#include "page/target_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/shown_value.h"
#include "page/pace.h"
#include "page/wording.h"

namespace yokoten {
namespace {

bool is_number(const Target& target) {
  return target.number.has_value() &&
         (target.kind == Target::Kind::number || target.kind == Target::Kind::at_least ||
          target.kind == Target::Kind::at_most);
}

// The gap that a reader finds between what is shown and the target. Empty where the target has more
// places than what is shown, or rounding has brought that to the target.
std::optional<Decimal> shown_gap(const Book& book, const Figure& figure, const Target& target) {
  const int places = book.indicator(figure.indicator).decimals;
  if (trimmed(*target.number).scale > places) return std::nullopt;
  auto gap = difference(*target.number, *shown_value(book, figure));
  if (!gap) return std::nullopt;
  if (is_ceiling(book, figure.indicator, target)) gap->mantissa = -gap->mantissa;
  if (gap->mantissa <= 0) return std::nullopt;
  return rounded(*gap, places);
}

// The gap that there is, with as many places as it takes to be none of 0.
std::optional<Decimal> exact_gap(const Book& book, const Figure& figure, const Target& target) {
  const Indicator& indicator = book.indicator(figure.indicator);
  int places = std::max(indicator.decimals, trimmed(*target.number).scale);
  for (;; ++places) {
    auto gap = distance_to(indicator, *figure.observation, *target.number, places);
    if (!gap) return std::nullopt;
    if (gap->mantissa < 0) gap->mantissa = -gap->mantissa;
    if (gap->mantissa > 0) return gap;
    if (places >= value_places) return Decimal{1, places};
  }
}

}  // namespace

bool is_ceiling(const Book& book, int indicator, const Target& target) {
  if (target.kind != Target::Kind::number) return target.kind == Target::Kind::at_most;
  return book.indicator(indicator).better == Better::lower;
}

bool is_past(const Book& book, const Target& target) {
  const auto as_of = parse_period(book.publication.as_of);
  return as_of && due_of(target) < last_day(*as_of);
}

const Target* next_target(const Book& book, int indicator) {
  const Target* next = nullptr;
  for (const Target& target : book.indicator(indicator).targets)
    if (!is_past(book, target) && (next == nullptr || target.year < next->year)) next = &target;
  return next;
}

const Target* last_target_of(const Book& book, const Figure& figure) {
  if (figure.area != book.home || figure.breakdown != 0 ||
      next_target(book, figure.indicator) != nullptr)
    return nullptr;
  const Target* last = nullptr;
  for (const Target& target : book.indicator(figure.indicator).targets)
    if (is_number(target) && (last == nullptr || target.year > last->year)) last = &target;
  return last;
}

TargetEnd end_of(const Book& book, int indicator, const Target& target) {
  const Cube& cube = book.measured.cube;
  for (const FoundObservation& each : cube.series(indicator, book.home)) {
    const Period period = cube.period(each->period);
    const bool tells = (each->value || each->lower) && !each->has(planned);
    if (!tells || period.kind == PeriodKind::none || last_day(period) < due_of(target)) continue;
    const Figure figure{indicator, book.home, 0, each};
    return {figure, is_reached(book, figure, target)};
  }
  return {{indicator, book.home, 0, nullptr}};
}

const Target* target_of(const Book& book, const Figure& figure) {
  const bool is_whole = figure.area == book.home && figure.breakdown == 0;
  return is_whole ? next_target(book, figure.indicator) : nullptr;
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
  if (!is_number(target) || !(figure.has_value() || figure.is_bound()) || figure.is_planned())
    return false;
  const bool ceiling = is_ceiling(book, figure.indicator, target);
  // That it is this or more says nothing of a target below.
  if (ceiling && figure.is_bound()) return false;
  const int compared =
      compare_value(book.indicator(figure.indicator), *figure.observation, *target.number);
  return ceiling ? compared <= 0 : compared >= 0;
}

std::optional<Decimal> gap_to(const Book& book, const Figure& figure, const Target& target) {
  // A bound says only that the gap is this or less; that is no figure to print.
  if (!is_number(target) || !figure.has_value() || figure.is_planned() ||
      is_reached(book, figure, target))
    return std::nullopt;
  const auto gap = shown_gap(book, figure, target);
  return gap ? gap : exact_gap(book, figure, target);
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
