#include <algorithm>
#include <cmath>

#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"

namespace yokoten::chart {
namespace {

constexpr double kTileStep = 46, kTileGap = 2, kSmallType = 12.5, kType = 14;
constexpr double kSmallNumber = 12, kNameAlone = 5;
constexpr std::size_t kLettersOfNormalSize = 2, kBytesOfKanji = 3;

struct Grid {
  int ChartDatum::*column;
  int ChartDatum::*row;
};

struct Tiles {
  const ChartRequest& request;
  Grid grid;
  std::vector<double> limits;
  std::vector<Ink> inks{};     ///< one more than limits, light to dark
  double number_type = kType;  ///< px; 0 where the numbers have no room on their tiles
};

int last_place(const ChartRequest& request, int ChartDatum::*place) {
  int last = 1;
  for (const ChartDatum& datum : request.data) last = std::max(last, datum.*place);
  return last;
}

// All numbers are of one size, or none is written: one left out alone would look as if it were
// missing. The picture's table and the words of its tiles have them.
double number_type_of(const ChartRequest& request, Grid grid, bool narrow) {
  double widest = 0;
  for (const ChartDatum& datum : request.data)
    if (value_of(datum)) widest = std::max(widest, label_width(datum.label, true));
  const double room = narrow ? kNarrowest / last_place(request, grid.column) : kTileStep;
  if (widest <= room) return kType;
  return widest * kSmallNumber / kType <= room ? kSmallNumber : 0;
}

Tiles prepared_tiles(const ChartRequest& request, Grid grid, bool narrow) {
  Tiles tiles{request, grid, ascending(request.limits), {}, number_type_of(request, grid, narrow)};
  const std::size_t last = std::max<std::size_t>(tiles.limits.size(), 1);
  for (std::size_t i = 0; i <= tiles.limits.size(); ++i)
    tiles.inks.push_back(kClassInks[i * 4 / last]);
  return tiles;
}

// 鳥取県 is 鳥取 on its tile, 神奈川県 神奈川; 北海道 keeps its three letters.
std::string short_name(const std::string& name) {
  for (const char* ending : {"県", "府", "都"})
    if (name.ends_with(ending) && name.size() > 2 * kBytesOfKanji)
      return name.substr(0, name.size() - kBytesOfKanji);
  return name;
}

bool has_place(const ChartDatum& datum, Grid grid) {
  return datum.*grid.column > 0 && datum.*grid.row > 0;
}

Json row_of(const ChartDatum& datum, const Tiles& tiles) {
  const std::string name = short_name(datum.name);
  const auto value = value_of(datum);
  const bool small = name.size() > kLettersOfNormalSize * kBytesOfKanji;
  const std::string number = tiles.number_type > 0 ? datum.label : "";
  Json row = object("name", name, "value", value ? number_json(*value) : Json(), "label",
                    value ? number : "—", "column", datum.*tiles.grid.column, "row",
                    datum.*tiles.grid.row, "font", small ? kSmallType : kType);
  put_link(row, datum, tiles.request);
  return row;
}

Json axis_of_grid(const ChartRequest& request, int ChartDatum::*place) {
  Json numbers = Json::array();
  for (int i = 1; i <= std::min(last_place(request, place), 100); ++i) numbers.push_back(i);
  return object("type", "ordinal", "scale",
                object("domain", std::move(numbers), "paddingInner", kTileGap / kTileStep), "axis",
                nullptr);
}

Json head(const Tiles& tiles) {
  const Grid& grid = tiles.grid;
  Json spec =
      spec_head(tiles.request, object("step", kTileStep), axis_of_grid(tiles.request, grid.column),
                axis_of_grid(tiles.request, grid.row));
  spec["width"] = object("step", kTileStep);
  return spec;
}

Json class_color(const Tiles& tiles) {
  if (tiles.limits.empty()) return object("value", colour(tiles.inks.front()));
  Json limits = Json::array(), range = Json::array();
  for (const double limit : tiles.limits) limits.push_back(number_json(limit));
  for (const Ink ink : tiles.inks) range.push_back(colour(ink));
  return object("field", "value", "type", "quantitative", "scale",
                object("type", "threshold", "domain", std::move(limits), "range", std::move(range)),
                "legend", object("title", tiles.request.unit));
}

// The page's stylesheet turns the text on dark tiles; plain Vega is told from which limit on.
Json text_color(const Tiles& tiles) {
  for (std::size_t i = 0; i < tiles.limits.size(); ++i)
    if (tiles.inks[i + 1] == Ink::bar || tiles.inks[i + 1] == Ink::self)
      return object("condition",
                    object("test", object("field", "value", "gte", number_json(tiles.limits[i])),
                           "value", colour(Ink::paper)),
                    "value", colour(Ink::black));
  return object("value", colour(Ink::black));
}

Json at_tile() { return object("x", field("column"), "y", field("row")); }

Json tile_text(const char* words, bool bold, double dy, double type, Json color) {
  Json mark = object("type", "text", "baseline", "alphabetic", "dy", number_json(dy));
  if (bold) put(mark, "fontWeight", "bold");
  if (bold && type != kType) put(mark, "fontSize", number_json(type));
  Json encoding = at_tile();
  put(encoding, "text", text_field(words));
  put(encoding, "color", std::move(color));
  if (!bold)
    put(encoding, "size",
        object("field", "font", "type", "quantitative", "scale", nullptr, "legend", nullptr));
  say_what_is_shown(mark, encoding);
  return object("mark", std::move(mark), "encoding", std::move(encoding));
}

// Tiles with their two texts. A group of layers shares its data: texts stand on their tiles.
void add_tiles(Json& layers, const Tiles& tiles, Json rows, bool known) {
  if (rows.empty()) return;
  Json mark = object("type", "rect", "cornerRadius", 4, "stroke", colour(Ink::other));
  if (!known) put(mark, "fill", colour(Ink::late));
  Json encoding = at_tile();
  if (known) put(encoding, "color", class_color(tiles));
  put_links(encoding, tiles.request);
  const Json color = known ? text_color(tiles) : object("value", colour(Ink::black));
  const bool written = !known || tiles.number_type > 0;
  const double type = known ? tiles.number_type : kType;
  Json group = list(object("mark", std::move(mark), "encoding", std::move(encoding)),
                    tile_text("name", false, written ? -4 : kNameAlone, kType, color));
  if (written) group.push_back(tile_text("label", true, 14, type, color));
  layers.push_back(object("data", object("values", std::move(rows)), "layer", std::move(group)));
}

}  // namespace

Json tiles_spec(const ChartRequest& request, bool narrow) {
  const Tiles tiles =
      prepared_tiles(request,
                     narrow ? Grid{&ChartDatum::narrow_column, &ChartDatum::narrow_row}
                            : Grid{&ChartDatum::column, &ChartDatum::row},
                     narrow);
  Json spec = head(tiles);
  Json known = Json::array(), missing = Json::array();
  for (const ChartDatum& datum : request.data)
    if (has_place(datum, tiles.grid))
      (value_of(datum) ? known : missing).push_back(row_of(datum, tiles));
  add_tiles(spec["layer"], tiles, std::move(known), true);
  add_tiles(spec["layer"], tiles, std::move(missing), false);
  return spec;
}

}  // namespace yokoten::chart
