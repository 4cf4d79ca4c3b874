#include <algorithm>
#include <cmath>

#include "chart/plan/domain.h"
#include "chart/plan/value.h"

namespace yokoten::chart {

namespace {

/// Names tell data sets apart as Vega-Lite's optimizer leaves them: by source and transforms.
std::string raw_name(const Unit& unit, const Intake& intake) {
  std::string name = std::to_string(intake.source);
  for (const Channel channel : kChannels) {
    const ChannelSpec& spec = unit.spec_of(channel);
    if (spec.sort->kind != SortKind::list || !has_field(spec)) continue;
    name += '|';
    name += name_of(channel);
    name += spec.field.written;
    for (const Json* value : spec.sort->list) name += "," + value->dump();
  }
  return name;
}

std::string main_name(const Work& work, const Unit& unit, const Intake& intake, bool filtered) {
  std::string name = raw_name(unit, intake);
  if (unit.stack.along != Measure::none) {
    const EncodingSpec& encoding = unit.layer->encoding;
    name += unit.stack.along == Measure::x ? "|x" + encoding.x.field.written
                                           : "|y" + encoding.y.field.written;
    name += static_cast<char>('0' + static_cast<int>(unit.stack.offset));
    if (unit.stack.dimension != nullptr) name += "|" + unit.stack.dimension->written;
    for (const Field* field : unit.stack.by) name += "|" + field->written;
    name += "|" + encoding.order.field.written;
    if (unit.path()) name += "|fill";
  }
  if (!filtered) return name;
  name += "|valid";
  for (const Channel channel : kChannels)
    if (const ChannelSpec* spec = unit.scaled(channel))
      if (has_field(*spec) && !work.discrete(channel)) name += "|" + spec->field.written;
  return name;
}

bool main_filtered(const Unit& unit) {
  return unit.invalid == Invalid::filter || (unit.invalid != Invalid::show && !unit.path());
}

class Collector {
 public:
  Collector(Work& work, Channel channel, DomainSources& sources)
      : work_(work), channel_(channel), sources_(sources) {}

  Problem add_unit(const Unit& unit) {
    const ChannelSpec& spec = *unit.scaled(channel_);
    if (!spec.scale->domain.empty()) return add_written_domain(unit, spec);
    if (sources_.written) return std::nullopt;
    if (Problem problem = add_field_or_datum(unit, spec)) return problem;
    const PositionSpec* second = is_position(channel_) ? unit.second(channel_) : nullptr;
    if (second == nullptr || !reads_data(*second)) return std::nullopt;
    DomainSource source = source_of(unit, *second);
    Intake& intake = work_.intakes[unit.index];
    source.column = &second_column_of(*intake.plan, channel_);
    keep(std::move(source), *second, intake.second_datum);
    return std::nullopt;
  }

 private:
  DomainSource source_of(const Unit& unit, const ChannelSpec& spec) {
    const Intake& intake = work_.intakes[unit.index];
    const bool after = unit.scale_source == Source::after_filter ||
                       (unit.scale_source == Source::main && main_filtered(unit));
    DomainSource source;
    source.unit = &unit;
    source.intake = &intake;
    source.field = spec.field.written;
    source.row_count = intake.rows == nullptr ? 0 : intake.plan->row_count;
    if (after && !intake.valid.empty()) source.kept = &intake.valid;
    source.data = work_.units.size() > 1 ? main_name(work_, unit, intake, after) : "main";
    return source;
  }

  /// A `datum` is a written value, but gives way to a domain that is written as such.
  void keep(DomainSource source, const ChannelSpec& spec,
            const std::array<std::optional<double>, 5>& datum) {
    if (spec.from == From::datum) {
      source.written.assign(1, datum[static_cast<std::size_t>(channel_)].value_or(kMissing));
      source.column = nullptr;
      source.data.clear();
    }
    sources_.list.push_back(std::move(source));
  }

