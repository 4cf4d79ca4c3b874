#include <algorithm>
#include <cmath>

#include "chart/plan/grouping.h"
#include "chart/plan/sorting.h"
#include "chart/plan/work.h"

// Which rows are drawn and in which order; which of them make one line or area; what stands in
// the columns for missing values.

namespace yokoten::chart {

namespace {

bool valid(const Intake& intake, Row row) { return intake.valid.empty() || intake.valid[row] != 0; }

/// Ends of stacks take the place of the values themselves.
void put_stack(const Unit& unit, Intake& intake) {
  if (!intake.plan->stacked) return;
  const Channel along = unit.stack.along == Measure::x ? Channel::x : Channel::y;
  column_of(*intake.plan, along) = std::move(intake.end);
  second_column_of(*intake.plan, along) = std::move(intake.start);
}

/// `invalid: "show"`: missing values stand at zero, or at the scale's low end.
void show_missing(Work& work, const Unit& unit, Intake& intake) {
  if (unit.invalid != Invalid::show || intake.valid.empty()) return;
  for (const Channel channel : kChannels) {
    const ChannelSpec* spec = unit.scaled(channel);
    const bool stacks = is_position(channel) && intake.plan->stacked &&
                        (unit.stack.along == Measure::x) == (channel == Channel::x);
    if (spec == nullptr || work.discrete(channel) || stacks) continue;
    const double instead = zero_or_min(work.scale_of(channel), work.of(channel).zero);
    for (double& value : column_of(*intake.plan, channel))
      if (std::isnan(value)) value = instead;
  }
}

/// Rows that break a path have no place, whatever was missing.
void break_paths(const Unit& unit, Intake& intake) {
  if (!unit.path() || unit.invalid == Invalid::show || intake.valid.empty()) return;
  const bool across =
      intake.plan->y.empty() || (unit.orient == Orient::horizontal && !intake.plan->x.empty());
  std::vector<double>& measured = across ? intake.plan->x : intake.plan->y;
  for (std::size_t row = 0; row < measured.size(); ++row)
    if (intake.valid[row] == 0) measured[row] = kMissing;
}

bool keeps_data_order(const ChannelSpec& order) {
  return order.from == From::value &&
         (order.value == nullptr || order.value->is_null() || *order.value == false);
}

bool sorted_by_field(const Unit& unit) {
  return has_field(unit.layer->encoding.order) && unit.stack.along == Measure::none;
}

std::vector<SortKey> order_keys(const Unit& unit, const Json& rows) {
  const ChannelSpec& order = unit.layer->encoding.order;
  std::vector<SortKey> keys;
  keys.push_back(key_of(rows, order.field, order.sort->kind == SortKind::descending));
  return keys;
}

/// Places along the dimension: lines and areas run from left to right or from top to bottom.
std::vector<SortKey> dimension_keys(Work& work, const Unit& unit, const Intake& intake) {
  const Channel channel = unit.orient == Orient::horizontal ? Channel::y : Channel::x;
  std::vector<SortKey> keys;
  if (!has_field(unit.spec_of(channel))) return keys;
  const Scale& scale = work.scale_of(channel);
  const bool plain = unit.scaled(channel) == nullptr;
  SortKey key;
  key.numbers = column_of(*intake.plan, channel);
  if (!plain)
    for (double& place : key.numbers) place = scale.share(place);
  keys.push_back(std::move(key));
  return keys;
}

std::vector<const Field*> series_fields(const Work& work, const Unit& unit) {
  std::vector<const Field*> fields = work.facets;
  const EncodingSpec& encoding = unit.layer->encoding;
  const auto add = [&](const ChannelSpec& channel) {
    if (has_field(channel)) fields.push_back(&channel.field);
  };
  add(encoding.color);
  add(encoding.opacity);
  if (unit.mark == MarkType::line) add(encoding.size);
  if (unit.mark == MarkType::area) add(encoding.order);
  for (const Field& field : encoding.detail) fields.push_back(&field);
  return fields;
}

bool draws(const Unit& unit, const Intake& intake, Row row) {
  if (unit.invalid == Invalid::show) return true;
  return (unit.path() && unit.invalid != Invalid::filter) || valid(intake, row);
}

/// Areas that follow a colour's domain leave the rows that fill gaps to themselves.
void part_filled_rows(const Unit& unit, const Intake& intake, Groups& groups) {
  if (unit.mark != MarkType::area || !follows_colour_domain(unit)) return;
  for (std::size_t row = intake.plan->written_rows; row < groups.of_row.size(); ++row)
    groups.of_row[row] += static_cast<std::uint32_t>(groups.count);
  groups.count *= 2;
}

/// Series by the first of their rows that is drawn.
std::vector<std::vector<Row>> series_of(Work& work, const Unit& unit, const Intake& intake) {
  Groups groups = groups_of(*intake.rows, series_fields(work, unit));
  part_filled_rows(unit, intake, groups);
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> place(groups.count, none);
  std::vector<std::vector<Row>> series;
  for (Row row = 0; row < groups.of_row.size(); ++row) {
    if (!draws(unit, intake, row)) continue;
    std::uint32_t& at = place[groups.of_row[row]];
    if (at == none) {
      at = static_cast<std::uint32_t>(series.size());
      series.emplace_back();
    }
    series[at].push_back(row);
  }
  if (keeps_data_order(unit.layer->encoding.order)) return series;
  const std::vector<SortKey> keys =
      sorted_by_field(unit) ? order_keys(unit, *intake.rows) : dimension_keys(work, unit, intake);
  for (std::vector<Row>& one : series) sort_rows(one, keys);
  return series;
}

/// The unit whose marks stand on `rows`: of paths the points laid over them, if any.
const Unit& single_marks(const Work& work, const Unit& unit) {
  for (const Unit& other : work.units)
    if (other.overlay && other.index == unit.index && other.mark == MarkType::point) return other;
  return unit;
}

void list_rows(const Work& work, const Unit& unit, Intake& intake) {
  LayerPlan& layer = *intake.plan;
  layer.rows.reserve(layer.written_rows);
  const Unit& single = single_marks(work, unit);
  const bool all = single.invalid == Invalid::show && !single.path();
  for (Row row = 0; row < layer.written_rows; ++row)
    if (all || valid(intake, row)) layer.rows.push_back(row);
  if (sorted_by_field(unit) && intake.rows != nullptr)
    sort_rows(layer.rows, order_keys(unit, *intake.rows));
}

}  // namespace

void find_rows(Work& work) {
  for (const Unit& unit : work.units) {
    if (unit.overlay) continue;
    Intake& intake = work.intakes[unit.index];
    put_stack(unit, intake);
    show_missing(work, unit, intake);
    break_paths(unit, intake);
    list_rows(work, unit, intake);
    if (unit.path() && intake.rows != nullptr) intake.plan->series = series_of(work, unit, intake);
  }
}

}  // namespace yokoten::chart
