#include "read/accessibility.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

int count(TomlReader& reader, std::string_view key) {
  const auto value = reader.require(key).integer(key, 0, std::numeric_limits<int>::max());
  return static_cast<int>(value.value_or(0));
}

std::string read_number(TomlReader& reader, std::string_view key) {
  std::string number = reader.required_text(key);
  if (number.empty() || criterion(number) != nullptr) return number;
  std::vector<std::string> known;
  for (const Criterion& each : criteria()) known.emplace_back(each.number);
  report_error(reader.findings(), reader.place(key), "accessibility.criterion",
               with_nearest({fmt::format("達成基準 {} はありません", number),
                             fmt::format("there is no criterion {}", number)},
                            number, known));
  return number;
}

void check_methods(TomlReader& reader, std::string_view key,
                   const std::vector<std::string>& methods) {
  const auto known = examination_methods();
  for (const std::string& method : methods)
    if (!method.starts_with("axe:") && std::find(known.begin(), known.end(), method) == known.end())
      report_error(reader.findings(), reader.place(key), "accessibility.method",
                   with_nearest({fmt::format("「{}」という調べ方はありません", method),
                                 fmt::format("there is no method {}", method)},
                                method, {known.begin(), known.end()}));
}

// What was found makes the result, and nothing else makes it `not_met`.
void check_result(const TomlReader& reader, const CriterionOutcome& outcome, Findings& findings) {
  if ((outcome.found > 0) == (outcome.result == Conformity::not_met)) return;
  report_error(
      findings, reader.place("result"), "accessibility.contradiction",
      {fmt::format("{} は {}件みつかったのに {} です。scripts/accessibility で作り直してください",
                   outcome.number, outcome.found, conformity_word(outcome.result)),
       fmt::format("{} is {} with {} found; run scripts/accessibility again", outcome.number,
                   conformity_word(outcome.result), outcome.found)});
}

CriterionOutcome read_outcome(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  CriterionOutcome outcome;
  outcome.place = node.place;
  outcome.number = read_number(reader, "number");
  const auto result =
      reader.require("result").choice("result", {"met", "not_applicable", "not_met", "open"});
  outcome.methods = reader.texts("methods");
  outcome.examples = reader.texts("examples");
  outcome.pages = count(reader, "pages");
  outcome.found = count(reader, "found");
  outcome.undecided = count(reader, "undecided");
  check_methods(reader, "methods", outcome.methods);
  if (!result) return outcome;
  outcome.result = static_cast<Conformity>(*result);
  check_result(reader, outcome, findings);
  return outcome;
}

Judgement read_judgement(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  Judgement judgement;
  judgement.place = node.place;
  judgement.number = read_number(reader, "criterion");
  const auto result =
      reader.require("result").choice("result", {"met", "not_applicable", "not_met"});
  if (result) judgement.result = static_cast<Conformity>(*result);
  judgement.reason = reader.required_text("reason");
  judgement.decided_by = reader.required_text("decided_by");
  judgement.decided_on = reader.require("decided_on").moment("decided_on");
  return judgement;
}

FurtherOutcome read_further(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  FurtherOutcome outcome;
  outcome.method = reader.required_text("method");
  outcome.pages = count(reader, "pages");
  outcome.found = count(reader, "found");
  if (!outcome.method.empty()) check_methods(reader, "method", {outcome.method});
  return outcome;
}

template <typename Item>
void report_twice(const std::vector<Item>& items, Findings& findings) {
  for (auto at = items.begin(); at != items.end(); ++at)
    if (!at->number.empty() && std::any_of(items.begin(), at, [&](const Item& before) {
          return before.number == at->number;
        }))
      report_error(findings, at->place, "accessibility.twice",
                   {fmt::format("達成基準 {} が2度あります", at->number),
                    fmt::format("criterion {} stands twice", at->number)});
}

void report_missing(const Accessibility& accessibility, Findings& findings) {
  for (const Criterion& each : criteria())
    if (accessibility.outcome(each.number) == nullptr)
      report_error(findings, accessibility.place, "accessibility.missing",
                   {fmt::format("試験の結果に達成基準 {} がありません", each.number),
                    fmt::format("the examination has no criterion {}", each.number)});
}

void report_overruled(const Accessibility& accessibility, Findings& findings) {
  for (const Judgement& judgement : accessibility.judged) {
    const CriterionOutcome* outcome = accessibility.outcome(judgement.number);
    if (outcome == nullptr || outcome->found == 0 || judgement.result == Conformity::not_met)
      continue;
    report_error(
        findings, judgement.place, "accessibility.overruled",
        {fmt::format("達成基準 {} は試験で{}件みつかっています。直してから判断してください",
                     judgement.number, outcome->found),
         fmt::format("the examination found {} that break {}; mend them first", outcome->found,
                     judgement.number)});
  }
}

void read_examination(TomlReader& reader, Accessibility& accessibility) {
  accessibility.date = reader.moment("date");
  accessibility.place = reader.place("date");
  accessibility.program = reader.required_text("program");
  accessibility.tools = reader.texts("tools");
  accessibility.pages = count(reader, "pages");
  accessibility.seed = reader.require("seed")
                           .integer("seed", 0, std::numeric_limits<std::int64_t>::max())
                           .value_or(0);
  accessibility.kinds = reader.texts("kinds");
  accessibility.sample = reader.texts("sample");
  for (const TomlNode& node : reader.items("further", Kind::list))
    accessibility.further.push_back(read_further(node, reader.findings()));
  for (const TomlNode& node : reader.items("criterion", Kind::list))
    accessibility.outcomes.push_back(read_outcome(node, reader.findings()));
}

}  // namespace

Accessibility read_accessibility(std::string_view bytes, const std::string& file,
                                 Findings& findings) {
  Accessibility accessibility;
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return accessibility;
  TomlReader reader(*root, findings);
  const bool is_examined = reader.take("date") != nullptr;
  if (is_examined) read_examination(reader, accessibility);
  for (const TomlNode& node : reader.items("judged", Kind::list))
    accessibility.judged.push_back(read_judgement(node, findings));
  report_twice(accessibility.outcomes, findings);
  report_twice(accessibility.judged, findings);
  if (is_examined) report_missing(accessibility, findings);
  report_overruled(accessibility, findings);
  return accessibility;
}

}  // namespace yokoten
