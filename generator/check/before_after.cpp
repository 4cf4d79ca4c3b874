#include "check/before_after.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/before_after_figures.h"
#include "model/home_area.h"
#include "model/report.h"

namespace yokoten {
namespace {

std::vector<std::string> indicator_ids(const Publication& publication) {
  std::vector<std::string> ids;
  for (const Indicator& each : publication.indicators) ids.push_back(each.id);
  return ids;
}

/// The parts that figures of the indicator are kept for, `key=code`.
std::vector<std::string> parts_of(const Measured& measured, int indicator) {
  std::vector<std::string> parts;
  const auto add = [&](int breakdown) {
    const std::string& part = measured.cube.breakdown(breakdown);
    if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end())
      parts.push_back(part);
  };
  for (const OutcomeSummary& each : measured.outcomes)
    if (each.indicator == indicator) add(each.breakdown);
  for (const Observation& each : measured.cube.all())
    if (each.indicator == indicator) add(each.breakdown);
  return parts;
}

/// One entry that names an indicator.
class MeasuredEntry {
 public:
  MeasuredEntry(const Subject& subject, std::string_view whose, int area, const BeforeAfter& entry)
      : subject_(subject), whose_(whose), area_(area), entry_(entry) {}

  void check() const {
    const Publication& publication = subject_.publication;
    const int indicator = publication.indicator(entry_.indicator);
    if (indicator < 0)
      return subject_.error(entry_.indicator_place, code("indicator"),
                            with_nearest({"指標 " + entry_.indicator + " はありません",
                                          "there is no indicator " + entry_.indicator},
                                         entry_.indicator, indicator_ids(publication)));
    if (has_times(subject_.indicator(indicator)) && has_part(indicator)) check_figures();
  }

 private:
  // An outcome has both sides in one year of reports; of others, two periods are compared.
  bool has_times(const Indicator& indicator) const {
    const bool outcome = indicator.kind == IndicatorKind::outcome;
    const bool right =
        outcome ? !entry_.from && !entry_.to : entry_.from && entry_.to && entry_.year == 0;
    if (right) return true;
    const Message message =
        outcome ? Message{"効果の指標は前と後の両方を持っています。from と to を取り、報告の年度を選ぶ"
                          "ときは year を書いてください",
                          "an outcome has both sides; take out from and to, and write year to choose "
                          "the reports"}
                : Message{"この指標には、比べる2つの時期を from と to に書いてください（year は効果の"
                          "指標だけ）",
                          "name the two periods to compare under from and to (year is for outcomes "
                          "only)"};
    subject_.error(entry_.period_place, code("times"), message);
    return false;
  }

  bool has_part(int indicator) const {
    if (entry_.part_key.empty()) return true;
    const std::string part = entry_.part_key + '=' + entry_.part_code;
    const auto parts = parts_of(subject_.measured, indicator);
    if (std::find(parts.begin(), parts.end(), part) != parts.end()) return true;
    subject_.error(
        entry_.part_place, code("part"),
        with_nearest({fmt::format("指標 {} に区分 {} はありません", entry_.indicator, part),
                      fmt::format("{} has no part {}", entry_.indicator, part)},
                     part, parts));
    return false;
  }

  void check_figures() const {
    const auto& [publication, areas, measured, findings, earlier] = subject_;
    const MeasuredSides figures =
        measured_sides(entry_, publication, measured, area_, home_area(publication, areas));
    const bool both = figures.before != nullptr && figures.after != nullptr;
    if (figures.outcome != nullptr || both) return;
    subject_.error(
        entry_.place, code("figures"),
        {fmt::format(
             "指標 {} には、この地域・時期・区分の値がありません。year、from、to、part を確かめて"
             "ください",
             entry_.indicator),
         fmt::format(
             "{} has no figures of this area, period and part; check year, from, to and part",
             entry_.indicator)});
  }

  std::string code(const char* word) const { return fmt::format("{}.{}", whose_, word); }

  const Subject& subject_;
  std::string_view whose_;
  int area_;
  const BeforeAfter& entry_;
};

}  // namespace

void check_before_after(const Subject& subject, std::string_view whose, int area,
                        const std::vector<BeforeAfter>& entries) {
  for (const BeforeAfter& each : entries)
    if (!each.indicator.empty()) MeasuredEntry(subject, whose, area, each).check();
}

}  // namespace yokoten
