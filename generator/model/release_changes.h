#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/area.h"
#include "model/figure_reads.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// What a release says of a figure.
struct SaidFigure {
  std::optional<Decimal> value, lower;
  std::string missing;  ///< word for the reason where it has neither

  bool operator==(const SaidFigure& other) const;
};

/// A figure that a release says otherwise than the one before it.
struct FigureChange {
  int indicator = -1, area = Areas::none;
  std::string period, breakdown;
  SaidFigure before, after;
};

/// A figure that the publication has no more: of a period that its sources have dropped.
struct PastFigure {
  int indicator = -1, area = Areas::none;
  std::string period, breakdown, release;  ///< the newest release that has it
  SaidFigure said;
  std::optional<Decimal> numerator{}, denominator{};
  std::uint8_t flags = 0;
};

/// One release against the one before it.
struct ReleaseChanges {
  std::string date;                   ///< `2024-12-31`: its address is releases/DATE/
  int kept = -1;                      ///< position in Publication::releases; -1 for the current one
  std::size_t figures = 0;            ///< how many it has; a reason in place of one is none
  std::map<int, int> added;           ///< by indicator: figures that the one before did not have
  std::size_t gone = 0;               ///< figures that the one before had, and this one has not
  std::vector<FigureChange> changed;  ///< by indicator, area, period, part
};

/// The releases that are shown, and what has gone since.
class ReleaseHistory {
 public:
  std::vector<PastFigure> past;  ///< by indicator, area, period, part
  /// Those of `past` that are values of the whole, with the periods of the cube: what came before.
  std::vector<Observation> earlier;  ///< by indicator, area

  explicit ReleaseHistory(std::vector<ReleaseChanges> releases) : releases_(std::move(releases)) {}

  /// Oldest first, the current one last. Who looks is noted.
  const std::vector<ReleaseChanges>& releases() const {
    read_notes::add_releases();
    return releases_;
  }
  bool has_earlier() const { return releases_.size() > 1; }
  /// The earlier values of the indicator for the area.
  std::span<const Observation> earlier_of(int indicator, int area) const;

 private:
  std::vector<ReleaseChanges> releases_;
};

/// Makes the periods of kept releases known to the cube, so that their figures can stand beside its
/// own. They are not added to it: a release is not a source.
void know_released_periods(const Publication& publication, Measured& measured);

/// What the kept releases that are shown said of the figure, oldest first; the current one is not
/// among them.
struct ReleasedSaying {
  std::string date;
  SaidFigure said;
};
std::vector<ReleasedSaying> released_sayings(const Publication& publication, const Areas& areas,
                                             const Cube& cube, const Observation& seen);

/// Compares the releases. A kept one of the same date as the publication is the current one.
ReleaseHistory release_history(const Publication& publication, const Areas& areas,
                               const Measured& measured);

}  // namespace yokoten
