#include "chart/spec/predicate.h"

#include "chart/spec/field.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

constexpr std::size_t kDeepest = 60;  // steps of a pointer; predicates may nest

struct Comparison {
  std::string_view name;
  Test test;
};
constexpr Comparison kComparisons[] = {{"equal", Test::equal},  {"lt", Test::lt},
                                       {"lte", Test::lte},      {"gt", Test::gt},
                                       {"gte", Test::gte},      {"range", Test::range},
                                       {"oneOf", Test::one_of}, {"valid", Test::valid}};

// `range` with an open end is a comparison with the other one; open at both it always holds.
void take_range(Reading& reading, const Json& json, Predicate& into) {
  if (!json.is_array() || json.size() != 2) return refuse_value(reading, json, "[low, high]");
  take_items(reading, json, [&](const Json& end) {
    if (!end.is_number() && !end.is_null()) return refuse_value(reading, end, "number, null");
    if (!end.is_null()) into.operands.push_back(&end);
  });
  if (into.operands.size() == 1) into.test = json[0].is_null() ? Test::lte : Test::gte;
}

void take_operand(Reading& reading, const Json& json, Predicate& into) {
  switch (into.test) {
    case Test::valid:
      if (!json.is_boolean()) return refuse_value(reading, json, "true, false");
      into.negated = !json.truth();
      return;
    case Test::range:
      return take_range(reading, json, into);
    case Test::one_of:
      take_values(reading, json, into.operands);
      if (!into.operands.empty() && into.operands[0]->is_object())
        refuse_value(reading, json, "numbers, or strings, or booleans");
      return;
    default:
      if (!json.is_number() && !json.is_string() &&
          !(json.is_boolean() && into.test == Test::equal))
        return refuse_value(
            reading, json, into.test == Test::equal ? "number, string, boolean" : "number, string");
      into.operands.push_back(&json);
  }
}

void take_comparison(Reading& reading, const Json& json, std::vector<Predicate>& all) {
  Predicate into;
  bool compared = false;
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    const Comparison* found = nullptr;
    for (const auto& comparison : kComparisons)
      if (comparison.name == item.first) found = &comparison;
    if (item.first == "field") {
      take_field(reading, item.second, into.field);
    } else if (!found || compared) {
      refuse_property(reading, item.first,
                      {"field", "equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid"});
    } else {
      compared = true;
      into.test = found->test;
      take_operand(reading, item.second, into);
    }
    if (reading.failed()) return;
  }
  if (into.field.steps.empty() || !compared)
    return reading.refuse(
        {"field と、equal・lt・lte・gt・gte・range・oneOf・valid のどれか一つが要ります",
         "field and one of equal, lt, lte, gt, gte, range, oneOf, valid are "
         "needed"});
  if (into.test != Test::range || !into.operands.empty()) all.push_back(std::move(into));
}

void take_not(Reading& reading, const Json& json, std::vector<Predicate>& all) {
  if (reading.depth() > kDeepest) return refuse_value(reading, json, "{field, …}");
  std::vector<Predicate> inner;
  take_test(reading, json, inner);
  if (reading.failed()) return;
  if (inner.size() != 1)
    return reading.refuse(
        {"not の中は比較一つだけにしてください", "not can hold one comparison only"});
  inner[0].negated = !inner[0].negated;
  all.push_back(std::move(inner[0]));
}

void take_expression(Reading& reading, const Json& json, std::vector<Predicate>& all) {
  auto found = parse_expression(json.text());
  if (!found)
    return reading.refuse(
        {"この式は読めません。例: datum.v > 60 && datum['name'] == '全国'、isValid(datum.v)",
         "this expression cannot be read; e.g. datum.v > 60 && datum['name'] == 'x', "
         "isValid(datum.v)"});
  for (auto& predicate : *found) all.push_back(std::move(predicate));
}

}  // namespace

void take_test(Reading& reading, const Json& json, std::vector<Predicate>& all) {
  if (json.is_string()) return take_expression(reading, json, all);
  if (!json.is_object()) return refuse_value(reading, json, "{field, …}, string");
  const Json* all_of = json.size() == 1 ? find(json, "and") : nullptr;
  const Json* opposite = json.size() == 1 ? find(json, "not") : nullptr;
  if (!all_of && !opposite) return take_comparison(reading, json, all);
  const Inside here(reading, all_of ? "and" : "not");
  if (opposite) return take_not(reading, *opposite, all);
  if (all_of->empty() || reading.depth() > kDeepest ||
      !take_items(reading, *all_of, [&](const Json& part) { take_test(reading, part, all); }))
    refuse_value(reading, *all_of, "[{field, …}, …]");
}

}  // namespace yokoten::chart
