#include "measure/shifted_digits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "measure/report_values.h"

namespace yokoten {
namespace {

constexpr double own_tolerance = 0.2;  // in powers of ten: 0.63 to 1.58 times
constexpr double gain_by_peers = 0.5;  // how much nearer to the peers the mended value is
constexpr std::size_t fewest_peers = 8;
constexpr double most_deviations = 5;

/// One value of one report: its side and the power of ten it is of.
struct Sample {
  std::size_t report = 0;
  bool after = false;
  double power = 0;
};

double median(std::vector<double> values) {
  const std::size_t middle = values.size() / 2;
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(middle),
                   values.end());
  const double upper = values[middle];
  if (values.size() % 2 == 1) return upper;
  return (upper +
          *std::max_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(middle))) /
         2;
}

/// What the values of all offices are like.
struct Peers {
  double centre = 0, deviation = 0;  ///< robust standard deviation of the powers

  explicit Peers(const std::vector<Sample>& samples) {
    std::vector<double> powers;
    for (const Sample& each : samples) powers.push_back(each.power);
    centre = median(powers);
    for (double& each : powers) each = std::abs(each - centre);
    // 1.4826 makes a standard deviation of it where values are normal; a little more, since half
    // of all offices may report the same.
    deviation = 1.4826 * median(powers) + 0.05;
  }
};

class Shifts {
 public:
  Shifts(const Publication& publication, EffectReports& effects, Outcome outcome)
      : publication_(publication), effects_(effects), outcome_(outcome) {
    for (std::size_t at = 0; at < effects.reports.size(); ++at) {
      const EffectReport& report = effects.reports[at];
      if (report.is_test || report.superseded) continue;
      add(at, false);
      add(at, true);
    }
  }

  void leave_out() {
    if (samples_.size() < fewest_peers) return;
    const Peers peers(samples_);
    std::vector<std::pair<Sample, int>> found;
    for (const Sample& each : samples_)
      if (const int shift = shift_of(each, peers); shift != 0) found.emplace_back(each, shift);
    for (const auto& [sample, shift] : found) doubt(sample, shift, peers);
  }

 private:
  std::optional<Decimal>& value(std::size_t report, bool after) {
    OutcomePair& pair = effects_.reports[report].outcomes[static_cast<std::size_t>(outcome_)];
    return after ? pair.after : pair.before;
  }

  void add(std::size_t report, bool after) {
    const auto& seen = value(report, after);
    if (!seen || seen->mantissa <= 0) return;
    samples_.push_back({report, after, std::log10(to_double(*seen))});
    by_office_[effects_.reports[report].office].push_back(samples_.back());
  }

  // The power of ten that the office's own other values have; empty where there is none.
  std::optional<double> own_power(const Sample& seen) const {
    std::vector<double> other_years, other_side;
    for (const Sample& each : by_office_.at(effects_.reports[seen.report].office)) {
      if (each.report != seen.report) other_years.push_back(each.power);
      if (each.report == seen.report && each.after != seen.after) other_side.push_back(each.power);
    }
    if (!other_years.empty()) return median(other_years);
    if (!other_side.empty()) return other_side.front();
    return std::nullopt;
  }

  // By how many places the digits are shifted, 0 where they aren't.
  int shift_of(const Sample& seen, const Peers& peers) const {
    const auto nearer = [&](int shift) {
      return std::abs(seen.power - peers.centre) - std::abs(seen.power - shift - peers.centre);
    };
    const auto own = own_power(seen);
    const double off = seen.power - own.value_or(peers.centre);
    const int shift = static_cast<int>(std::lround(off));
    if (own && shift != 0)
      return std::abs(off - shift) <= own_tolerance && nearer(shift) >= gain_by_peers ? shift : 0;
    const int from_peers = static_cast<int>(std::lround(seen.power - peers.centre));
    const bool far = std::abs(seen.power - peers.centre) > most_deviations * peers.deviation;
    const bool alone = !own || !has_other_years(seen);
    return alone && far && from_peers != 0 && nearer(from_peers) >= gain_by_peers ? from_peers : 0;
  }

  bool has_other_years(const Sample& seen) const {
    const auto& own = by_office_.at(effects_.reports[seen.report].office);
    return std::any_of(own.begin(), own.end(),
                       [&](const Sample& each) { return each.report != seen.report; });
  }

  int column(const EffectReport& report, bool after) const {
    const auto source = static_cast<std::size_t>(report.source);
    for (const ReportForm::Pair& pair : publication_.sources[source].report->pairs)
      if (pair.outcome == outcome_)
        return publication_.tables[source].column(after ? pair.after : pair.before).value_or(-1);
    return -1;
  }

  // Hours that were written in minutes lie nearer to the peers as hours than with shifted digits.
  bool are_minutes(const Sample& seen, int shift, const Peers& peers) const {
    const bool of_hours = outcome_ == Outcome::hours || outcome_ == Outcome::overtime;
    const double as_hours = std::abs(seen.power - std::log10(60) - peers.centre);
    return of_hours && as_hours < std::abs(seen.power - shift - peers.centre);
  }

  void doubt(const Sample& seen, int shift, const Peers& peers) {
    const EffectReport& report = effects_.reports[seen.report];
    const int at = column(report, seen.after);
    if (at < 0 || is_confirmed(publication_, {report.source, report.row, at})) return;
    const Table& table = publication_.tables[static_cast<std::size_t>(report.source)];
    const Decimal printed = *value(seen.report, seen.after);
    const bool minutes = are_minutes(seen, shift, peers);
    effects_.doubts.push_back({.kind = minutes ? Doubt::minutes : Doubt::shifted,
                               .cell = {report.source, report.row, at},
                               .text = std::string(table.cell(report.row, at)),
                               .expected = minutes ? in_hours(printed) : mended(printed, shift)});
    value(seen.report, seen.after).reset();
  }

  static std::string in_hours(Decimal minutes) {
    const auto hours = quotient(minutes, {60, 0}, 2);
    return hours ? to_text(trimmed(*hours)) : std::string();
  }

  static std::string mended(Decimal value, int shift) {
    for (; shift > 0; --shift) ++value.scale;
    for (; shift < 0 && value.mantissa < std::numeric_limits<std::int64_t>::max() / 10; ++shift)
      value.mantissa *= 10;
    return to_text(trimmed(value));
  }

  const Publication& publication_;
  EffectReports& effects_;
  Outcome outcome_;
  std::vector<Sample> samples_;
  std::map<std::string, std::vector<Sample>> by_office_;
};

}  // namespace

void leave_out_shifted(const Publication& publication, Measured& measured) {
  for (std::size_t outcome = 0; outcome < outcome_count; ++outcome)
    Shifts(publication, measured.effects, static_cast<Outcome>(outcome)).leave_out();
}

}  // namespace yokoten
