#include "publish/outcomes_csv.h"

#include <vector>

#include "base/csv_cell.h"

namespace yokoten {
namespace {

constexpr std::string_view outcome_columns =
    "indicator,area_code,area_name,period,breakdown,unit,offices,left_out,"
    "before_mean,before_q1,before_median,before_q3,after_mean,after_q1,after_median,after_q3,"
    "change_mean,change_low,change_high,change_q1,change_median,change_q3,improved,"
    "missing_reason\n";

void add_spread(std::vector<std::string>& cells, const Spread& spread) {
  for (const auto& each : {spread.first_quartile, spread.median, spread.third_quartile})
    cells.push_back(exact_text(each));
}

std::vector<std::string> figures(const OutcomeSummary& seen) {
  const bool there = !seen.hidden;
  std::vector<std::string> cells = {there ? std::to_string(seen.pairs()) : "",
                                    there ? std::to_string(seen.left_out) : ""};
  cells.push_back(exact_text(seen.before.mean));
  add_spread(cells, seen.before);
  cells.push_back(exact_text(seen.after.mean));
  add_spread(cells, seen.after);
  for (const auto& each : {seen.change.mean, seen.low, seen.high})
    cells.push_back(exact_text(each));
  add_spread(cells, seen.change);
  cells.push_back(seen.improved ? std::to_string(*seen.improved) : "");
  const Missing reason = seen.hidden         ? Missing::suppressed
                         : seen.pairs() == 0 ? Missing::not_reported
                                             : Missing::none;
  cells.emplace_back(to_text(reason));
  return cells;
}

}  // namespace

std::string outcomes_csv(const Publication& publication, const Areas& areas,
                         const Measured& measured) {
  if (measured.outcomes.empty()) return {};
  std::string out = std::string(byte_order_mark) + std::string(outcome_columns);
  for (const OutcomeSummary& seen : measured.outcomes) {
    const Indicator& of = publication.indicators[static_cast<std::size_t>(seen.indicator)];
    std::vector<std::string> cells = {csv_cell(of.id),
                                      areas.at(seen.area).code,
                                      csv_cell(areas.at(seen.area).name),
                                      to_text(measured.cube.period(seen.period)),
                                      csv_cell(measured.cube.breakdown(seen.breakdown)),
                                      csv_cell(of.unit)};
    for (std::string& each : figures(seen)) cells.push_back(std::move(each));
    for (std::size_t at = 0; at < cells.size(); ++at) out += (at == 0 ? "" : ",") + cells[at];
    out += '\n';
  }
  return out;
}

}  // namespace yokoten
