#include "chart/guide/axis_ticks.h"

#include <algorithm>
#include <cmath>

#include "chart/guide/axis_values.h"

namespace yokoten::chart {
namespace {

constexpr double kUsualCount = 10;

/// Vega counts categories that are numbers as if they were a domain: `format: "d"` thins them.
double fewer(const Scale& scale, double count, double min_step) {
  if (!scale.discrete()) return tick_count(scale, count, min_step);
  double steps = span_of_categories(scale) / min_step;
  if (std::isnan(steps) || steps == 0) steps = 1;
  return std::min(count, std::floor(steps) + 1);
}

double count_of(const TickStyle& style, const Scale& scale) {
  const double tally =
      style.values_written ? static_cast<double>(style.values->size()) : kUsualCount;
  const double count = style.count.value_or(tally);
  return style.min_step ? fewer(scale, count, *style.min_step) : count;
}

/// Ticks are told apart by their text in JavaScript: of times within one second, as of equal
/// values, the first gives way to the last but keeps its turn.
double key_of(double value, ScaleType type) {
  return type == ScaleType::time ? std::floor(value / 1000) : value;
}

AxisTick* same_tick(std::vector<AxisTick>& ticks, double value, const TickStyle& style,
                    ScaleType type) {
  const double key = key_of(value, type);
  if (!ticks.empty() && key_of(ticks.back().value, type) == key) return &ticks.back();
  if (!style.values_written) return nullptr;  // those that are found run one way
  for (AxisTick& tick : ticks)
    if (key_of(tick.value, type) == key) return &tick;
  return nullptr;
}

void add_tick(std::vector<AxisTick>& ticks, AxisTick tick, const TickStyle& style, ScaleType type) {
  if (AxisTick* same = same_tick(ticks, tick.value, style, type))
    *same = std::move(tick);
  else
    ticks.push_back(std::move(tick));
}

struct Placed {
  double value = 0, start = 0;
};

/// Written values that stand on the axis, in its direction, as Vega's validTicks has them.
std::vector<Placed> on_the_axis(const TickStyle& style, const Scale& scale,
                                const AxisRuler& ruler) {
  const double low = std::floor(std::min(ruler.low(), ruler.high()));
  const double high = std::ceil(std::max(ruler.low(), ruler.high()));
  std::vector<Placed> ticks;
  for (const Json* json : *style.values) {
    const double value = axis_value(*json, scale);
    const double start = ruler.start(value);
    if (low <= start && start <= high) ticks.push_back({value, start});
  }
  const bool down = ruler.low() > ruler.high();
  std::stable_sort(ticks.begin(), ticks.end(), [&](const Placed& a, const Placed& b) {
    return down ? a.start > b.start : a.start < b.start;
  });
  return ticks;
}

/// Every second is left out until at most `count` remain, but never both ends.
void thin(std::vector<Placed>& ticks, double count) {
  if (!(count > 0) || ticks.size() < 2) return;
  const Placed first = ticks.front(), last = ticks.back();
  while (static_cast<double>(ticks.size()) > count && ticks.size() >= 3) {
    for (std::size_t i = 0; 2 * i < ticks.size(); ++i) ticks[i] = ticks[2 * i];
    ticks.resize((ticks.size() + 1) / 2);
  }
  if (ticks.size() < 3) ticks = {first, last};
}

std::vector<double> values_of(const TickStyle& style, const Scale& scale, const AxisRuler& ruler,
                              double count) {
  const bool by_interval = !style.interval.unit.empty();
  if (!style.values_written)
    return by_interval ? time_tick_values(scale, style.interval) : tick_values(scale, count);
  std::vector<Placed> ticks = on_the_axis(style, scale, ruler);
  if (!by_interval) thin(ticks, count);
  std::vector<double> values;
  for (const Placed& tick : ticks) values.push_back(tick.value);
  return values;
}

std::string rewritten(const std::vector<LabelPiece>& pieces, const std::string& label,
                      const std::string& value) {
  std::string text;
  for (const LabelPiece& piece : pieces)
    text += piece.kind == LabelPiece::Kind::text    ? piece.text
            : piece.kind == LabelPiece::Kind::label ? label
                                                    : value;
  return text;
}

}  // namespace

std::vector<AxisTick> axis_ticks(const AxisStyle& style, const Scale& scale,
                                 const AxisRuler& ruler) {
  const double count = count_of(style.tick, scale);
  const std::vector<double> values = values_of(style.tick, scale, ruler, count);
  std::vector<std::string> texts =
      tick_texts(scale, values, count, style.label.format, style.label.format_type,
                 style.tick.values_written, style.label.time_forms);
  std::vector<AxisTick> ticks;
  ticks.reserve(values.size() + 1);
  for (std::size_t i = 0; i < values.size(); ++i)
    add_tick(ticks,
             {values[i], ruler.start(values[i]), std::move(texts[i]), static_cast<int>(i), false},
             style.tick, scale.type);
  if (style.tick.extra && !ticks.empty())
    ticks.push_back({kMissing, ruler.start(values.front()), "", -1, true});
  if (const auto* pieces = style.label.pieces)
    for (AxisTick& tick : ticks)
      tick.text =
          rewritten(*pieces, tick.text, tick.extra ? "undefined" : value_text(tick.value, scale));
  return ticks;
}

}  // namespace yokoten::chart
