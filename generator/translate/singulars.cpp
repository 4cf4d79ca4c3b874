#include "translate/singulars.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "base/json_text.h"
#include "model/report.h"

namespace yokoten {
namespace {

/// Tells of each unit once, where it is met first.
class MissingSingulars {
 public:
  MissingSingulars(const Publication& made, Findings& findings)
      : made_(made), findings_(findings) {}

  bool lacks(const std::string& unit) const {
    constexpr std::size_t shortest = 3;  // s and ms are signs of units
    return unit.size() >= shortest && unit.ends_with('s') && !made_.singulars.contains(unit) &&
           !told_.contains(unit);
  }

  void report(const std::string& unit, const Place& place) {
    told_.insert(unit);
    const std::string line = json_text(unit) + " = \"…\"";
    report_warning(findings_, place, "translation.singular",
                   {fmt::format("1のときの形がなく「1 {}」と出ます。{} の [singular] に {} "
                                "と書いてください",
                                unit, made_.translation.file, line),
                    fmt::format("without a singular pages say \"1 {}\"; write {} under [singular] "
                                "in {}",
                                unit, line, made_.translation.file)});
  }

 private:
  const Publication& made_;
  Findings& findings_;
  std::set<std::string> told_;
};

}  // namespace

std::map<std::string, std::string> singulars(const std::map<std::string, std::string>& words,
                                             const Translation& translation) {
  std::map<std::string, std::string> made = translation.singulars;
  for (const auto& [many, one] : {std::pair{"kind.prefectures", "kind.one_prefecture"},
                                  std::pair{"kind.municipalities", "kind.one_municipality"}}) {
    const auto all = words.find(many), single = words.find(one);
    if (all != words.end() && single != words.end()) made.try_emplace(all->second, single->second);
  }
  return made;
}

void report_missing_singulars(const Publication& publication, const Publication& made, Texts& texts,
                              Findings& findings) {
  MissingSingulars missing(made, findings);
  for (std::size_t at = 0; at < made.indicators.size(); ++at)
    for (const auto unit : {&Indicator::unit, &Indicator::count_unit})
      if (const std::string& said = made.indicators[at].*unit; missing.lacks(said))
        missing.report(said,
                       texts.place_said(publication.indicators[at].*unit,
                                        "indicators/" + publication.indicators[at].id + ".toml"));
  const auto check = [&](const std::vector<BeforeAfter>& figures, const std::string& file) {
    for (const BeforeAfter& each : figures)
      if (missing.lacks(each.unit)) missing.report(each.unit, {file, 0, 0});
  };
  for (const GoodPractice& practice : made.practices) check(practice.effects, practice.file);
  for (const ModelProject& project : made.projects) check(project.results, project.file);
}

}  // namespace yokoten
