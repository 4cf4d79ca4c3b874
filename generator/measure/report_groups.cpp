#include "measure/report_groups.h"

#include <algorithm>

#include "base/text.h"
#include "model/home_area.h"

namespace yokoten {

std::string named_group(std::string_view cell) {
  std::string text = folded(cell);  // of ② this is 2
  std::erase(text, ' ');
  std::string_view mark = text;
  for (const std::string_view before : {"グループ", "群", "第", "("})
    if (mark.starts_with(before)) mark.remove_prefix(before.size());
  for (const std::string_view behind : {"グループ", "群", "の", ")"})
    if (mark.ends_with(behind)) mark.remove_suffix(behind.size());
  for (std::size_t at = 0; at < nested_groups.size(); ++at)
    if (mark == std::to_string(at + 1)) return nested_groups[at];
  return {};
}

std::vector<std::string> groups_of(const EffectReport& report) {
  if (!report.says_group) return {};
  const auto own = std::find(nested_groups.begin(), nested_groups.end(), report.group);
  if (own == nested_groups.end()) return {nested_groups.front()};
  return {nested_groups.begin(), own + 1};
}

std::vector<const EffectReport*> counted_reports(const Publication& publication,
                                                 const Indicator& indicator,
                                                 const Measured& measured) {
  std::vector<const EffectReport*> counted;
  for (const EffectReport& report : measured.effects.reports) {
    const Source& source = publication.sources[static_cast<std::size_t>(report.source)];
    if (report.counts() && takes_from(indicator, source.id)) counted.push_back(&report);
  }
  return counted;
}

std::vector<int> areas_of(const Publication& publication, const Areas& areas,
                          const EffectReport& report) {
  const int home = home_area(publication, areas);
  if (home != Areas::nation) return {home};
  if (report.area == Areas::none) return {Areas::nation};
  return {Areas::nation, areas.prefecture_of(report.area)};
}

int fiscal_period(Measured& measured, int year) {
  return measured.cube.period_id(
      {.kind = PeriodKind::fiscal_year, .year = static_cast<std::int16_t>(year)});
}

}  // namespace yokoten
