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
  void read_outcome(const TomlNode& node);
  void read_units(const TomlNode& node);

 private:
  std::string measure(TomlReader& reader, const Place& place, const std::string& name) {
    check_known(reader, place, "indicator.measure", name, measures(indicator_, known_));
    return name;
  }

  Outcome outcome(TomlReader& reader);
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

// One that a source of reports has columns of.
Outcome FormulaReader::outcome(TomlReader& reader) {
  std::vector<std::string> words;
  for (const Source& source : known_.sources)
    if (source.report && takes(indicator_, source))
      for (const ReportForm::Pair& pair : source.report->pairs)
        words.emplace_back(outcome_words[static_cast<std::size_t>(pair.outcome)]);
  const std::string word = reader.required_text("of");
  check_known(reader, reader.place("of"), "indicator.measure", word, words);
  const auto at = std::find(outcome_words.begin(), outcome_words.end(), word);
  return static_cast<Outcome>(at == outcome_words.end() ? 0 : at - outcome_words.begin());
}

void FormulaReader::read_outcome(const TomlNode& node) {
  indicator_.kind = IndicatorKind::outcome;
  TomlReader reader(node, findings_);
  OutcomeFormula formula;
  formula.outcome = outcome(reader);
  for (const TomlNode& item : reader.items("by", Kind::list)) {
    formula.by.push_back(item_text(item, findings_));
    check_known(reader, item.place, "indicator.breakdown", formula.by.back(),
                {"service", "programme", "size", "group"});
  }
  formula.sizes = {staff_for_second_part, 30};
  if (const auto& sizes = reader.items("sizes", Kind::list); !sizes.empty()) {
    formula.sizes.clear();
    for (const TomlNode& item : sizes) {
      const int last = formula.sizes.empty() ? 1 : formula.sizes.back();
      if (item.kind != Kind::integer || item.integer <= last || item.integer > 100000)
        report_type(findings_, item,
                    {"前より大きい人数", "a number of staff larger than the last"});
      else
        formula.sizes.push_back(static_cast<int>(item.integer));
    }
  }
  indicator_.outcome = std::move(formula);
}

void FormulaReader::read_units(const TomlNode& node) {
  indicator_.kind = IndicatorKind::share_of_units;
  TomlReader reader(node, findings_);
  UnitsFormula formula;
  formula.outcome = outcome(reader);
  const std::vector<std::string> groups = {"①", "②", "③"};
  formula.group = reader.required_text("group");
  check_known(reader, reader.place("group"), "indicator.breakdown", formula.group, groups);
  if (const TomlNode* than = reader.require("than").take("than")) {
    if (than->kind == Kind::text) {
      formula.than_group = than->text;
      check_known(reader, than->place, "indicator.breakdown", formula.than_group, groups);
    } else {
      formula.than = reader.number("than");
    }
  }
  indicator_.units = std::move(formula);
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
  const TomlNode* outcome = file.take("outcome", Kind::table);
  const TomlNode* units = file.take("share_of_units", Kind::table);
  if (outcome != nullptr) reader.read_outcome(*outcome);
  if (units != nullptr) reader.read_units(*units);
  if (count != nullptr) reader.read_count(*count);
  if (ratio != nullptr) reader.read_ratio(*ratio);
  if (share != nullptr) reader.read_share(*share);
  const int formulas = (count != nullptr) + (ratio != nullptr) + (share != nullptr) +
                       (outcome != nullptr) + (units != nullptr);
  if (formulas == 1 || (formulas == 0 && !indicator.framework.empty())) return;
  report_error(
      file.findings(), file.place(), "indicator.formula",
      {"式はcount、ratio、share_of_areas、outcome、share_of_"
       "unitsのどれか1つです。枠組みの行の値だけ"
       "ならframeworkを書きます",
       "give one of count, ratio, share_of_areas, outcome and share_of_units, or framework for the "
       "value of its row"});
}

}  // namespace yokoten
