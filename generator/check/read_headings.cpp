#include "check/read_headings.h"

namespace yokoten {

std::set<std::string> shown_headings(const Source& source) {
  std::set<std::string> found = {source.area_column, source.prefecture_column, source.period_column,
                                 source.rank_column};
  found.insert(source.shown.begin(), source.shown.end());
  for (const auto& [measure, heading] : source.measures) found.insert(heading);
  for (const auto& [key, heading] : source.breakdown) found.insert(heading);
  for (const auto& rule : {source.total_row, source.of_which})
    if (rule) found.insert(rule->column);
  for (const Unpivot& unpivot : source.unpivots) {
    found.insert(unpivot.total);
    for (const auto& [heading, meaning] : unpivot.columns) found.insert(heading);
  }
  return found;
}

std::set<std::string> read_headings(const Source& source) {
  std::set<std::string> found = shown_headings(source);
  found.insert({source.lists_rate, source.office_column});
  for (const PrintedRate& rate : source.printed) found.insert(rate.column);
  for (const RowRule& rule : source.only) found.insert(rule.column);
  return found;
}

}  // namespace yokoten
