#include "chart/plan/sorting.h"

#include <algorithm>
#include <cmath>

#include "chart/plan/value.h"

namespace yokoten::chart {

namespace {

/// Missing numbers come first, as null does among values.
int compare_numbers(double left, double right) {
  if (left < right) return -1;
  if (right < left) return 1;
  return static_cast<int>(std::isnan(right)) - static_cast<int>(std::isnan(left));
}

bool before(const std::vector<SortKey>& keys, Row left, Row right) {
  for (const SortKey& key : keys) {
    const int order = key.numbers.empty() ? compare_values(key.values[left], key.values[right])
                                          : compare_numbers(key.numbers[left], key.numbers[right]);
    if (order != 0) return key.descending ? order > 0 : order < 0;
  }
  return false;
}

bool order_only(const EncodingSpec& encoding) {
  return encoding.order.from == From::nothing && encoding.order.sort->kind != SortKind::natural;
}

SortKey colour_key(const Json& rows, const LookSpec& color, bool descending, std::size_t written) {
  SortKey key;
  key.descending = descending;
  key.numbers.reserve(rows.size());
  const auto& domain = color.scale->domain;
  std::size_t place = 0;
  for (std::size_t row = 0; row < std::min(written, rows.size()); ++row) {
    const Json* value = find_value(rows[row], color.field, place);
    const auto found = std::find_if(domain.begin(), domain.end(),
                                    [&](const Json* other) { return same_value(value, other); });
    key.numbers.push_back(found == domain.end() ? -1 : static_cast<double>(found - domain.begin()));
  }
  key.numbers.resize(rows.size(), kMissing);
  return key;
}

}  // namespace

SortKey key_of(const Json& rows, const Field& field, bool descending) {
  SortKey key;
  key.descending = descending;
  key.values.reserve(rows.size());
  std::size_t place = 0;
  for (const Json& row : rows) key.values.push_back(find_value(row, field, place));
  return key;
}

void sort_rows(std::span<Row> rows, const std::vector<SortKey>& keys) {
  if (keys.empty()) return;
  const auto is_before = [&](Row left, Row right) { return before(keys, left, right); };
  // Numbers mostly stand in their order; what is not of one kind may have none.
  const bool numbers =
      std::ranges::none_of(keys, [](const SortKey& key) { return key.numbers.empty(); });
  if (numbers && std::is_sorted(rows.begin(), rows.end(), is_before)) return;
  std::stable_sort(rows.begin(), rows.end(), is_before);
}

bool follows_colour_domain(const Unit& unit) {
  const EncodingSpec& encoding = unit.layer->encoding;
  const LookSpec& color = encoding.color;
  return unit.stack.along != Measure::none && encoding.order.from == From::nothing &&
         !order_only(encoding) && has_field(color) && !color.scale->domain.empty() &&
         color.type == FieldType::nominal;
}

std::vector<SortKey> stack_order(const Unit& unit, const Json& rows, std::size_t written) {
  const EncodingSpec& encoding = unit.layer->encoding;
  const bool descending = encoding.order.sort->kind == SortKind::descending;
  std::vector<SortKey> keys;
  if (has_field(encoding.order)) {
    keys.push_back(key_of(rows, encoding.order.field, descending));
    return keys;
  }
  if (follows_colour_domain(unit)) {
    keys.push_back(colour_key(rows, encoding.color, unit.orient != Orient::horizontal, written));
    return keys;
  }
  const bool from_top = order_only(encoding) ? descending : unit.stack.along == Measure::y;
  for (std::size_t i = 0; i < unit.stack.by.size(); ++i) {
    const Field& field = *unit.stack.by[i];
    const bool again =
        std::any_of(unit.stack.by.begin(), unit.stack.by.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const Field* other) { return other->steps == field.steps; });
    if (!again) keys.push_back(key_of(rows, field, from_top));
  }
  return keys;
}

}  // namespace yokoten::chart
