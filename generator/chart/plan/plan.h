#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <variant>
#include <vector>

#include "base/place.h"
#include "chart/scale/scale.h"
#include "chart/spec/problem.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

using Row = std::uint32_t;

/// The cell of a row of data that is in no cell of the facets.
constexpr std::uint32_t kNoCell = std::numeric_limits<std::uint32_t>::max();

/// The axis along which a bar, area, line or tick measures; of a rule the axis it runs along.
/// Vega-Lite's `orient` is vertical for y (of ticks for x), horizontal for x (of ticks for y).
enum class Measure { none, x, y };

/// One layer with its data taken in. Columns have one value a row of the data, NaN where it is
/// missing, or are empty where the channel reads no data (a `datum` is the same in every row):
/// numbers, milliseconds, or indexes into the scale's categories. Of stacked marks, one of x and y
/// (nearly always the measure) holds the end and its second column the start of each part.
struct LayerPlan {
  const LayerSpec* spec = nullptr;
  const Json* data = nullptr;  ///< array of rows; null: no data
  Measure measure = Measure::none;
  bool stacked = false;
  std::size_t row_count = 0;  ///< 0 without data: as in Vega nothing is drawn then
  /// Rows from here on fill the gaps of stacked areas and lines: they have no point of their own.
  std::size_t written_rows = 0;
  std::vector<double> x, y, x2, y2, color, opacity, size;
  std::vector<std::uint32_t> cell;  ///< facets: row * columns + column or kNoCell; empty: one cell
  /// In drawing order; those with missing values left out. A place that is NaN all the same (a
  /// category outside of a written domain) is 0 px from the left or top, as in Vega.
  std::vector<Row> rows;
  std::vector<std::vector<Row>> series;  ///< lines and areas: each drawn as one, in order
  /// Rows that break a line or area stand in a series but not in `rows`: NaN along the measure (y
  /// where there is none), whatever it was that they lack.
};

/// What all layers together say of one axis.
struct AxisPlan {
  bool shown = false;
  Kept<AxisSpec> spec;  ///< merged from the layers, `config` not yet applied
  std::string title;    ///< joined by ", "; empty for none
  /// Of the first layer with this axis, which decides what is not written:
  FieldType field_type = FieldType::none;
  MarkType mark{};
  bool datum = false;  ///< it shows a `datum`: no grid unless one is asked for
};

enum class LegendChannel { color, opacity, size };

struct LegendPlan {
  LegendChannel channel = LegendChannel::color;
  LegendSpec spec;
  std::string title;
  MarkType mark{};                   ///< of the first layer with this legend: decides its symbol
  bool filled = true;                ///< that mark is filled, else drawn as an outline
  MarkStyle style;                   ///< of that mark
  const LayerSpec* layer = nullptr;  ///< of that mark
  bool overlay = false;              ///< the mark is a point or line laid over that layer's own
  /// The colours of the scale go to the symbols' fill, their stroke, or both.
  bool fills = false, strokes = false;
  std::string symbol_type;  ///< Vega-Lite's choice over all layers: "circle", "square", "stroke" …
  bool with_size = false, with_opacity = false;  ///< the same field decides these as well
};

/// A facet's values, one a row or column of cells; `text` is what the header shows.
struct FacetPlan {
  const FacetSpec* spec = nullptr;  ///< null: no facet this way
  std::vector<Category> values;
  std::string title;
};

/// Whether the domain of a scale holds zero, as Vega-Lite's compiler knows it.
enum class ZeroRule { definitely, maybe, never };

/// What a continuous axis can only know when its length is: see settle().
struct Widening {
  double px = 0;
  bool nice = false;
  double nice_count = 10;
};

/// A specification with scales and data: what marks and guides are made from. Knows no pixels
/// except `step`s. Points into the Spec, which must outlive it.
struct Plan {
  const Spec* spec = nullptr;
  Scale x, y, color, opacity, size;
  ZeroRule x_zero = ZeroRule::maybe, y_zero = ZeroRule::maybe;
  Widening x_widening, y_widening;
  std::vector<LayerPlan> layers;
  AxisPlan x_axis, y_axis;
  std::vector<LegendPlan> legends;  ///< in the order in which Vega-Lite stacks them
  FacetPlan row, column;
  std::deque<Json> decoded;  ///< features out of topologies, filled-in rows; layers point in here
};

/// Takes the data in and finds scales, stacks and guides as Vega-Lite does. A value that does not
/// fit the type of its field is refused with the JSON pointer of its row.
std::variant<Plan, SpecProblem> make_plan(const Spec& spec);

/// The symbol that stands for a mark in a legend where nothing is said.
const char* usual_symbol(MarkType mark);

/// Whether `settle` would change the plan.
bool needs_settling(const Plan& plan);

/// Widens continuous domains by their `padding` in px, as an axis of this length (of one cell)
/// needs: the default of bars on a continuous dimension. Call once, before anything is placed.
void settle(Plan& plan, double width, double height);

/// The value that bars and areas start from where nothing else is said (Vega-Lite's zeroOrMin),
/// and the one that they end at (zeroOrMax).
double zero_or_min(const Scale& scale, ZeroRule zero);
double zero_or_max(const Scale& scale, ZeroRule zero);

/// The value of a field in a row, null where any step of its way is missing.
const Json& value_at(const Json& row, const Field& field);

/// Whether a predicate holds for a row, compared as JavaScript does.
bool holds(const Predicate& predicate, const Json& row);

/// The text that a text channel shows for a row (Vega-Lite's formatting by type); "" for none.
/// Lines of an array are parted by "\n". `day` is the format of times that have none.
std::string text_of(const TextSpec& channel, const Json& row, std::string_view day);

}  // namespace yokoten::chart
