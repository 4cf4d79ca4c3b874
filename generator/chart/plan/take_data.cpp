#include <algorithm>
#include <cmath>

#include "chart/geo/geo.h"
#include "chart/plan/stack.h"
#include "chart/plan/value.h"
#include "chart/plan/work.h"

// Reads the rows into columns, stacks them, and finds out which rows have missing values.

namespace yokoten::chart {

namespace {

/// A number or time; NaN for null. False where the value is neither.
bool read_amount(const Json* json, FieldType type, double& amount) {
  amount = kMissing;
  if (json == nullptr || json->is_null()) return true;
  if (json->is_number()) {
    amount = json->number();
    return std::isfinite(amount);
  }
  if (type == FieldType::temporal) {
    if (!json->is_string()) return false;
    if (json->text().empty()) return true;
    const auto moment = moment_of(*json);
    if (moment) amount = *moment;
    return moment.has_value();
  }
  if (json->is_string() && json->text().find_first_not_of(" \t\r\n") == std::string::npos)
    return false;
  amount = json->is_string() || json->is_boolean() ? number_of(json) : kMissing;
  return std::isfinite(amount);
}

bool is_time_text(const TextSpec& text) {
  return text.format_type == "time" ||
         (text.format_type.empty() && type_of(text) == FieldType::temporal);
}

/// Whether a layer reads a field as times: by its type, or by what a text or guide is made of it.
bool wants_time(const EncodingSpec& encoding, const Field& field) {
  const auto reads = [&](const ChannelSpec& channel) {
    return has_field(channel) && channel.field.steps == field.steps;
  };
  const auto temporal = [&](const ChannelSpec& channel, const Text& format_type) {
    return reads(channel) && (type_of(channel) == FieldType::temporal || format_type == "time");
  };
  const auto position = [&](const PositionSpec& channel) {
    return temporal(channel, channel.axis_null ? Text() : channel.axis->format_type);
  };
  const auto look = [&](const LookSpec& channel) {
    return temporal(channel, channel.legend_null ? Text() : channel.legend->format_type);
  };
  const auto time_text = [&](const TextSpec& text) { return reads(text) && is_time_text(text); };
  return position(encoding.x) || position(encoding.y) || look(encoding.color) ||
         look(encoding.opacity) || look(encoding.size) || temporal(encoding.order, {}) ||
         time_text(encoding.text) ||
         std::any_of(encoding.tooltip.begin(), encoding.tooltip.end(), time_text);
}

/// Vega-Lite turns a field into times for all that read the same data where one of them wants it.
bool read_as_time(const Work& work, const Intake& intake, const Field& field) {
  for (std::size_t i = 0; i < work.intakes.size(); ++i)
    if (work.intakes[i].source == intake.source && wants_time(work.spec.layers[i].encoding, field))
      return true;
  return false;
}

bool read_category(const Json* json, bool time, Value& value) {
  if (!time) return read_value(json, value);
  value = Value();
  value.kind = Value::Kind::null;
  double moment = 0;
  if (!read_amount(json, FieldType::temporal, moment)) return false;
  if (std::isnan(moment)) return true;
  value.kind = Value::Kind::moment;
  value.number = moment;
  return true;
}

/// Fills columns of one layer.
class Reader {
 public:
  Reader(Work& work, const Unit& unit, Intake& intake)
      : work_(work), unit_(unit), intake_(intake) {}

  /// `type`: of the main channel, for the second ends of ranges.
  Problem read(const ChannelSpec& spec, Channel channel, FieldType type, bool second,
               std::vector<double>& column) {
    if (spec.from == From::value || spec.from == From::nothing) return std::nullopt;
    const bool discrete = work_.discrete(channel) && !spec.scale_null;
    if (spec.from == From::datum) {
      const auto at = static_cast<std::size_t>(channel);
      auto& amount = second ? intake_.second_datum[at] : intake_.datum[at];
      Problem problem = read_datum(spec, channel, type, discrete, amount);
      if (!problem) column.assign(intake_.plan->row_count, amount.value_or(kMissing));
      return problem;
    }
    column.resize(intake_.plan->row_count);
    if (intake_.rows == nullptr) {
      std::fill(column.begin(), column.end(), kMissing);
      return std::nullopt;
    }
    return discrete ? read_categories(spec, channel, column) : read_amounts(spec, type, column);
  }

