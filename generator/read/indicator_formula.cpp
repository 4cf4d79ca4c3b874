#include "read/indicator_formula.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/report.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

bool takes(const Indicator& indicator, const Source& source) {
  const auto& ids = indicator.sources;
  return ids.empty() || std::find(ids.begin(), ids.end(), source.id) != ids.end();
}

std::vector<std::string> measures(const Indicator& indicator, const KnownNames& known) {
  std::vector<std::string> names;
  for (const Source& source : known.sources) {
    if (!takes(indicator, source)) continue;
    if (source.kind == SourceKind::list) names.emplace_back("listed");
    for (const auto& [measure, column] : source.measures) names.push_back(measure);
    for (const Unpivot& unpivot : source.unpivots) names.push_back(unpivot.measure);
  }
  return names;
}

/// Reads the formulas of one indicator.
class FormulaReader {
 public:
  FormulaReader(Indicator& indicator, const KnownNames& known, Findings& findings)
      : indicator_(indicator), known_(known), findings_(findings) {}

  void read_count(const TomlNode& node) {
    indicator_.kind = IndicatorKind::count;
    indicator_.numerator = sum(node);
  }

  void read_ratio(const TomlNode& node) {
    indicator_.kind = IndicatorKind::ratio;
    TomlReader reader(node, findings_);
    indicator_.numerator = side(reader, "numerator");
    indicator_.denominator = side(reader, "denominator");
  }

  void read_share(const TomlNode& node);

 private:
  std::string measure(TomlReader& reader, const Place& place, const std::string& name) {
    check_known(reader, place, "indicator.measure", name, measures(indicator_, known_));
    return name;
  }

  Term sum(const TomlNode& node);
  Term side(TomlReader& ratio, std::string_view key);

  Indicator& indicator_;
  const KnownNames& known_;
  Findings& findings_;
};

Term FormulaReader::sum(const TomlNode& node) {
  TomlReader reader(node, findings_);
  Term term;
  term.measure = reader.required_text("sum");
  measure(reader, reader.place("sum"), term.measure);
  const TomlNode* where = reader.take("where", Kind::table);
  if (where == nullptr) return term;
  TomlReader keys(*where, findings_);
  for (const TomlNode& item : where->children) {
    check_known(keys, item.key_place, "indicator.breakdown", item.key,
                breakdown_keys(indicator_, known_));
    term.where.push_back({item.key, keys.texts(item.key)});
  }
  return term;
}

Term FormulaReader::side(TomlReader& ratio, std::string_view key) {
  const TomlNode* node = ratio.require(key).take(key);
  if (node == nullptr) return {};
  if (node->kind == Kind::table) return sum(*node);
  Term term;
  term.measure = item_text(*node, findings_);
  measure(ratio, node->place, term.measure);
  return term;
}

void FormulaReader::read_share(const TomlNode& node) {
  indicator_.kind = IndicatorKind::share_of_areas;
  TomlReader reader(node, findings_);
  const auto of = reader.require("of").choice("of", {"prefecture", "municipality"});
  indicator_.of = of.value_or(1) == 0 ? AreaLevel::prefecture : AreaLevel::municipality;
  indicator_.condition_indicator = reader.required_text("indicator");
  check_known(reader, reader.place("indicator"), "indicator.unknown",
              indicator_.condition_indicator, known_.indicators);
  indicator_.condition_at_least = reader.require("at_least").number("at_least");
  indicator_.count_areas = reader.choice("as", {"number"}).has_value();
}

}  // namespace

std::vector<std::string> breakdown_keys(const Indicator& indicator, const KnownNames& known) {
  std::vector<std::string> keys;
  for (const Source& source : known.sources) {
    if (!takes(indicator, source)) continue;
    for (const auto& [key, column] : source.breakdown) keys.push_back(key);
    for (const Unpivot& unpivot : source.unpivots)
      if (unpivot.into != "period") keys.push_back(unpivot.into);
  }
  return keys;
}

void check_known(TomlReader& reader, const Place& place, const std::string& code,
                 const std::string& word, const std::vector<std::string>& known) {
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
  report_error(reader.findings(), place, code,
               with_nearest({fmt::format("「{}」はこの発行物にありません", word),
                             fmt::format("this publication has no {}", word)},
                            word, known));
}

void read_formula(TomlReader& file, Indicator& indicator, const KnownNames& known) {
  FormulaReader reader(indicator, known, file.findings());
  const TomlNode* count = file.take("count", Kind::table);
  const TomlNode* ratio = file.take("ratio", Kind::table);
  const TomlNode* share = file.take("share_of_areas", Kind::table);
  if (count != nullptr) reader.read_count(*count);
  if (ratio != nullptr) reader.read_ratio(*ratio);
  if (share != nullptr) reader.read_share(*share);
  const int formulas = (count != nullptr) + (ratio != nullptr) + (share != nullptr);
  if (formulas == 1 || (formulas == 0 && !indicator.framework.empty())) return;
  report_error(
      file.findings(), file.place(), "indicator.formula",
      {"式はcount、ratio、share_of_areasのどれか1つです。枠組みの行の値だけならframeworkを書きます",
       "give one of count, ratio and share_of_areas, or framework for the value of its row"});
}

}  // namespace yokoten
