#include "chart/spec/channel_parts.h"
#include "chart/spec/predicate.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

void take_condition(Reading& reading, const Json& json, TakeValue take_value,
                    std::vector<Condition>& conditions) {
  if (!is_object(reading, json)) return;
  Condition condition;
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    if (item.first == "test")
      take_test(reading, item.second, condition.all);
    else if (item.first == "value")
      take_value(reading, item.second, condition.value);
    else
      refuse_property(reading, item.first, {"test", "value"});
    if (reading.failed()) return;
  }
  if (!find(json, "test") || !condition.value)
    return reading.refuse({"test と value が要ります", "test and value are needed"});
  conditions.push_back(std::move(condition));
}

}  // namespace

void take_conditions(Reading& reading, const Json& json, TakeValue take_value,
                     std::vector<Condition>& conditions) {
  conditions.clear();
  const auto take = [&](const Json& one) { take_condition(reading, one, take_value, conditions); };
  if (json.is_object())
    take(json);
  else if (!take_items(reading, json, take))
    refuse_value(reading, json, "{test, value}, [{test, value}, …]");
}

}  // namespace yokoten::chart
