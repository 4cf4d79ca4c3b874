#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/place.h"
#include "measure/lineage.h"
#include "model/release_changes.h"
#include "pipeline.h"

namespace yokoten {

/// Another figure of the same indicator that this one is held against.
struct Comparison {
  FoundObservation other;
  std::optional<Decimal> points;  ///< how far this one lies above it; empty without a value
  bool before = false;            ///< the area's own figure of the period before
};

/// A figure with everything that led to it. Points into what was examined.
struct Explanation {
  FoundObservation seen;
  Lineage lineage;
  std::vector<const Correction*> corrections;  ///< of cells that it was made from
  std::vector<const Finding*> checks;          ///< notes: what reconciled in its sources
  std::vector<const Finding*> open;            ///< warnings and errors at its cells or its sources
  const Rank *national = nullptr, *prefectural = nullptr;
  std::vector<Comparison> comparisons;
  std::vector<ReleasedSaying> releases;  ///< what earlier ones said of it, oldest first
  std::vector<std::string> pages;        ///< addresses below the site
};

Explanation explanation_of(const Examined& examined, const Findings& findings,
                           const Observation& seen);

/// For people, a line a fact; of several cells or findings one each.
std::string explanation_text(const Examined& examined, const Explanation& explanation,
                             Language language);
/// A line of it: what is told and what of it.
struct ExplainedLine {
  Message label, text;
};
/// How a share of areas was counted, where areas were: those that meet the condition, each with the
/// cells of its figure, and what is left of prefectures. Of hundreds the first ones.
std::vector<ExplainedLine> share_lines(const Examined& examined, const Explanation& explanation);
/// FILE:ROW:COLUMN, the heading and what stands there.
Message cell_words(const LineageCell& cell);
/// The same as one JSON object, with a line end.
std::string explanation_json(const Examined& examined, const Explanation& explanation,
                             Language language);

}  // namespace yokoten