 private:
  Problem read_datum(const ChannelSpec& spec, Channel channel, FieldType type, bool discrete,
                     std::optional<double>& datum) {
    double amount = 0;
    Value value;
    const bool time = type == FieldType::temporal;
    bool good = spec.datum != nullptr;
    if (good && time && spec.datum->is_object()) {
      amount = moment_of(*spec.datum).value_or(kMissing);
      value.kind = Value::Kind::moment;
      value.number = amount;
    } else if (good) {
      good =
          discrete ? read_category(spec.datum, time, value) : read_amount(spec.datum, type, amount);
    }
    if (!good)
      return problem_at(spec.pointer + "/datum", "型に合わない値です",
                        "a value that does not fit its type");
    datum = discrete ? work_.of(channel).pool.add(value) : amount;
    return std::nullopt;
  }

  Problem read_categories(const ChannelSpec& spec, Channel channel, std::vector<double>& column) {
    const bool time = type_of(spec) == FieldType::temporal;
    const bool parsed = time || read_as_time(work_, intake_, spec.field);
    CategoryPool& pool = work_.of(channel).pool;
    std::size_t place = 0;
    Value value;
    for (std::size_t row = 0; row < column.size(); ++row) {
      const Json* json = find_value((*intake_.rows)[row], spec.field, place);
      if (!read_category(json, parsed, value))
        return misfit(row, spec.field, parsed ? FieldType::temporal : type_of(spec));
      if (!time && value.kind == Value::Kind::moment) value.kind = Value::Kind::number;
      column[row] = pool.add(value);
    }
    return std::nullopt;
  }

  Problem read_amounts(const ChannelSpec& spec, FieldType type, std::vector<double>& column) {
    std::size_t place = 0;
    for (std::size_t row = 0; row < column.size(); ++row) {
      const Json* json = find_value((*intake_.rows)[row], spec.field, place);
      if (!read_amount(json, type, column[row])) return misfit(row, spec.field, type);
    }
    return std::nullopt;
  }

  Problem misfit(std::size_t row, const Field& field, FieldType type) const {
    std::string pointer = pointer_of(*unit_.layer, row, field);
    if (type == FieldType::temporal)
      return problem_at(std::move(pointer),
                        "日時（temporal）として読めない値です。2024-04-01、2024-04、2024/4/1、"
                        "2024-04-01T09:00 のように書くか、値がなければ null を書いてください",
                        "a value that is no date or time (temporal); write 2024-04-01, 2024-04, "
                        "2024/4/1 or 2024-04-01T09:00, or null where there is none");
    if (type == FieldType::quantitative)
      return problem_at(
          std::move(pointer),
          "数（quantitative）として読めない値です。12.5 のように書き、桁区切りや単位は"
          "付けません。値がなければ null を書いてください",
          "a value that is no number (quantitative); write 12.5, without separators "
          "and units, or null where there is none");
    return problem_at(std::move(pointer), "種別として使えない値です。文字か数を書いてください",
                      "a value that is no category; write a text or a number");
  }

