#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/place.h"
#include "model/area.h"
#include "model/observation.h"
#include "model/outcome.h"

namespace yokoten {

enum class IndicatorKind {
  count,           ///< sum of a measure
  ratio,           ///< ratio of sums
  share_of_areas,  ///< how many child areas meet a condition on another indicator
  outcome,         ///< mean change of what offices report before and after
  share_of_units,  ///< how many offices of a group do better than another group
  value,           ///< printed as it is (KPI framework)
};

enum class Better { none, higher, lower };

/// Takes only the cells whose breakdown `key` has one of these codes.
struct Selection {
  std::string key;
  std::vector<std::string> codes;
};

/// One side of a formula: a measure, perhaps only some parts of it.
struct Term {
  std::string measure;
  std::vector<Selection> where;
};

/// What a target asks for, read from the source's own words.
struct Target {
  enum class Kind { number, at_least, at_most, direction, relation, to_be_set, not_set };
  int year = 0;  ///< as printed (2026)
  Kind kind = Kind::not_set;
  std::optional<Decimal> number;
  std::string text;  ///< as printed: 90以上, 減少又は維持, 全産業平均以下
  Place place;
};

/// A row of the KPI framework as it was read.
struct FrameworkRow {
  std::string key;  ///< its title as printed, which `framework` and pages name it by
  std::string title, stage, group, unit, basis, better, definition;
  bool by_service = false;
  std::optional<Decimal> value;
  std::string value_text;  ///< as printed
  Missing missing = Missing::none;
  std::uint8_t flags = 0;
  Period period;
  std::string note;  ///< text in brackets
  std::vector<Target> targets;
  Place place;  ///< of the value
  Origin origin;
};

/// One file of `indicators/`. Its id is the file's name.
struct Indicator {
  std::string id, title, short_title, description, caution, unit, stage, group;
  std::string numerator_name, denominator_name;  ///< words for the parts: 申請件数, 事業所件数
  std::string count_unit;                        ///< unit of the denominator: 事業所
  IndicatorKind kind = IndicatorKind::value;
  Better better = Better::none;
  int decimals = 0;
  Place place;

  Term numerator, denominator;                ///< count uses the numerator only
  std::optional<Selection> by;                ///< also an observation for each code of this key
  bool total = true;                          ///< false: only the codes of `by` are kept
  bool adds_up = true;                        ///< false: printed shares and means are never summed
  std::vector<std::string> sources;           ///< ids; empty takes every source with the measure
  std::vector<AreaLevel> levels;              ///< where a figure is owed
  AreaLevel of = AreaLevel::municipality;     ///< share_of_areas: which areas are counted
  std::string condition_indicator;            ///< share_of_areas
  std::optional<Decimal> condition_at_least;  ///< share_of_areas
  bool count_areas = false;                   ///< share_of_areas given as a number, not in %
  std::optional<OutcomeFormula> outcome;      ///< kind outcome
  std::optional<UnitsFormula> units;          ///< kind share_of_units
  std::uint8_t flags = 0;                     ///< set on every observation (planned)
  Missing absent = Missing::not_published;    ///< reason where a figure is owed and none is there
  std::string framework;                      ///< title of its row in the KPI framework
  std::optional<FrameworkRow> row;            ///< that row, once read
  std::vector<Target> targets;                ///< from the file or from the row
  std::string stale_after;                    ///< ISO duration P6M, P1Y; empty for never
  std::string next_expected;                  ///< date or month of the next figure; may be empty
};

/// Whether its figures are counted from single reports of offices, whose rows never go out.
inline bool is_from_reports(const Indicator& indicator) {
  return indicator.kind == IndicatorKind::outcome ||
         indicator.kind == IndicatorKind::share_of_units;
}

/// Whether the indicator may take figures from the source: it names that one, or none.
inline bool takes_from(const Indicator& indicator, const std::string& source) {
  const auto& named = indicator.sources;
  return named.empty() || std::find(named.begin(), named.end(), source) != named.end();
}

}  // namespace yokoten
