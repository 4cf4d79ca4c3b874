#pragma once

#include <optional>
#include <string>
#include <vector>

#include "difference/snapshot.h"
#include "model/area.h"

namespace yokoten {

/// Why a figure is another one. `unknown` where the two sides don't tell.
enum class Cause {
  correction,     ///< corrections.toml corrects its cells, or did so
  disclosure,     ///< it was hidden, or is no more
  boundary,       ///< areas became others
  definition,     ///< its indicator is computed otherwise, or its source is read otherwise
  status,         ///< provisional figures became final ones, or were revised by their source
  source_file,    ///< the file of a source that it may be from is another one
  other_source,   ///< it is from another source
  closed_source,  ///< nothing else changed, and its source's file is not open to comparison
  rounding,       ///< its parts are the same
  new_indicator,  ///< one side does not have its indicator yet
  no_indicator,   ///< or not any more
  unknown
};

/// What is known about a change: the cause, and what it is (ids of sources, words of a correction).
struct Reason {
  Cause cause = Cause::unknown;
  std::string detail;
  bool operator==(const Reason&) const = default;
};

/// A figure that is not the same on both sides; empty where one has none.
struct RevisedFigure {
  FigureKey key;
  std::optional<ToldFigure> before, after;
  std::optional<Decimal> by;  ///< value after less value before
  std::vector<Reason> reasons;
};

/// Those of one indicator.
struct IndicatorChanges {
  std::string id, title, unit;
  int decimals = -1;  ///< that its figures are shown with; -1 where nobody tells
  bool is_ratio = false;
  std::vector<RevisedFigure> added, removed;  ///< by area, period and part: the number that only
                                              ///< one side has; hidden ones count as numbers
  std::vector<RevisedFigure> revised;         ///< the largest change first
  std::vector<RevisedFigure> empty_added, empty_removed;  ///< rows without a number
};

/// All of them, by id of the indicator. `changes` are those of areas.
std::vector<IndicatorChanges> figure_changes(const Snapshot& before, const Snapshot& after,
                                             std::span<const AreaChange> changes);

/// The figure as its pages show it, with its unit; the reason's word where it has no value.
/// `exactly`: with all decimals.
std::string shown_figure(const IndicatorChanges& of, const ToldFigure& figure, bool exactly);

}  // namespace yokoten
