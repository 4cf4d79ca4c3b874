#include "model/corrected_figures.h"

#include <algorithm>

namespace yokoten {
namespace {

class Tracing {
 public:
  Tracing(const Publication& publication, const Areas& areas, const Measured& measured)
      : publication_(publication), areas_(areas), cube_(measured.cube) {}

  CorrectedFigures traced() {
    for (const Observation& seen : cube_.all())
      if (seen.has(corrected))
        for (const Correction& each : publication_.corrections)
          if (is_of(each, seen)) add(seen, each);
    return std::move(found_);
  }

 private:
  // One side in the corrected row is enough; a side of several rows is told by its area.
  bool is_of(const Correction& correction, const Observation& seen) const {
    return stands_at(correction, seen, seen.numerator_origin) ||
           stands_at(correction, seen, seen.denominator_origin);
  }

  bool stands_at(const Correction& correction, const Observation& seen,
                 const Origin& origin) const {
    if (origin.source < 0 || publication_.source(correction.source) != origin.source) return false;
    if (origin.row < 0) return origin.row != summed_row && correction.area == seen.area;
    const Table& table = publication_.tables[static_cast<std::size_t>(origin.source)];
    return table.file_row(origin.row) == correction.row;
  }

  void add(const Observation& seen, const Correction& correction) {
    auto& known = found_[key_of(seen)];
    if (std::find(known.begin(), known.end(), &correction) != known.end()) return;
    known.push_back(&correction);
    bool sums = true;
    for (int area = above(seen.area); area != Areas::none; area = above(area)) {
      sums = sums && add_sum(seen, area, correction);
      add_shares(seen, area, correction);
    }
  }

  int above(int area) const {
    return area == Areas::nation ? static_cast<int>(Areas::none) : areas_.at(area).parent;
  }

  // Whether the areas above may have taken the part from here: what has a figure of its own hands
  // that one up, and a sum goes its own way on.
  bool add_sum(const Observation& part, int area, const Correction& correction) {
    const FoundObservation sum = cube_.find(part.indicator, area, part.period, part.breakdown);
    if (sum == nullptr) return true;
    if (is_summed(*sum)) add(*sum, correction);
    return false;
  }

  // What has no figure is no sum, unless it is hidden: of that nobody can tell. A side that the
  // figure does not have is none either.
  bool is_summed(const Observation& of) const {
    const auto is = [&](const Origin& origin, bool is_there) {
      return origin.row == summed_row && (is_there || of.missing == Missing::suppressed);
    };
    return is(of.numerator_origin, of.numerator.has_value()) ||
           is(of.denominator_origin, of.denominator.has_value());
  }

  // How many areas meet a condition on the figure's indicator: areas like its own, or those below
  // it, of which it may prove one.
  void add_shares(const Observation& part, int area, const Correction& correction) {
    const auto& indicators = publication_.indicators;
    const std::string& id = indicators[static_cast<std::size_t>(part.indicator)].id;
    for (std::size_t at = 0; at < indicators.size(); ++at) {
      if (indicators[at].kind != IndicatorKind::share_of_areas ||
          indicators[at].condition_indicator != id ||
          areas_.at(part.area).level > indicators[at].of)
        continue;
      for (const FoundObservation& share : cube_.of_area(static_cast<int>(at), area))
        if (share->period == part.period) add(*share, correction);
    }
  }

  const Publication& publication_;
  const Areas& areas_;
  const Cube& cube_;
  CorrectedFigures found_;
};

}  // namespace

CorrectedFigures corrected_figures(const Publication& publication, const Areas& areas,
                                   const Measured& measured) {
  if (publication.corrections.empty()) return {};
  return Tracing(publication, areas, measured).traced();
}

}  // namespace yokoten
