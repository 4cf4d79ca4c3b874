#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "model/table.h"
#include "read/row_groups.h"

namespace yokoten {

/// Which rows of a file count, and for which group.
class GroupedRows {
 public:
  using Cells = RowGroups::Cells;

  /// Nothing where a heading that `group` or `only` names is not in the file.
  static std::optional<GroupedRows> of(const Source& source, const Table& headings);

  /// Adds a row that has a cell for each heading.
  void add(const Cells& cells, RowPosition at, const RowGroups::Refuse& refuse) {
    if (only_.empty() || counts(cells)) groups_.add(cells, at, refuse);
  }
  const RowGroups::Columns& columns() const { return columns_; }
  RowGroups& groups() { return groups_; }
  const RowGroups& groups() const { return groups_; }

 private:
  struct Rule {
    std::size_t column = 0;
    const RowRule* rule = nullptr;
  };

  GroupedRows(RowGroups::Columns columns, std::vector<Rule> only, const Source& source);
  bool counts(const Cells& cells) const;

  RowGroups::Columns columns_;
  std::vector<Rule> only_;
  RowGroups groups_;
};

/// Whether the cell holds one of the rule's texts.
bool fits(std::string_view cell, const RowRule& rule);

}  // namespace yokoten
