#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/decimal.h"
#include "model/area.h"

namespace yokoten {

class Table;

/// What was measured of an indicator for an area.
struct ReadSeries {
  std::int32_t indicator = 0, area = Areas::none;
  auto operator<=>(const ReadSeries&) const = default;
};

/// The place of an area among others at a period.
struct ReadRank {
  std::int32_t indicator = 0, period = 0, area = Areas::none;
  auto operator<=>(const ReadRank&) const = default;
};

/// The figures of an indicator for all areas of a level, or for all in one area, in their order.
struct ReadList {
  std::int32_t indicator = 0;
  AreaLevel level = AreaLevel::prefecture;
  std::int32_t inside = Areas::nation;
  auto operator<=>(const ReadList&) const = default;
};

/// One figure.
struct ReadFigure {
  std::int32_t indicator = 0, area = Areas::none, period = 0, breakdown = 0;
  auto operator<=>(const ReadFigure&) const = default;
};

/// What came of a comparison of the exact numbers of two figures.
struct ReadComparison {
  enum class Kind : std::int32_t { order, distance };
  ReadFigure one, other;
  Kind kind = Kind::order;
  std::int32_t places = -1;  ///< of the distance; -1: there is none
  std::int64_t result = 0;   ///< -1, 0, 1, or the distance without its point
  auto operator<=>(const ReadComparison&) const = default;
};

/// What was looked up of what was measured. Whoever looked up nothing else finds the same as long
/// as these say the same.
struct FigureReads {
  std::vector<ReadSeries> series;  ///< as far as they are shown: rounded
  std::vector<ReadSeries> exact;   ///< also the numbers behind
  std::vector<ReadComparison> comparisons;
  std::vector<ReadRank> ranks;
  std::vector<ReadList> lists;
  std::vector<const Table*> tables;   ///< of which cells or rows were looked up
  std::vector<std::int32_t> sources;  ///< the same by their positions, for files that hold figures
  /// Areas of which findings were looked up, those of the areas in them too; the nation: of all.
  std::vector<std::int32_t> findings;
  bool releases = false;  ///< what one release says otherwise than the one before it
  /// Also what none of these tells of: facts, figures of all areas one by one.
  bool more = false;

  /// Sorts them, and keeps each once.
  void settle();
};

/// What this thread looks up while this lives stands in `into` afterwards, and not in what noted it
/// before.
class NotedReads {
 public:
  explicit NotedReads(FigureReads* into);
  ~NotedReads();
  NotedReads(const NotedReads&) = delete;
  NotedReads& operator=(const NotedReads&) = delete;

 private:
  FigureReads* before_;
  bool numbers_before_;
};

namespace read_notes {

/// Where what this thread looks up is noted; nullptr: nowhere.
inline constinit thread_local FigureReads* here = nullptr;

// Most looks are at the series that was looked at just before; of no area there is never one.
inline void add(ReadSeries one) {
  if (here == nullptr || one.indicator < 0 || one.area < 0) return;
  if (here->series.empty() || here->series.back() != one) here->series.push_back(one);
}
inline void add_exact(ReadSeries one) {
  if (here == nullptr || one.area < 0) return;
  if (here->exact.empty() || here->exact.back() != one) here->exact.push_back(one);
}
inline void add(const ReadComparison& one) {
  if (here != nullptr) here->comparisons.push_back(one);
}
inline void add(ReadRank one) {
  if (here != nullptr) here->ranks.push_back(one);
}
inline void add(ReadList one) {
  if (here != nullptr && (here->lists.empty() || here->lists.back() != one))
    here->lists.push_back(one);
}
inline void add(const Table* one) {
  if (here != nullptr && (here->tables.empty() || here->tables.back() != one))
    here->tables.push_back(one);
}
inline void add_findings(std::int32_t area) {
  if (here != nullptr) here->findings.push_back(area);
}
inline void add_releases() {
  if (here != nullptr) here->releases = true;
}
inline void add_more() {
  if (here != nullptr) here->more = true;
}

}  // namespace read_notes
}  // namespace yokoten
