#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/guide/guides.h"
#include "chart/plan/plan.h"
#include "chart/scale/ticks.h"
#include "chart/scene/bounds.h"

namespace yokoten::chart {

/// A mark as Vega-Lite draws it, as far as legends want to know: points on a line are a mark of
/// their own.
struct SymbolUnit {
  MarkType type{};
  const MarkStyle* style = nullptr;
  const EncodingSpec* encoding = nullptr;
  const LegendSpec* legend = nullptr;  ///< of this mark alone
  bool ramp = false;                   ///< its legend would be "gradient" to Vega-Lite
  bool filled = true;
  bool silent = false;            ///< its legend is null: gives its scale but no symbol
  std::optional<double> opacity;  ///< written or Vega-Lite's own; not that of `config`
};

/// A legend with what decides about its parts. `width` and `height` are those of the plot.
struct LegendCase {
  const Plan* plan = nullptr;
  const LegendPlan* legend = nullptr;
  const LegendSpec* spec = nullptr;
  const LegendSpec* config = nullptr;
  double width = 0, height = 0;
  bool by_fill = false, by_stroke = false;  ///< colours fill, or outline, or both
  bool by_size = false, by_opacity = false;
  bool ramp = false;  ///< Vega-Lite's idea of its colours: "gradient", else "symbol"
  LegendKind kind = LegendKind::symbol;
  bool vertical = true;
  std::string orient;
  /// The marks that have these channels.
  std::vector<SymbolUnit> color_units, size_units, opacity_units;

  const Scale& color_scale() const { return plan->color; }
  const Scale& scale() const;  ///< the one that gives values and labels
  FieldType field_type() const;
};

LegendCase legend_case(const Plan& plan, const LegendPlan& legend, double width, double height);

/// Of a gradient or of bands, in px.
double ramp_length(const LegendCase& legend);
double ramp_thickness(const LegendCase& legend);

/// One value in a legend.
struct LegendEntry {
  double value = 0;  ///< NaN where the domain does not hold it
  std::string label;
  double from = 0, to = 0;  ///< of a ramp: shares of its length
};

/// Whether a domain is one value or, without data, none.
inline bool has_no_length(const Scale& scale) {
  return !(scale.high > scale.low || scale.high < scale.low);
}

std::vector<LegendEntry> legend_entries(const LegendCase& legend);

/// The marks of a gradient or bands with their labels.
std::vector<Mark> ramp_marks(const LegendCase& legend);

/// Symbols and labels, each pair a group in its place.
std::vector<Group> symbol_groups(const LegendCase& legend);

/// The title, in its own place 0, 0; nullopt for none.
std::optional<Item> legend_title(const LegendCase& legend);

/// A legend laid out inside itself.
Group legend_group(const LegendCase& legend);

/// Labels of a legend: font, colour and limit.
Item legend_label(const LegendCase& legend);

}  // namespace yokoten::chart
