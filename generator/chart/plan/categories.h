#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "chart/scale/scale.h"

namespace yokoten::chart {

/// A value of a discrete field as it came; `moment` is one of a temporal field, in milliseconds.
struct Value {
  enum class Kind : std::uint8_t { missing, null, boolean, number, moment, text };
  Kind kind = Kind::missing;
  double number = 0;      ///< of a number, moment or boolean
  std::string_view text;  ///< points into the JSON

  bool operator==(const Value& other) const;
};

/// The kind that a JSON value is; false where it is none (an array, an object).
bool read_value(const Json* json, Value& value);

/// Vega's order of mixed values: missing ones first; negative, 0 or positive.
int compare(const Value& left, const Value& right);

Category category_of(const Value& value);

/// Numbers different values by their first appearance.
class CategoryPool {
 public:
  std::uint32_t add(const Value& value);
  std::size_t size() const { return values_.size(); }
  const Value& operator[](std::size_t number) const { return values_[number]; }

 private:
  void grow();

  std::vector<Value> values_;
  std::vector<std::uint32_t> slots_;
  std::uint32_t last_ = 0;
};

}  // namespace yokoten::chart
