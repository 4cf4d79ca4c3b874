#include <algorithm>

#include "chart/plan/domain.h"
#include "chart/plan/grouping.h"
#include "chart/plan/text.h"
#include "chart/plan/value.h"
#include "chart/plan/work.h"

// The rows and columns of cells that a facet makes, and the cell of each row of data.

namespace yokoten::chart {

namespace {

/// Values of one facet in the order of their cells, and the place of each of a layer's rows.
class FacetReader {
 public:
  FacetReader(const FacetSpec& spec, FacetPlan& plan, std::string_view day)
      : spec_(spec), plan_(plan), day_(day) {}

  Problem read(Work& work) {
    for (Intake& intake : work.intakes) {
      places_.emplace_back();
      if (intake.rows == nullptr) continue;
      if (Problem problem = read_layer(intake, drawn_only(work))) return problem;
    }
    if (const auto twin = twin_of_another_kind(pool_)) return mixed(work, *twin);
    sort();
    return std::nullopt;
  }

  std::size_t count() const { return std::max<std::size_t>(plan_.values.size(), 1); }
  std::uint32_t place(std::size_t layer, std::size_t row) const {
    const auto& places = places_[layer];
    if (places.empty()) return 0;
    return places[row] == kNoCell ? kNoCell : index_of_[places[row]];
  }

 private:
  /// Whether rows that the layer does not draw make no cells.
  static bool drawn_only(const Work& work) {
    const Unit& unit = work.units.front();
    return !work.facets_first() &&
           (unit.invalid == Invalid::filter || (unit.invalid != Invalid::show && !unit.path()));
  }

  Problem read_layer(const Intake& intake, bool only_drawn) {
    const Json& rows = *intake.rows;
    const bool time = spec_.type == FieldType::temporal || spec_.header.format_type == "time";
    std::size_t place = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (only_drawn && !intake.valid.empty() && intake.valid[row] == 0) {
        places_.back().push_back(kNoCell);
        continue;
      }
      const Json* json = find_value(rows[row], spec_.field, place);
      Value value;
      bool good = read_value(json, value);
      if (good && time && value.kind == Value::Kind::text) {
        const auto moment = moment_of(*json);
        good = moment.has_value();
        value = {Value::Kind::moment, moment.value_or(0), {}};
      } else if (time && value.kind == Value::Kind::number) {
        value.kind = Value::Kind::moment;
      }
      if (!good)
        return problem_at(pointer_of(*intake.plan->spec, row, spec_.field),
                          "項目の型に合わない値です",
                          "a value that does not fit the type of its field");
      const std::uint32_t number = pool_.add(value);
      places_.back().push_back(number);
      if (spec_.sort.kind == SortKind::field) note_sort_value(number, rows[row]);
    }
    return std::nullopt;
  }

  Problem mixed(const Work& work, std::uint32_t number) const {
    for (std::size_t layer = 0; layer < places_.size(); ++layer) {
      const auto row = std::find(places_[layer].begin(), places_[layer].end(), number);
      if (row == places_[layer].end()) continue;
      const auto at = static_cast<std::size_t>(row - places_[layer].begin());
      return mixed_kinds(pointer_of(*work.intakes[layer].plan->spec, at, spec_.field),
                         pool_[number]);
    }
    return mixed_kinds(spec_.pointer, pool_[number]);
  }

  void note_sort_value(std::uint32_t number, const Json& row) {
    if (keys_.size() <= number) keys_.resize(number + 1);
    Value value;
    read_value(find_value(row, spec_.sort.field), value);
    keys_[number].push_back(value);
  }

  static bool counts(const Value& value) {
    return value.kind != Value::Kind::missing && value.kind != Value::Kind::null &&
           !(value.kind == Value::Kind::text && value.text.empty());
  }