  Work& work_;
  const Unit& unit_;
  Intake& intake_;
};

Problem find_rows_of(Work& work, const Unit& unit, Intake& intake) {
  const DataSpec& data = unit.layer->data;
  intake.rows = data.rows;
  if (data.topology != nullptr) {
    auto features = features_of(*data.topology, data.feature, data.mesh, data.pointer);
    if (auto* problem = std::get_if<SpecProblem>(&features)) return std::move(*problem);
    work.plan.decoded.push_back(std::move(std::get<Json>(features)));
    intake.rows = &work.plan.decoded.back();
  }
  intake.plan->written_rows = intake.rows == nullptr ? 0 : intake.rows->size();
  if (unit.stack.fills_gaps && intake.rows != nullptr) {
    FilledRows filled = with_gaps_filled(unit, *intake.rows, work.facets, work.facets_first());
    if (filled.too_many)
      return problem_at(unit.layer->data.pointer, "積み重ねの系列と位置の組が多すぎます",
                        "too many series and places to stack");
    if (filled.rows) {
      work.plan.decoded.push_back(std::move(*filled.rows));
      intake.rows = &work.plan.decoded.back();
    }
  }
  intake.plan->data = intake.rows;
  intake.plan->row_count = intake.rows == nullptr ? 0 : intake.rows->size();
  return std::nullopt;
}

Problem read_columns(Work& work, const Unit& unit, Intake& intake) {
  Reader reader(work, unit, intake);
  for (const Channel channel : kChannels) {
    const ChannelSpec& spec = unit.spec_of(channel);
    const bool plain = spec.scale_null && channel != Channel::color;
    if (unit.scaled(channel) != nullptr || (plain && reads_data(spec)))
      if (Problem problem =
              reader.read(spec, channel, type_of(spec), false, column_of(*intake.plan, channel)))
        return problem;
    if (!is_position(channel)) continue;
    const PositionSpec* second = unit.second(channel);
    if (second == nullptr) continue;
    if (Problem problem = reader.read(*second, channel, type_of(spec), true,
                                      second_column_of(*intake.plan, channel)))
      return problem;
  }
  return std::nullopt;
}

/// Rows whose values all show on their continuous scales.
void find_valid(Work& work, const Unit& unit, Intake& intake) {
  for (const Channel channel : kChannels) {
    const ChannelSpec* spec = unit.scaled(channel);
    if (spec == nullptr || !has_field(*spec) || work.discrete(channel)) continue;
    const std::vector<double>& column = column_of(*intake.plan, channel);
    for (std::size_t row = 0; row < column.size(); ++row) {
      if (!std::isnan(column[row])) continue;
      if (intake.valid.empty()) intake.valid.assign(column.size(), 1);
      intake.valid[row] = 0;
    }
  }
}

/// Of a discrete dimension the values are numbered already.
Groups stacks_in(const Work& work, const Unit& unit, const Intake& intake) {
  const Channel across = unit.stack.along == Measure::x ? Channel::y : Channel::x;
  if (!work.facets.empty() || unit.stack.dimension == nullptr || !work.discrete(across) ||
      unit.scaled(across) == nullptr)
    return stacks_of(unit, *intake.rows, work.facets);
  Groups groups;
  groups.count = work.of(across).pool.size();
  for (const double number : column_of(*intake.plan, across))
    groups.of_row.push_back(static_cast<std::uint32_t>(number));
  return groups;
}

void stack_rows(Work& work, const Unit& unit, Intake& intake) {
  intake.plan->stacked = true;
  const bool across = unit.stack.along == Measure::x;
  StackedEnds ends = stacked(unit, *intake.rows, intake.plan->written_rows,
                             across ? intake.plan->x : intake.plan->y,
                             stacks_in(work, unit, intake), work.facets, work.facets_first());
  intake.start = std::move(ends.start);
  intake.end = std::move(ends.end);
}

Measure measured_along(const Unit& unit) {
  if (unit.orient == Orient::none) return Measure::none;
  const bool across = (unit.orient == Orient::horizontal) != (unit.mark == MarkType::tick);
  return across ? Measure::x : Measure::y;
}

bool same_data(const DataSpec& left, const DataSpec& right) {
  if (left.topology != right.topology || left.feature != right.feature || left.mesh != right.mesh)
    return false;
  if (left.rows == right.rows) return true;
  return left.rows != nullptr && right.rows != nullptr && left.rows->size() == right.rows->size() &&
         *left.rows == *right.rows;
}

/// Layers with equal data share one source, as Vega-Lite merges them.
std::size_t source_of(const Work& work, std::size_t index) {
  for (std::size_t i = 0; i < index; ++i)
    if (same_data(work.spec.layers[i].data, work.spec.layers[index].data)) return i;
  return index;
}

}  // namespace

Problem take_data(Work& work) {
  work.intakes.resize(work.spec.layers.size());
  for (std::size_t i = 0; i < work.intakes.size(); ++i) work.intakes[i].source = source_of(work, i);
  for (const Unit& unit : work.units) {
    if (unit.overlay) continue;
    Intake& intake = work.intakes[unit.index];
    intake.plan = &work.plan.layers[unit.index];
    intake.plan->spec = unit.layer;
    intake.plan->measure = measured_along(unit);
    if (Problem problem = find_rows_of(work, unit, intake)) return problem;
    if (Problem problem = read_columns(work, unit, intake)) return problem;
    find_valid(work, unit, intake);
    const Channel along = unit.stack.along == Measure::x ? Channel::x : Channel::y;
    if (unit.stack.along != Measure::none && unit.scaled(along) != nullptr &&
        intake.rows != nullptr)
      stack_rows(work, unit, intake);
  }
  return std::nullopt;
}

}  // namespace yokoten::chart
