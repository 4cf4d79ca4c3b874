#include <algorithm>
#include <cmath>

#include "chart/plan/domain.h"
#include "chart/plan/value.h"

// Domains of discrete scales: values by first appearance or sorted, over all sources.

namespace yokoten::chart {

namespace {

constexpr std::uint32_t kAbsent = std::numeric_limits<std::uint32_t>::max();

/// min, max, sum or mean of the values that one category has.
struct Aggregate {
  Value least;  ///< or greatest
  double total = 0, mean = 0, count = 0;

  void add(const Value& value, const std::string& op) {
    if (value.kind == Value::Kind::missing || value.kind == Value::Kind::null) return;
    if (value.kind == Value::Kind::text && value.text.empty()) return;
    if (op == "sum" || op == "mean") return add_number(value);
    const int order = compare(value, least);
    if (least.kind == Value::Kind::missing || (op == "max" ? order > 0 : order < 0)) least = value;
  }

  bool known() const { return least.kind != Value::Kind::missing; }

  Value result(const std::string& op) const {
    if ((op != "sum" && op != "mean") || count == 0) return least;
    Value value;
    value.kind = Value::Kind::number;
    value.number = op == "sum" ? total : mean;
    return value;
  }

 private:
  void add_number(const Value& value) {
    double number = value.number;
    if (value.kind == Value::Kind::text) {
      const Json text = std::string(value.text);
      number = number_of(&text);
    }
    total += number;
    mean += (number - mean) / ++count;
  }
};

/// The sort that Vega-Lite's merging leaves of those of all sources.
DomainSort merged_sort(const std::vector<DomainSource>& sources, bool single) {
  std::vector<DomainSort> sorts;
  const auto add = [&](DomainSort sort) {
    if (sort.kind == DomainSort::Kind::none) return;
    const bool known = std::any_of(sorts.begin(), sorts.end(),
                                   [&](const DomainSort& other) { return other.same(sort); });
    if (!known) sorts.push_back(std::move(sort));
  };
  DomainSort natural;
  natural.kind = DomainSort::Kind::natural;
  for (const DomainSource& source : sources) {
    const bool unites =
        source.sort.op.empty() || source.sort.op == "min" || source.sort.op == "max";
    add(single || unites ? source.sort : natural);
  }
  if (sorts.empty()) return {};
  if (sorts.size() == 1) return sorts.front();
  if (!single) return natural;
  std::vector<DomainSort> others;
  bool all_by = true;
  for (const DomainSort& sort : sorts) {
    all_by = all_by && sort.kind == DomainSort::Kind::by;
    if (sort.kind == DomainSort::Kind::by && sort.op != "min") others.push_back(sort);
  }
  return all_by && others.size() == 1 ? others.front() : natural;
}

/// Reads what a row is sorted by.
class SortReader {
 public:
  SortReader(const DomainSource& source, const DomainSort& sort) : source_(source), sort_(sort) {}

  Value read(std::size_t row) {
    Value value;
    if (source_.column == nullptr || (sort_.list != nullptr && !source_.sort.same(sort_)))
      return value;
    const Json* json = find_value((*source_.intake->rows)[row], *sort_.values, place_);
    if (sort_.list != nullptr) {
      value.kind = Value::Kind::number;
      value.number = place_in_list(json);
    } else if (sort_.temporal && json != nullptr && !json->is_null()) {
      value.kind = Value::Kind::moment;
      value.number = moment_of(*json).value_or(0);
    } else {
      read_value(json, value);
    }
    return value;
  }

 private:
  double place_in_list(const Json* json) const {
    const auto& list = *source_.sort.list;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i]->is_object() && json != nullptr) {
        if (moment_of(*list[i]) == moment_of(*json)) return static_cast<double>(i);
      } else if (same_value(json, list[i])) {
        return static_cast<double>(i);
      }
    }
    return static_cast<double>(list.size());
  }

  const DomainSource& source_;
  const DomainSort& sort_;
  std::size_t place_ = 0;
};

