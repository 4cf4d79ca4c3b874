#include "chart/scene/mark_series.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "chart/plan/grouping.h"
#include "chart/plan/sorting.h"
#include "chart/scene/mark_place.h"

namespace yokoten::chart {
namespace {

bool continuous_domain(const Scale& scale) {
  return scale.continuous() || scale.type == ScaleType::threshold ||
         scale.type == ScaleType::quantize;
}

/// Whether a row that fills a gap is without a value that its look is measured by.
bool lacks_look(const MarkContext& context, std::size_t row) {
  const EncodingSpec& encoding = context.encoding();
  const auto lacks = [&](const LookSpec& channel, const Scale& scale,
                         const std::vector<double>& column) {
    return channel.from == From::field && !channel.scale_null && continuous_domain(scale) &&
           row < column.size() && std::isnan(column[row]);
  };
  return lacks(encoding.color, context.plan.color, context.layer.color) ||
         lacks(encoding.opacity, context.plan.opacity, context.layer.opacity) ||
         lacks(encoding.size, context.plan.size, context.layer.size);
}

}  // namespace

std::vector<char> unbroken_rows(const MarkContext& context) {
  const LayerPlan& layer = context.layer;
  std::vector<char> unbroken(layer.row_count, context.shows_invalid() ? 1 : 0);
  for (const Row row : layer.rows) unbroken[row] = 1;
  for (std::size_t row = layer.written_rows; row < layer.row_count; ++row)
    if (!lacks_look(context, row)) unbroken[row] = 1;
  return unbroken;
}

namespace {

std::vector<const Field*> told_apart_by(const EncodingSpec& encoding) {
  std::vector<const Field*> fields;
  for (const LookSpec* channel : {&encoding.color, &encoding.opacity, &encoding.size})
    if (channel->from == From::field) fields.push_back(&channel->field);
  for (const Field& field : encoding.detail) fields.push_back(&field);
  return fields;
}

bool measures(const PositionSpec& channel) {
  const bool number = channel.datum != nullptr && channel.datum->is_number();
  const bool quantitative = channel.type == FieldType::quantitative;
  if (channel.from == From::datum) return number || quantitative;
  return channel.from == From::field && quantitative;
}

bool temporal(const PositionSpec& channel) {
  return channel.from == From::field && channel.type == FieldType::temporal;
}

/// The axis along which a line without x2 and y2 measures.
Measure line_measure(const EncodingSpec& encoding) {
  const bool x = measures(encoding.x), y = measures(encoding.y);
  if (x || y) return y ? Measure::y : Measure::x;
  if (temporal(encoding.x) == temporal(encoding.y)) return Measure::none;
  return temporal(encoding.x) ? Measure::y : Measure::x;
}

bool ranged(const EncodingSpec& encoding) {
  return encoding.x2.from != From::nothing || encoding.y2.from != From::nothing;
}

/// Lines follow `order` where nothing is stacked, else they run along the dimension.
std::vector<SortKey> sort_keys(const MarkContext& context) {
  const EncodingSpec& encoding = context.encoding();
  const ChannelSpec& order = encoding.order;
  if (!context.layer.stacked && order.from == From::field)
    return {key_of(*context.layer.data, order.field, order.sort->kind == SortKind::descending)};
  const Measure measure = ranged(encoding) ? line_measure(encoding) : context.layer.measure;
  const Direction along = measure == Measure::x ? Direction::down : Direction::across;
  const ChannelPlace place = place_of(context, along, Otherwise::middle);
  SortKey key;
  key.numbers.reserve(context.layer.row_count);
  for (Row row = 0; row < context.layer.row_count; ++row)
    key.numbers.push_back(place.of(row).at(context.size.width));
  return {std::move(key)};
}

/// The rows of the cell's series in the order of the data.
std::vector<Row> rows_in_cell(const MarkContext& context) {
  std::vector<Row> rows;
  for (const std::vector<Row>& series : context.layer.series)
    for (const Row row : series)
      if (context.in_cell(row)) rows.push_back(row);
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<std::vector<Row>> series_in(const Groups& groups, const std::vector<Row>& rows) {
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> place(groups.count, none);
  std::vector<std::vector<Row>> series;
  for (const Row row : rows) {
    std::size_t& at = place[groups.of_row[row]];
    if (at == none) {
      at = series.size();
      series.emplace_back();
    }
    series[at].push_back(row);
  }
  return series;
}

}  // namespace

std::vector<std::vector<Row>> regrouped_series(const MarkContext& context) {
  const LayerPlan& layer = context.layer;
  const EncodingSpec& encoding = context.encoding();
  if (!context.overlay || layer.spec->mark.type != MarkType::area) return {};
  const bool turned = ranged(encoding) && line_measure(encoding) != layer.measure;
  if (!turned && encoding.order.from != From::field) return {};
  if (layer.data == nullptr || layer.series.empty()) return {};
  const Groups groups = groups_of(*layer.data, told_apart_by(encoding));
  std::vector<std::vector<Row>> regrouped = series_in(groups, rows_in_cell(context));
  const std::vector<SortKey> keys = sort_keys(context);
  for (std::vector<Row>& series : regrouped) sort_rows(series, keys);
  return regrouped;
}

}  // namespace yokoten::chart
