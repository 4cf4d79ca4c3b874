#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/packed_decimal.h"
#include "model/area.h"
#include "model/cube.h"
#include "model/effect_report.h"
#include "model/fact_list.h"
#include "model/indicator.h"
#include "model/outcome.h"
#include "model/ranks.h"
#include "model/row_readings.h"
#include "model/source.h"
#include "model/table.h"

namespace yokoten {

/// Origin::row of a figure that stands in no single row.
inline constexpr std::int32_t summed_row = -1;    ///< summed up from the areas below
inline constexpr std::int32_t several_rows = -2;  ///< several rows of the source belong to it
inline constexpr std::int32_t absent_row = -3;    ///< 0, since the complete source has no such row

/// Keys and codes of one part of the whole, in the order of sources.toml.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// What is left of a prefecture's figure when the figures of its municipalities are taken away.
struct Remainder {
  int indicator = 0, area = Areas::none, period = 0;
  int listed = 0;    ///< municipalities with a figure
  int unlisted = 0;  ///< those without one; never 0
  std::optional<Decimal> numerator, denominator;
  std::optional<Decimal> value;  ///< in the indicator's unit, 6 places; empty where it has none
};

/// Everything that was measured.
struct Measured {
  Cube cube;
  std::vector<RowReadings> rows;  ///< by source
  std::vector<std::string> measures;
  std::vector<Parts> parts;         ///< by breakdown id of the cube
  Facts facts;                      ///< by source, row, column
  std::vector<Observation> unions;  ///< counted in their prefecture's sum; they have no page
  Ranks ranks;
  std::vector<Remainder> remainders;
  EffectReports effects;
  std::vector<OutcomeSummary> outcomes;  ///< by indicator, area, period, part

  int measure(std::string_view name) const;  ///< position, -1 for none
  /// The id in the cube, made if it is new.
  int breakdown_id(const Parts& parts);
  const Remainder* remainder(int indicator, int area, int period) const;
};

/// Whether the term selects these parts.
bool selects(const Term& term, const Parts& parts);

/// Whether `parts` names all that `whole` does, with the same codes.
bool lies_in(const Parts& parts, const Parts& whole);

/// The facts of the source from which one side of a figure was added up: those of its measure that
/// the term selects, and of the observation's part where `parted`; printed totals where there is
/// nothing else.
std::vector<Fact> facts_behind(const Measured& measured, const Observation& seen, const Term& term,
                               int source, bool parted);

/// What a row of the source is, by its rules on totals and parts.
RowRole row_role(const Source& source, const Table& table, int row);

}  // namespace yokoten