class Gathering {
 public:
  Gathering(const CategoryPool& pool, const DomainSort& sort)
      : pool_(pool), sort_(sort), place_of_(pool.size(), kAbsent) {}

  void add(const DomainSource& source) {
    SortReader reader(source, sort_);
    const bool by = sort_.kind == DomainSort::Kind::by;
    for (const double number : source.written) add_category(static_cast<std::uint32_t>(number));
    if (source.column == nullptr) return;
    for (std::size_t row = 0; row < source.row_count; ++row) {
      if (source.kept != nullptr && (*source.kept)[row] == 0) continue;
      const auto place = add_category(static_cast<std::uint32_t>((*source.column)[row]));
      // The place in a list is the same for all rows of a category.
      if (by && !(sort_.list != nullptr && aggregates_[place].known()))
        aggregates_[place].add(reader.read(row), sort_.op);
    }
  }

  std::vector<std::uint32_t> sorted() {
    if (sort_.kind == DomainSort::Kind::none) return order_;
    if (sort_.kind == DomainSort::Kind::by) return sorted_by_aggregate();
    std::vector<std::uint32_t> sorted = order_;
    sort(sorted, [&](std::uint32_t a, std::uint32_t b) { return compare(pool_[a], pool_[b]); });
    return sorted;
  }

 private:
  template <class Compare>
  void sort(std::vector<std::uint32_t>& list, const Compare& compare_two) const {
    std::stable_sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
      const int order = compare_two(a, b);
      return sort_.descending ? order > 0 : order < 0;
    });
  }

  std::vector<std::uint32_t> sorted_by_aggregate() const {
    std::vector<Value> keys;
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < order_.size(); ++i) {
      keys.push_back(aggregates_[i].result(sort_.op));
      places.push_back(i);
    }
    sort(places, [&](std::uint32_t a, std::uint32_t b) { return compare(keys[a], keys[b]); });
    for (std::uint32_t& place : places) place = order_[place];
    return places;
  }

  std::uint32_t add_category(std::uint32_t number) {
    std::uint32_t& place = place_of_[number];
    if (place != kAbsent) return place;
    place = static_cast<std::uint32_t>(order_.size());
    order_.push_back(number);
    if (sort_.kind == DomainSort::Kind::by) aggregates_.emplace_back();
    return place;
  }

  const CategoryPool& pool_;
  const DomainSort& sort_;
  std::vector<std::uint32_t> place_of_, order_;
  std::vector<Aggregate> aggregates_;
};

void renumber(std::vector<double>& column, const std::vector<double>& index_of) {
  for (double& value : column)
    if (!std::isnan(value)) value = index_of[static_cast<std::size_t>(value)];
}

void renumber_columns(Work& work, Channel channel, const std::vector<double>& index_of) {
  for (const Unit& unit : work.units) {
    if (unit.overlay || unit.scaled(channel) == nullptr) continue;
    LayerPlan& layer = *work.intakes[unit.index].plan;
    renumber(column_of(layer, channel), index_of);
    if (is_position(channel)) renumber(second_column_of(layer, channel), index_of);
  }
}

}  // namespace

void find_categories(Work& work, Channel channel, const DomainSources& sources) {
  const CategoryPool& pool = work.of(channel).pool;
  const bool single = count_unique(sources.list) == 1;
  const DomainSort sort = merged_sort(sources.list, single);
  Gathering gathering(pool, sort);
  for (auto source = sources.list.begin(); source != sources.list.end(); ++source) {
    const bool again = std::any_of(sources.list.begin(), source, [&](const DomainSource& before) {
      return same_source(before, *source);
    });
    if (!again) gathering.add(*source);
  }
  const std::vector<std::uint32_t> order = gathering.sorted();
  std::vector<double> index_of(pool.size(), kMissing);
  Scale& scale = work.scale_of(channel);
  scale.categories.reserve(order.size());
  for (const std::uint32_t number : order) {
    index_of[number] = static_cast<double>(scale.categories.size());
    scale.categories.push_back(category_of(pool[number]));
  }
  renumber_columns(work, channel, index_of);
}

}  // namespace yokoten::chart
