#include "chart/plan/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "chart/plan/plan.h"
#include "chart/scale/formats.h"
#include "chart/spec/date_time.h"

namespace yokoten::chart {

namespace {

const Json kNull;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

const Json* step_into(const Json& value, const std::string& step) {
  if (value.is_object()) return value.find(step);
  if (!value.is_array()) return nullptr;
  std::size_t at = 0;
  const auto read = std::from_chars(step.data(), step.data() + step.size(), at);
  if (read.ec != std::errc() || read.ptr != step.data() + step.size()) return nullptr;
  return at < value.size() ? &value[at] : nullptr;
}

const Json* walk(const Json* value, const Field& field, std::size_t from) {
  for (std::size_t i = from; value != nullptr && i < field.steps.size(); ++i)
    value = step_into(*value, field.steps[i]);
  return value;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r\v\f";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

double number_of_digits(std::string_view text) {
  if (text.empty()) return 0;
  const bool negative = text.front() == '-';
  std::string_view digits = text;
  if (negative || text.front() == '+') digits.remove_prefix(1);
  if (digits == "Infinity") {
    constexpr double endless = std::numeric_limits<double>::infinity();
    return negative ? -endless : endless;
  }
  if (digits.empty() ||
      !(digits.front() == '.' || (digits.front() >= '0' && digits.front() <= '9')))
    return kNaN;
  double number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ptr != digits.data() + digits.size() || read.ec == std::errc::invalid_argument)
    return kNaN;
  return negative ? -number : number;
}

bool nothing(const Json* value) { return value == nullptr || value->is_null(); }

/// Surrogates stand below U+E000 in UTF-16, but their bytes above it in UTF-8.
unsigned utf16_rank(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  if (value >= 0xF0) return value - 2U;
  return value >= 0xEE ? value + 8U : value;
}

}  // namespace

const Json* find_value(const Json& row, const Field& field) {
  std::size_t place = 0;
  return find_value(row, field, place);
}

const Json* find_value(const Json& row, const Field& field, std::size_t& place) {
  if (!row.is_object() || field.steps.empty()) return walk(&row, field, 0);
  const auto& members = row.members();
  const std::string_view name = field.steps.front();
  if (place >= members.size() || members[place].first != name) {
    const auto member = std::find_if(members.begin(), members.end(),
                                     [&](const auto& other) { return other.first == name; });
    if (member == members.end()) return nullptr;
    place = static_cast<std::size_t>(member - members.begin());
  }
  const Json& value = members[place].second;
  return field.steps.size() == 1 ? &value : walk(&value, field, 1);
}

const Json& value_at(const Json& row, const Field& field) {
  const Json* value = find_value(row, field);
  return value == nullptr ? kNull : *value;
}

double number_of(const Json* value) {
  if (value == nullptr) return kNaN;
  if (value->is_number()) return value->number();
  if (value->is_null()) return 0;
  if (value->is_boolean()) return value->truth() ? 1 : 0;
  if (value->is_string()) return number_of_digits(trimmed(value->text()));
  return kNaN;
}

std::string text_of_value(const Json* value) {
  std::string text;
  append_text_of_value(text, value);
  return text;
}

void append_text_of_value(std::string& out, const Json* value) {
  if (value == nullptr) {
    out += "undefined";
  } else if (value->is_string()) {
    out += value->text();
  } else if (value->is_number()) {
    append_plain_number(out, value->number());
  } else if (value->is_boolean()) {
    out += value->truth() ? "true" : "false";
  } else if (value->is_null()) {
    out += "null";
  } else if (value->is_object()) {
    out += "[object Object]";
  } else {
    for (std::size_t i = 0; i < value->size(); ++i) {
      if (i > 0) out += ',';
      if (!(*value)[i].is_null()) append_text_of_value(out, &(*value)[i]);
    }
  }
}

bool text_less(std::string_view left, std::string_view right) {
  const std::size_t shared = std::min(left.size(), right.size());
  for (std::size_t i = 0; i < shared; ++i)
    if (left[i] != right[i]) return utf16_rank(left[i]) < utf16_rank(right[i]);
  return left.size() < right.size();
}

bool less(const Json* left, const Json* right) {
  if (left != nullptr && right != nullptr && left->is_string() && right->is_string())
    return text_less(left->text(), right->text());
  return number_of(left) < number_of(right);
}

int compare_values(const Json* left, const Json* right) {
  if (nothing(left) || nothing(right)) {
    if (nothing(left) && nothing(right)) return 0;
    return nothing(left) ? -1 : 1;
  }
  if (less(left, right)) return -1;
  return less(right, left) ? 1 : 0;
}

bool same_value(const Json* left, const Json* right) {
  if (left == nullptr || right == nullptr) return left == right;
  if (left->is_number() && right->is_number()) return left->number() == right->number();
  return *left == *right;
}

std::optional<double> moment_of(const Json& value) {
  if (value.is_number()) return value.number();
  if (value.is_string()) return milliseconds_of(value.text());
  if (value.is_object()) return milliseconds_of_date_time(value);
  return std::nullopt;
}

}  // namespace yokoten::chart
