#include <algorithm>
#include <cmath>

#include "chart/guide/legend_sources.h"
#include "chart/guide/legend_units.h"
#include "chart/scene/layout_grid.h"

namespace yokoten::chart {
namespace {

/// What all symbols of a legend have in common.
struct SymbolStyle {
  Item symbol, label;
  double offset = 0, label_offset = 4;
};

const char* or_none(const Paint& paint) { return *paint == "none" ? "" : paint->c_str(); }

Look symbol_look(const LegendCase& legend) {
  const LegendSpec& spec = *legend.spec;
  const LegendSpec& config = *legend.config;
  const LegendEncode encode = legend_encode(legend);
  Look look;
  look.fill = shape_paint(spec.symbol_fill_color, config.symbol_fill_color,
                          legend.by_fill ? "" : "transparent");
  look.stroke = shape_paint(spec.symbol_stroke_color, config.symbol_stroke_color,
                            legend.by_fill ? "" : "#888");
  look.stroke_width = first(spec.symbol_stroke_width, config.symbol_stroke_width, 1.5);
  look.opacity = first(spec.symbol_opacity, config.symbol_opacity, 1);
  if (encode.of_ramp) return look;
  if (encode.fill) look.fill = or_none(encode.fill);
  if (encode.stroke) look.stroke = or_none(encode.stroke);
  if (encode.stroke_width) look.stroke_width = *encode.stroke_width;
  if (encode.opacity) look.opacity = *encode.opacity;
  if (encode.fill_opacity) look.fill_opacity = *encode.fill_opacity;
  if (encode.stroke_opacity) look.stroke_opacity = *encode.stroke_opacity;
  if (encode.stroke_dash) look.dash = *encode.stroke_dash;
  if (encode.stroke_join) look.join = *encode.stroke_join;
  return look;
}

SymbolStyle symbol_style(const LegendCase& legend) {
  SymbolStyle style;
  style.symbol.look = symbol_look(legend);
  style.symbol.shape = symbol_shape(legend);
  style.symbol.size = first(legend.spec->symbol_size, legend.config->symbol_size, 100);
  style.label = legend_label(legend);
  style.label.limit = first(legend.spec->label_limit, legend.config->label_limit, 160);
  style.label.baseline = "middle";
  style.offset = first(legend.spec->symbol_offset, legend.config->symbol_offset, 0);
  style.label_offset = first(legend.spec->label_offset, legend.config->label_offset, 4);
  return style;
}

Item symbol_of(const LegendCase& legend, const SymbolStyle& style, const LegendEntry& entry) {
  Item item = style.symbol;
  const bool known = !std::isnan(entry.value);
  const auto colour = [&] { return known ? legend.plan->color.colour(entry.value) : ""; };
  if (legend.by_size) item.size = known ? legend.plan->size.number(entry.value) : 0;
  if (legend.by_fill) item.look.fill = colour();
  if (legend.by_stroke) item.look.stroke = colour();
  if (legend.by_opacity && known) item.look.opacity = legend.plan->opacity.number(entry.value);
  return item;
}

/// The room that a symbol takes, in px each way.
double room(const SymbolStyle& style, const Item& symbol) {
  const double size = std::ceil(std::sqrt(symbol.size) + symbol.look.stroke_width);
  return std::max(size, style.label.font.size);
}

Mark one_item(Kind kind, const char* role, Item item) {
  Mark mark;
  mark.kind = kind;
  mark.role = role;
  mark.items.push_back(std::move(item));
  return mark;
}

/// A symbol beside its label; `x` is the width that symbols share.
Group pair(const SymbolStyle& style, Item symbol, const std::string& text, double x, double y) {
  Item label = style.label;
  label.text = text;
  symbol.x = {0, x * 0.5 + style.offset};
  label.x = {0, x + style.offset + style.label_offset};
  symbol.y = label.y = y * 0.5;
  Group group;
  group.role = "scope";
  group.marks.push_back(one_item(Kind::symbol, "legend-symbol", std::move(symbol)));
  group.marks.push_back(one_item(Kind::text, "legend-label", std::move(label)));
  return group;
}

/// Columns of entries; 0: all in one row. Vertical legends have one unless told otherwise.
std::size_t columns_of(const LegendCase& legend) {
  const double columns = first(legend.spec->columns, legend.config->columns, legend.vertical);
  return columns >= 1 ? static_cast<std::size_t>(std::min(columns, 1e6)) : 0;
}

/// Vertical legends run down each column.
std::vector<std::size_t> reading_order(std::size_t count, std::size_t columns, bool vertical) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  if (!vertical) return order;
  const std::size_t across = std::max<std::size_t>(columns, 1);
  const std::size_t rows = (count + across - 1) / across;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return a % rows < b % rows; });
  return order;
}

Bounds covered(const Group& group) {
  Bounds bounds;
  for (const Mark& mark : group.marks) bounds.add(bounds_of(mark, 0));
  return bounds;
}

void arrange(std::vector<Group>& groups, const LegendCase& legend, std::size_t columns) {
  GridOptions options;
  options.columns = columns;
  options.center_rows = true;
  options.column_padding = first(legend.spec->column_padding, legend.config->column_padding, 10);
  options.row_padding = first(legend.spec->row_padding, legend.config->row_padding, 2);
  std::vector<GridCell> cells;
  for (const Group& group : groups) cells.push_back({box_or_origin(covered(group))});
  lay_out_grid(cells, options);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups[i].x = {0, cells[i].x};
    groups[i].y = cells[i].y;
  }
}

}  // namespace

std::vector<Group> symbol_groups(const LegendCase& legend) {
  const SymbolStyle style = symbol_style(legend);
  const std::vector<LegendEntry> entries = legend_entries(legend);
  std::vector<Item> symbols;
  double widest = 0;
  for (const LegendEntry& entry : entries) {
    symbols.push_back(symbol_of(legend, style, entry));
    widest = std::max(widest, room(style, symbols.back()));
  }
  const std::size_t columns = columns_of(legend);
  std::vector<Group> groups;
  for (const std::size_t i : reading_order(entries.size(), columns, legend.vertical)) {
    const double own = room(style, symbols[i]);
    const double x = columns > 0 ? widest : own;
    groups.push_back(pair(style, std::move(symbols[i]), entries[i].label, x, own));
  }
  arrange(groups, legend, columns);
  return groups;
}

}  // namespace yokoten::chart
