#include "read/grouped_rows.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace yokoten {
namespace {

// Empty where one of them isn't there.
std::optional<std::vector<std::size_t>> columns_of(const std::vector<std::string>& named,
                                                   const Table& headings) {
  std::vector<std::size_t> columns;
  for (const std::string& heading : named) {
    const auto column = headings.column(heading);
    if (!column) return std::nullopt;
    columns.push_back(static_cast<std::size_t>(*column));
  }
  return columns;
}

}  // namespace

bool fits(std::string_view cell, const RowRule& rule) {
  return std::find(rule.values.begin(), rule.values.end(), trimmed_text(cell)) != rule.values.end();
}

std::optional<GroupedRows> GroupedRows::of(const Source& source, const Table& headings) {
  const auto by = columns_of(source.group->by, headings);
  const auto sum = columns_of(source.group->sum, headings);
  std::vector<Rule> only;
  for (const RowRule& rule : source.only) {
    const auto column = headings.column(rule.column);
    if (!column) return std::nullopt;
    only.push_back({static_cast<std::size_t>(*column), &rule});
  }
  if (!by || !sum) return std::nullopt;
  return GroupedRows({*by, *sum}, std::move(only), source);
}

GroupedRows::GroupedRows(RowGroups::Columns columns, std::vector<Rule> only, const Source& source)
    : columns_(columns), only_(std::move(only)), groups_(std::move(columns), source) {}

bool GroupedRows::counts(const Cells& cells) const {
  return std::all_of(only_.begin(), only_.end(),
                     [&](const Rule& each) { return fits(cells[each.column], *each.rule); });
}

}  // namespace yokoten
