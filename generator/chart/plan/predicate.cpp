#include <algorithm>
#include <cmath>
#include <string_view>

#include "chart/plan/plan.h"
#include "chart/plan/value.h"

namespace yokoten::chart {

namespace {

const Json* operand_at(const Predicate& predicate, std::size_t at) {
  return at < predicate.operands.size() ? predicate.operands[at] : nullptr;
}

/// A value beside an operand: dates given by their parts are compared in milliseconds.
struct Pair {
  Json value_moment, operand_moment;
  const Json* value;
  const Json* operand;

  Pair(const Json* left, const Json* right) : value(left), operand(right) {
    if (right == nullptr || !right->is_object()) return;
    if (const auto moment = moment_of(*right)) operand = &(operand_moment = *moment);
    if (left == nullptr) return;
    if (const auto moment = moment_of(*left)) value = &(value_moment = *moment);
  }
};

bool equal(const Json* value, const Json* operand) {
  const Pair pair(value, operand);
  return same_value(pair.value, pair.operand);
}

/// JavaScript's ==: null and nothing are the same, and texts are compared with numbers as numbers.
bool loosely_equal(const Json* value, const Json* operand) {
  const bool no_value = value == nullptr || value->is_null();
  const bool no_operand = operand == nullptr || operand->is_null();
  if (no_value || no_operand) return no_value == no_operand;
  if (value->is_like(*operand) || !value->is_primitive() || !operand->is_primitive())
    return same_value(value, operand);
  return number_of(value) == number_of(operand);
}

bool ordered(const Json* value, const Json* operand, Test test) {
  const Pair pair(value, operand);
  const bool below = less(pair.value, pair.operand);
  const bool above = less(pair.operand, pair.value);
  switch (test) {
    case Test::lt:
      return below;
    case Test::gt:
      return above;
    default:
      break;
  }
  const bool texts = pair.value != nullptr && pair.operand != nullptr && pair.value->is_string() &&
                     pair.operand->is_string();
  const bool comparable =
      texts || (!std::isnan(number_of(pair.value)) && !std::isnan(number_of(pair.operand)));
  return comparable && (test == Test::lte ? !above : !below);
}

bool within(const Json* value, const Json* low, const Json* high) {
  const bool open_below = low == nullptr || low->is_null();
  const bool open_above = high == nullptr || high->is_null();
  if (!open_below && !open_above && less(high, low)) std::swap(low, high);
  return (open_below || ordered(value, low, Test::gte)) &&
         (open_above || ordered(value, high, Test::lte));
}

bool valid(const Json* value) {
  return value != nullptr && !value->is_null() && std::isfinite(number_of(value));
}

bool one_of(const Predicate& predicate, const Json* value) {
  return std::any_of(predicate.operands.begin(), predicate.operands.end(),
                     [&](const Json* operand) { return equal(value, operand); });
}

bool passes(const Predicate& predicate, const Json* value) {
  const Json* first = operand_at(predicate, 0);
  switch (predicate.test) {
    case Test::equal:
      return predicate.loose ? loosely_equal(value, first) : equal(value, first);
    case Test::lt:
    case Test::lte:
    case Test::gt:
    case Test::gte:
      return ordered(value, first, predicate.test);
    case Test::range:
      return within(value, first, operand_at(predicate, 1));
    case Test::one_of:
      return one_of(predicate, value);
    case Test::valid:
      break;
  }
  const bool wanted = first == nullptr || !first->is_boolean() || first->truth();
  return valid(value) == wanted;
}

}  // namespace

bool holds(const Predicate& predicate, const Json& row) {
  return passes(predicate, find_value(row, predicate.field)) != predicate.negated;
}

}  // namespace yokoten::chart
