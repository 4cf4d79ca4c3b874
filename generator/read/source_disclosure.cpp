#include <algorithm>

#include <fmt/format.h>

#include "model/report.h"
#include "read/source_parts.h"

namespace yokoten {
namespace {

constexpr std::int64_t kMostThreshold = 1000000, kMostPeople = 100000000;

std::vector<std::string> measures_of(const Source& source) {
  std::vector<std::string> names;
  for (const auto& [measure, heading] : source.measures) names.push_back(measure);
  for (const Unpivot& unpivot : source.unpivots) names.push_back(unpivot.measure);
  if (source.kind == SourceKind::list) names.emplace_back("listed");
  return names;
}

void check_measure(TomlReader& reader, std::string_view key, const std::string& measure,
                   const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), measure) != known.end()) return;
  report_error(reader.findings(), reader.place(key), "source.measure",
               with_nearest({fmt::format("{} という数はこの資料にありません", measure),
                             fmt::format("the source has no measure {}", measure)},
                            measure, known));
}

void read_steps(TomlReader& reader, DisclosureRule& rule) {
  rule.population = reader.text("population");
  for (const TomlNode& node : reader.items("steps", TomlNode::Kind::list)) {
    TomlReader step(node, reader.findings());
    step.require("below");
    PopulationStep made;
    made.below = step.integer("below", 1, kMostPeople).value_or(0);
    made.cells = step.integer("cells", 2, kMostThreshold).value_or(0);
    made.hides_all = step.truth("hides_all");
    if ((made.cells == 0) != made.hides_all)
      report_error(
          reader.findings(), node.place, "source.disclosure",
          {"cellsかhides_allのどちらか1つを書きます", "either cells or hides_all stands there"});
    rule.steps.push_back(made);
  }
  std::sort(rule.steps.begin(), rule.steps.end(),
            [](const auto& a, const auto& b) { return a.below < b.below; });
  if (rule.population.empty() != rule.steps.empty())
    report_error(reader.findings(), reader.place(), "source.disclosure",
                 {"populationとstepsは一緒に書きます", "population and steps go together"});
}

// Rows that are shown as they are can't be hidden in part.
void refuse_other_kinds(TomlReader& reader, const Source& source, const TomlNode& node) {
  if (has_figures(source)) return;
  report_error(reader.findings(), node.place, "source.disclosure",
               {"disclosureはkindがfiguresかlistの資料にだけ書けます。行をそのまま載せる資料は、"
                "小さい数のない表にしてください",
                "disclosure is for sources of kind figures or list; rows that are shown as they "
                "are must come without small counts"});
}

}  // namespace

void read_disclosure(TomlReader& source, SourceText& out) {
  const TomlNode* node = source.take("disclosure", TomlNode::Kind::table);
  if (node == nullptr) return;
  TomlReader reader(*node, source.findings());
  DisclosureRule rule;
  rule.place = node->place;
  refuse_other_kinds(reader, out.source, *node);
  rule.cells = reader.integer("cells", 2, kMostThreshold).value_or(0);
  rule.hides_zero = reader.truth("hides_zero");
  rule.cumulative = reader.truth("cumulative");
  rule.measures = reader.texts("measures");
  rule.units = reader.text("units");
  rule.fewest_units = reader.integer("fewest_units", 2, kMostThreshold).value_or(0);
  read_steps(reader, rule);
  const auto known = measures_of(out.source);
  for (const std::string& measure : rule.measures)
    check_measure(reader, "measures", measure, known);
  if (!rule.units.empty()) check_measure(reader, "units", rule.units, known);
  if (rule.units.empty() != (rule.fewest_units == 0))
    report_error(reader.findings(), node->place, "source.disclosure",
                 {"unitsとfewest_unitsは一緒に書きます", "units and fewest_units go together"});
  if (rule.cells == 0 && rule.fewest_units == 0)
    report_error(reader.findings(), node->place, "source.disclosure",
                 {"cellsかfewest_unitsが要ります。何も秘匿されません",
                  "cells or fewest_units is missing; nothing would be hidden"});
  out.source.disclosure = std::move(rule);
}

}  // namespace yokoten
