#include "chart/scene/mark_items.h"
#include "chart/scene/mark_makers.h"
#include "chart/scene/mark_place.h"
#include "chart/scene/mark_series.h"

namespace yokoten::chart {
namespace {

/// One item a series, looking and speaking as its first row does.
template <class PlaceVertex>
Mark series_marks(const MarkContext& context, Kind kind, PlaceVertex place) {
  const ItemMaker maker(context);
  const std::vector<char> unbroken = unbroken_rows(context);
  Mark mark;
  mark.kind = kind;
  const std::vector<std::vector<Row>> regrouped = regrouped_series(context);
  const auto& all = regrouped.empty() ? context.layer.series : regrouped;
  mark.items.reserve(all.size());
  for (const std::vector<Row>& series : all) {
    if (series.empty() || !context.in_cell(series.front())) continue;
    Item& item = maker.add_to(mark, series.front());
    item.interpolate = context.style.first(&MarkStyle::interpolate).value_or("");
    item.vertices.reserve(series.size());
    for (const Row row : series) {
      Vertex vertex;
      place(row, vertex);
      vertex.defined = unbroken[row] != 0;
      item.vertices.push_back(vertex);
    }
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
    const Along across = x.of(row), down = y.of(row);
    vertex.x = vertex.x2 = drawn(across);
    vertex.y = vertex.y2 = drawn(down).px;
    if (orient == MarkOrient::horizontal) vertex.x2 = drawn_end(across, x2.of(row));
    if (orient == MarkOrient::vertical) vertex.y2 = drawn_end(down, y2.of(row)).px;
  });
  for (Item& item : mark.items) item.horizontal = orient == MarkOrient::horizontal;
  return mark;
}

}  // namespace yokoten::chart
