#include "chart/plan/categories.h"

#include <cmath>
#include <cstring>

#include "chart/plan/value.h"
#include "chart/scale/formats.h"

namespace yokoten::chart {

namespace {

constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();

// Where one layer has times as categories and another shows them as times, they are the same.
Value::Kind kind_of(const Value& value) {
  return value.kind == Value::Kind::moment ? Value::Kind::number : value.kind;
}

std::size_t hash_of(const Value& value) {
  std::size_t hash = 1469598103934665603ULL + static_cast<std::size_t>(kind_of(value));
  for (const char byte : value.text)
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value.number, sizeof bits);
  hash = (hash ^ (bits >> 32) ^ (bits << 5)) * 1099511628211ULL;
  return hash ^ (hash >> 31);
}

bool nothing(const Value& value) {
  return value.kind == Value::Kind::missing || value.kind == Value::Kind::null;
}

bool is_text(const Value& value) { return value.kind == Value::Kind::text; }

double number_in(const Value& value) {
  if (!is_text(value)) return value.number;
  const Json text = std::string(value.text);
  return number_of(&text);
}

}  // namespace

bool Value::operator==(const Value& other) const {
  return kind_of(*this) == kind_of(other) && number == other.number && text == other.text;
}

bool read_value(const Json* json, Value& value) {
  value = Value();
  if (json == nullptr) return true;
  if (json->is_string()) {
    value.kind = Value::Kind::text;
    value.text = json->text();
  } else if (json->is_number()) {
    value.kind = Value::Kind::number;
    value.number = json->number() + 0.0;  // no negative zero
  } else if (json->is_boolean()) {
    value.kind = Value::Kind::boolean;
    value.number = json->truth() ? 1 : 0;
  } else {
    value.kind = Value::Kind::null;
    return json->is_null();
  }
  return true;
}

int compare(const Value& left, const Value& right) {
  if (left.kind == Value::Kind::number && right.kind == Value::Kind::number)
    return static_cast<int>(left.number > right.number) -
           static_cast<int>(left.number < right.number);
  if (nothing(left) || nothing(right))
    return static_cast<int>(nothing(right)) - static_cast<int>(nothing(left));
  if (is_text(left) && is_text(right)) {
    if (text_less(left.text, right.text)) return -1;
    return text_less(right.text, left.text) ? 1 : 0;
  }
  const double a = number_in(left);
  const double b = number_in(right);
  if (a < b) return -1;
  return b < a ? 1 : 0;
}

Category category_of(const Value& value) {
  Category category;
  switch (value.kind) {
    case Value::Kind::missing:
      category.text = "undefined";
      break;
    case Value::Kind::null:
      category.text = "null";
      break;
    case Value::Kind::boolean:
      category.value = value.number != 0;
      category.text = value.number != 0 ? "true" : "false";
      break;
    case Value::Kind::number:
      category.value = value.number;
      category.text = plain_number(value.number);
      break;
    case Value::Kind::moment:
      category.value = value.number;
      category.text = time_text(value.number);
      break;
    case Value::Kind::text:
      category.text = std::string(value.text);
      category.value = category.text;
      break;
  }
  return category;
}

void CategoryPool::grow() {
  slots_.assign(slots_.empty() ? 32 : slots_.size() * 2, kFree);
  for (std::uint32_t i = 0; i < values_.size(); ++i) {
    std::size_t at = hash_of(values_[i]) & (slots_.size() - 1);
    while (slots_[at] != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = i;
  }
}

std::uint32_t CategoryPool::add(const Value& value) {
  if (!values_.empty() && values_[last_] == value) return last_;
  if (values_.size() * 2 >= slots_.size()) grow();
  std::size_t at = hash_of(value) & (slots_.size() - 1);
  while (slots_[at] != kFree && !(values_[slots_[at]] == value))
    at = (at + 1) & (slots_.size() - 1);
  if (slots_[at] == kFree) {
    slots_[at] = static_cast<std::uint32_t>(values_.size());
    values_.push_back(value);
  }
  return last_ = slots_[at];
}

}  // namespace yokoten::chart
