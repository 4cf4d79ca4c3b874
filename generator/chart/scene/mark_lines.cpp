#include <cmath>

#include "chart/scene/mark_items.h"
#include "chart/scene/mark_makers.h"
#include "chart/scene/mark_place.h"

namespace yokoten::chart {
namespace {

/// Columns whose missing values break a line or area; the plan marks other breaks there as well.
std::vector<const std::vector<double>*> breaking_columns(const MarkContext& context) {
  std::vector<const std::vector<double>*> columns;
  if (context.shows_invalid()) return columns;
  for (const Direction along : {Direction::across, Direction::down})
    if (context.scaled(along) && context.scale(along).continuous())
      columns.push_back(&context.column(along));
  return columns;
}

bool defined(const std::vector<const std::vector<double>*>& columns, Row row) {
  for (const std::vector<double>* column : columns)
    if (row < column->size() && std::isnan((*column)[row])) return false;
  return true;
}

/// One item a series, looking and speaking as its first row does.
template <class PlaceVertex>
Mark series_marks(const MarkContext& context, Kind kind, PlaceVertex place) {
  const ItemMaker maker(context);
  const auto columns = breaking_columns(context);
  Mark mark;
  mark.kind = kind;
  mark.items.reserve(context.layer.series.size());
  for (const std::vector<Row>& series : context.layer.series) {
    if (series.empty() || !context.in_cell(series.front())) continue;
    Item item = maker.of(series.front());
    item.interpolate = context.style.first(&MarkStyle::interpolate).value_or("");
    item.vertices.reserve(series.size());
    for (const Row row : series) {
      if (context.overlay && row >= context.layer.written_rows) continue;
      Vertex vertex;
      place(row, vertex);
      vertex.defined = defined(columns, row);
      item.vertices.push_back(vertex);
    }
    mark.items.push_back(std::move(item));
  }
  return mark;
}

}  // namespace

Mark lines(const MarkContext& context) {
  const ChannelPlace x = place_of(context, Direction::across, Otherwise::middle);
  const ChannelPlace y = place_of(context, Direction::down, Otherwise::middle);
  return series_marks(context, Kind::line, [&](Row row, Vertex& vertex) {
    vertex.x = vertex.x2 = drawn(x.of(row));
    vertex.y = vertex.y2 = drawn(y.of(row)).px;
  });
}

namespace {

/// The far edge of an area: x2 or y2, a stacked part's start, or the baseline.
ChannelPlace edge_of(const MarkContext& context, Direction along) {
  if (std::optional<ChannelPlace> second = second_place_of(context, along)) return *second;
  return ChannelPlace::at(default_place(context, along, Otherwise::zero_or_min));
}

}  // namespace

Mark areas(const MarkContext& context) {
  const ChannelPlace x = place_of(context, Direction::across, Otherwise::zero_or_min);
  const ChannelPlace y = place_of(context, Direction::down, Otherwise::zero_or_min);
  const MarkOrient orient = context.orient();
  const ChannelPlace x2 =
      orient == MarkOrient::horizontal ? edge_of(context, Direction::across) : x;
  const ChannelPlace y2 = orient == MarkOrient::vertical ? edge_of(context, Direction::down) : y;
  Mark mark = series_marks(context, Kind::area, [&](Row row, Vertex& vertex) {
    vertex.x = drawn(x.of(row));
    vertex.y = drawn(y.of(row)).px;
    vertex.x2 = orient == MarkOrient::horizontal ? drawn(x2.of(row)) : vertex.x;
    vertex.y2 = orient == MarkOrient::vertical ? drawn(y2.of(row)).px : vertex.y;
  });
  for (Item& item : mark.items) item.horizontal = orient == MarkOrient::horizontal;
  return mark;
}

}  // namespace yokoten::chart
