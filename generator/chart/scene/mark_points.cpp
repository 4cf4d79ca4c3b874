#include "chart/scene/mark_items.h"
#include "chart/scene/mark_makers.h"
#include "chart/scene/mark_place.h"

namespace yokoten::chart {
namespace {

constexpr double kPointSize = 30;     // px²
constexpr double kUnsizedPoint = 64;  // px²: of symbols that Vega is told no size of

}  // namespace

Mark points(const MarkContext& context) {
  const ChannelPlace x = place_of(context, Direction::across, Otherwise::middle);
  const ChannelPlace y = place_of(context, Direction::down, Otherwise::middle);
  const double usual = only_conditions(context.encoding().size) ? kUnsizedPoint : kPointSize;
  const double fixed = context.style.of_type(&MarkStyle::size).value_or(usual);
  const NumberChannel size = size_channel(context, fixed);
  const std::string shape = context.style.of_type(&MarkStyle::shape).value_or("circle");
  const double angle = context.style.first(&MarkStyle::angle).value_or(0);
  return mark_of_rows(context, Kind::symbol, [&](Row row, Item& item) {
    item.x = drawn(x.of(row));
    item.y = drawn(y.of(row)).px;
    item.size = size.of(row).value_or(kUnsizedPoint);
    item.shape = shape;
    item.angle = angle;
  });
}

Mark texts(const MarkContext& context) {
  const ChannelPlace x = place_of(context, Direction::across, Otherwise::middle);
  const ChannelPlace y = place_of(context, Direction::down, Otherwise::middle);
  const Item form = text_form(context);
  const NumberChannel size = size_channel(context, form.font.size);
  return mark_of_rows(context, Kind::text, [&](Row row, Item& item) {
    item.x = drawn(x.of(row));
    item.y = drawn(y.of(row)).px;
    item.font = form.font;
    item.font.size = size.of(row).value_or(form.font.size);
    item.align = form.align;
    item.baseline = form.baseline;
    item.dx = form.dx;
    item.dy = form.dy;
    item.angle = form.angle;
    item.limit = form.limit;
    set_text(context, row, item);
  });
}

}  // namespace yokoten::chart