  Value aggregated(std::uint32_t number) const {
    Value result;
    double total = 0, count = 0;
    const std::string& op = spec_.sort.op;
    for (const Value& value : keys_[number]) {
      if (!counts(value)) continue;
      total += value.number;
      ++count;
      const int order = compare(value, result);
      if (result.kind == Value::Kind::missing || (op == "max" ? order > 0 : order < 0))
        result = value;
    }
    if ((op != "sum" && op != "mean") || count == 0) return result;
    return {Value::Kind::number, op == "sum" ? total : total / count, {}};
  }

  Value listed(const Value& value) const {
    const auto& list = spec_.sort.list;
    const Json json = category_of(value).value;
    std::size_t at = 0;
    while (at < list.size() && !same_value(&json, list[at])) ++at;
    return {Value::Kind::number, static_cast<double>(at), {}};
  }

  Value key_of(std::uint32_t number) const {
    if (spec_.sort.kind == SortKind::field) return aggregated(number);
    return spec_.sort.kind == SortKind::list ? listed(pool_[number]) : pool_[number];
  }

  void sort() {
    std::vector<Value> keys;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < pool_.size(); ++i) {
      keys.push_back(key_of(i));
      order.push_back(i);
    }
    const bool descending = spec_.sort.kind == SortKind::descending ||
                            (spec_.sort.kind == SortKind::field && spec_.sort.descending);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const int difference = compare(keys[a], keys[b]);
      return descending ? difference > 0 : difference < 0;
    });
    index_of_.resize(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      index_of_[order[i]] = i;
      plan_.values.push_back(category_of(pool_[order[i]]));
      plan_.values.back().text = shown(plan_.values.back());
    }
  }

  std::string shown(const Category& category) const {
    const bool missing = category.text == "undefined" && category.value.is_null();
    return formatted(missing ? nullptr : &category.value, spec_.type,
                     spec_.header.format.value_or(""), spec_.header.format_type.value_or(""), day_);
  }

  const FacetSpec& spec_;
  FacetPlan& plan_;
  std::string_view day_;  // the format of times that have none
  CategoryPool pool_;
  std::vector<std::vector<Value>> keys_;
  std::vector<std::vector<std::uint32_t>> places_;
  std::vector<std::uint32_t> index_of_;
};

std::string title_of(const FacetSpec& spec, const HeaderSpec& config) {
  if (spec.header_null || spec.header.title_null) return {};
  if (spec.header.title) return *spec.header.title;
  if (spec.title_null) return {};
  if (spec.title) return *spec.title;
  return config.title_null ? std::string() : spec.field.written;
}

}  // namespace

Problem find_facets(Work& work) {
  const bool rows = !work.spec.row.field.steps.empty();
  const bool columns = !work.spec.column.field.steps.empty();
  if (!rows && !columns) return std::nullopt;
  const std::string_view day = day_format(work.spec);
  FacetReader row_reader(work.spec.row, work.plan.row, day);
  FacetReader column_reader(work.spec.column, work.plan.column, day);
  if (rows) {
    work.plan.row.spec = &work.spec.row;
    work.plan.row.title = title_of(work.spec.row, work.spec.config.header);
    if (Problem problem = row_reader.read(work)) return problem;
  }
  if (columns) {
    work.plan.column.spec = &work.spec.column;
    work.plan.column.title = title_of(work.spec.column, work.spec.config.header);
    if (Problem problem = column_reader.read(work)) return problem;
  }
  for (std::size_t layer = 0; layer < work.intakes.size(); ++layer) {
    LayerPlan& plan = *work.intakes[layer].plan;
    plan.cell.reserve(plan.row_count);
    for (std::size_t row = 0; row < plan.row_count; ++row) {
      const std::uint32_t across = columns ? column_reader.place(layer, row) : 0;
      const std::uint32_t down = rows ? row_reader.place(layer, row) : 0;
      const bool nowhere = across == kNoCell || down == kNoCell;
      const auto columns_in_all = static_cast<std::uint32_t>(column_reader.count());
      plan.cell.push_back(nowhere ? kNoCell : down * columns_in_all + across);
    }
  }
  return std::nullopt;
}

}  // namespace yokoten::chart
