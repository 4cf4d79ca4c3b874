#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// What is checked and where the findings go; every check takes one.
struct Subject {
  const Publication& publication;
  const Areas& areas;
  const Measured& measured;
  Findings& findings;
  const Findings& earlier;  ///< what was found before this check and those beside it

  int sources() const { return static_cast<int>(publication.sources.size()); }
  const Source& source(int number) const;
  const Table& table(int source) const;
  const Indicator& indicator(int number) const;
  RowRole role(int source, int row) const;
  /// Whether the rows of the source are numbers to be counted.
  bool has_figures(int source) const;
  /// The cell that a figure comes from; without row and column where it is no single one.
  Place place(const Origin& origin) const;
  /// Where a figure stands: in its cell, or in several that nothing else looks at, since the
  /// indicator keeps no parts. nullptr for what is summed up from figures that are looked at.
  const Origin* own_origin(const Observation& seen) const;
  /// The figure of a cell. Empty where there is none, and where it is not understood.
  std::optional<Decimal> figure(int source, int row, int column) const;
  /// The same, but what is not understood is an error (cell.number): for cells that are not
  /// measured.
  std::optional<Decimal> printed(int source, int row, int column) const;

  void error(Place place, std::string code, Message message) const;
  void warning(Place place, std::string code, Message message) const;
  void note(Place place, std::string code, Message message) const;
};

/// Columns of the table that hold a measure, one of `columns` or all of an unpivot into a
/// breakdown. Empty where it stands in columns of several periods.
std::vector<int> columns_of(const Source& source, const Table& table, const std::string& measure);

}  // namespace yokoten