  Problem add_field_or_datum(const Unit& unit, const ChannelSpec& spec) {
    DomainSource source = source_of(unit, spec);
    source.column = &column_of(*work_.intakes[unit.index].plan, channel_);
    const Measure along = channel_ == Channel::x ? Measure::x : Measure::y;
    if (is_position(channel_) && unit.stack.along == along && !work_.discrete(channel_)) {
      add_stack(unit, std::move(source));
      return std::nullopt;
    }
    if (has_field(spec) && work_.discrete(channel_)) {
      if (Problem problem = sort_of(unit, channel_, source.sort)) return problem;
      if (source.sort.kind == DomainSort::Kind::by) take_raw(unit, source);
    }
    keep(std::move(source), spec, work_.intakes[unit.index].datum);
    return std::nullopt;
  }

  /// Sorted by a field, the domain comes from the data before stacks and filters.
  void take_raw(const Unit& unit, DomainSource& source) const {
    source.kept = nullptr;
    if (source.row_count > 0) source.row_count = source.intake->plan->written_rows;
    source.data = work_.units.size() > 1 ? raw_name(unit, *source.intake) : "raw";
  }

  void add_stack(const Unit& unit, DomainSource source) {
    const Intake& intake = work_.intakes[unit.index];
    if (unit.stack.offset == Stack::normalize) {
      source.column = nullptr;
      source.data.clear();
      source.written = {0, 1};
      sources_.list.push_back(std::move(source));
      return;
    }
    source.column = &intake.start;
    source.field += "_start";
    sources_.list.push_back(source);
    source.column = &intake.end;
    source.field = unit.spec_of(channel_).field.written + "_end";
    sources_.list.push_back(std::move(source));
  }

  Problem add_written_domain(const Unit& unit, const ChannelSpec& spec) {
    if (last_written_ && last_written_->scale.shares(spec.scale) &&
        type_of(*last_written_) == type_of(spec))
      return std::nullopt;  // what layers share is the same domain once more
    if (!sources_.written) sources_.list.clear();
    sources_.written = true;
    last_written_ = &spec;
    const bool time = type_of(spec) == FieldType::temporal;
    DomainSource source;
    source.unit = &unit;
    for (std::size_t i = 0; i < spec.scale->domain.size(); ++i) {
      double number = 0;
      if (!read_written(*spec.scale->domain[i], time, number))
        return problem_at(spec.pointer + "/scale/domain/" + std::to_string(i), "型に合わない値です",
                          "a value that does not fit its type");
      source.written.push_back(number);
      if (!time) continue;
      sources_.list.push_back(source);  // Vega-Lite unites dates, so that their order is lost
      source.written.clear();
    }
    if (!source.written.empty()) sources_.list.push_back(std::move(source));
    return std::nullopt;
  }

  bool read_written(const Json& json, bool time, double& number) {
    if (!work_.discrete(channel_)) {
      const auto moment = time ? moment_of(json) : std::nullopt;
      number = time ? moment.value_or(kMissing) : json.is_number() ? json.number() : kMissing;
      return std::isfinite(number);
    }
    Value value;
    if (!read_value(&json, value)) {
      const auto moment = moment_of(json);
      if (!moment) return false;
      value.kind = Value::Kind::moment;
      value.number = *moment;
    } else if (time && value.kind == Value::Kind::text) {
      const auto moment = moment_of(json);
      if (!moment) return false;
      value = Value();
      value.kind = Value::Kind::moment;
      value.number = *moment;
    }
    number = work_.of(channel_).pool.add(value);
    return true;
  }

  Work& work_;
  Channel channel_;
  DomainSources& sources_;
  const ChannelSpec* last_written_ = nullptr;  ///< the last whose written domain was added
};

}  // namespace

bool same_source(const DomainSource& left, const DomainSource& right) {
  if (left.column == nullptr || right.column == nullptr)
    return left.column == right.column && left.written == right.written;
  return left.data == right.data && left.field == right.field;
}

std::size_t count_unique(const std::vector<DomainSource>& sources) {
  std::size_t count = 0;
  for (auto source = sources.begin(); source != sources.end(); ++source)
    count += std::none_of(sources.begin(), source,
                          [&](const DomainSource& before) { return same_source(before, *source); });
  return count;
}

Problem collect_sources(Work& work, Channel channel, DomainSources& sources) {
  Collector collector(work, channel, sources);
  for (const Unit& unit : work.units)
    if (!unit.overlay && unit.scaled(channel) != nullptr)
      if (Problem problem = collector.add_unit(unit)) return problem;
  return std::nullopt;
}

}  // namespace yokoten::chart
