#include <unordered_set>

#include "chart/plan/domain.h"

// Categories that look alike and are not: the number 2023 and the text "2023". Vega numbers them
// as one and then finds only the first of them again, so that marks stand at 0.

namespace yokoten::chart {

namespace {

bool several_kinds(const CategoryPool& pool) {
  for (std::size_t i = 1; i < pool.size(); ++i)
    if (pool[i].kind != pool[0].kind) return true;
  return false;
}

/// Where a category is read: the row of a layer, else the channel that names it.
std::string pointer_of_category(Work& work, Channel channel, std::uint32_t number) {
  std::string pointer;
  for (const Unit& unit : work.units) {
    const ChannelSpec* spec = unit.overlay ? nullptr : unit.scaled(channel);
    if (spec == nullptr) continue;
    if (pointer.empty()) pointer = spec->pointer;
    if (!has_field(*spec)) continue;
    const LayerPlan& layer = *work.intakes[unit.index].plan;
    const std::vector<double>& column = column_of(*work.intakes[unit.index].plan, channel);
    for (std::size_t row = 0; row < std::min(column.size(), layer.written_rows); ++row)
      if (column[row] == number) return pointer_of(*unit.layer, row, spec->field);
  }
  return pointer;
}

}  // namespace

std::optional<std::uint32_t> twin_of_another_kind(const CategoryPool& pool) {
  if (!several_kinds(pool)) return std::nullopt;
  std::unordered_set<std::string> texts;
  for (std::uint32_t i = 0; i < pool.size(); ++i)
    if (pool[i].kind != Value::Kind::moment && !texts.insert(category_of(pool[i]).text).second)
      return i;
  return std::nullopt;
}

SpecProblem mixed_kinds(std::string pointer, const Value& value) {
  const std::string text = category_of(value).text;
  return problem_at(std::move(pointer),
                    "「" + text + "」が違う種類の値（数と文字など）としても書かれています。" +
                        "どちらかに揃えてください",
                    "'" + text + "' also stands as a value of another kind (a number and a text, " +
                        "say): write all of them alike");
}

Problem check_kinds(Work& work, Channel channel) {
  const CategoryPool& pool = work.of(channel).pool;
  const auto twin = twin_of_another_kind(pool);
  if (!twin) return std::nullopt;
  return mixed_kinds(pointer_of_category(work, channel, *twin), pool[*twin]);
}

}  // namespace yokoten::chart
