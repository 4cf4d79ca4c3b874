#include "chart/plan/grouping.h"

#include <limits>

#include "chart/plan/value.h"

namespace yokoten::chart {

namespace {

constexpr std::uint32_t kFreeGroup = std::numeric_limits<std::uint32_t>::max();

std::size_t hash_of(std::string_view text) {
  std::size_t hash = 1469598103934665603ULL;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash ^ (hash >> 29);
}

}  // namespace

std::string_view TextIndex::text_of(std::uint32_t number) const {
  const std::size_t start = starts_[number];
  const std::size_t end = number + 1 < starts_.size() ? starts_[number + 1] : texts_.size();
  return std::string_view(texts_).substr(start, end - start);
}

void TextIndex::grow() {
  slots_.assign(slots_.empty() ? 32 : slots_.size() * 2, kFreeGroup);
  for (std::uint32_t i = 0; i < starts_.size(); ++i) {
    std::size_t at = hash_of(text_of(i)) & (slots_.size() - 1);
    while (slots_[at] != kFreeGroup) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = i;
  }
}

std::uint32_t TextIndex::add(std::string_view text) {
  if (starts_.size() * 2 >= slots_.size()) grow();
  std::size_t at = hash_of(text) & (slots_.size() - 1);
  for (; slots_[at] != kFreeGroup; at = (at + 1) & (slots_.size() - 1))
    if (text_of(slots_[at]) == text) return slots_[at];
  const auto number = static_cast<std::uint32_t>(starts_.size());
  slots_[at] = number;
  starts_.push_back(texts_.size());
  texts_ += text;
  return number;
}

Groups groups_of(const Json& rows, const std::vector<const Field*>& fields) {
  Groups groups;
  groups.of_row.resize(rows.size(), 0);
  groups.count = rows.empty() ? 0 : 1;
  if (fields.empty()) return groups;
  TextIndex index;
  std::vector<std::size_t> places(fields.size(), 0);
  std::string key;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    key.clear();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Json* value = find_value(rows[row], *fields[i], places[i]);
      if (value != nullptr && value->is_string())
        key += value->text();
      else
        key += text_of_value(value);
      key += '\x1f';
    }
    groups.of_row[row] = index.add(key);
  }
  groups.count = index.size();
  return groups;
}

GroupedRows rows_by_group(const Groups& groups) {
  GroupedRows grouped;
  grouped.rows.resize(groups.of_row.size());
  std::vector<std::size_t> next(groups.count + 1, 0);
  for (const std::uint32_t group : groups.of_row) ++next[group + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  grouped.ends.assign(next.begin() + 1, next.end());
  for (std::size_t row = 0; row < groups.of_row.size(); ++row)
    grouped.rows[next[groups.of_row[row]]++] = static_cast<Row>(row);
  return grouped;
}

}  // namespace yokoten::chart
