#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "chart/plan/categories.h"
#include "chart/plan/unit.h"

// What make_plan works with while it finds the scales: the data of each unit, and the scales on
// the way to being complete.

namespace yokoten::chart {

using Problem = std::optional<SpecProblem>;

/// The data of one layer. Columns of discrete channels hold numbers of the pool until the domain
/// is known; those of continuous ones are complete.
struct Intake {
  const Json* rows = nullptr;  ///< null: no data
  LayerPlan* plan = nullptr;
  std::vector<double> start, end;                            ///< of stacks
  std::array<std::optional<double>, 5> datum, second_datum;  ///< by channel, as in the columns
  std::vector<char> valid;  ///< rows that no filter takes out; empty: all
  std::size_t source = 0;   ///< layers with equal data share one
};

struct ChannelWork {
  bool used = false;
  ScaleType type = ScaleType::none;
  ZeroRule zero = ZeroRule::never;
  CategoryPool pool;
};

struct Work {
  const Spec& spec;
  Plan& plan;
  std::vector<Unit> units;
  std::vector<Intake> intakes;  ///< one a layer
  std::array<ChannelWork, 5> channels;
  std::vector<const Field*> facets;

  ChannelWork& of(Channel channel) { return channels[static_cast<std::size_t>(channel)]; }
  const ChannelWork& of(Channel channel) const {
    return channels[static_cast<std::size_t>(channel)];
  }
  bool discrete(Channel channel) const;
  Scale& scale_of(Channel channel);
  /// Whether the data are parted into cells before they are stacked and filtered.
  bool facets_first() const;
};

std::vector<double>& column_of(LayerPlan& layer, Channel channel);
std::vector<double>& second_column_of(LayerPlan& layer, Channel channel);
const char* name_of(Channel channel);

SpecProblem problem_at(std::string pointer, std::string ja, std::string en);

/// The pointer of a value: `/data/values/3/rate`.
std::string pointer_of(const LayerSpec& layer, std::size_t row, const Field& field);

/// Steps of make_plan, in this order.
Problem find_scale_types(Work& work);
Problem take_data(Work& work);
Problem check_fields(Work& work);
Problem check_effects(Work& work);
Problem find_domains(Work& work);
Problem find_ranges(Work& work);
Problem find_facets(Work& work);
void find_rows(Work& work);
Problem merge_axes(Work& work);
Problem merge_legends(Work& work);

}  // namespace yokoten::chart
