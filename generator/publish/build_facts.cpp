#include "publish/build_facts.h"

#include <array>

#include "model/finding_json.h"

namespace yokoten {
namespace {

using Object = nlohmann::ordered_json;

constexpr std::array<const char*, 3> better_words = {"none", "higher", "lower"};

// What a word of release files means; none for others.
Better better_named(const std::string& word) {
  for (std::size_t at = 0; at < better_words.size(); ++at)
    if (word == better_words[at]) return static_cast<Better>(at);
  return Better::none;
}

Object targets_json(const BuildFacts::OfIndicator& each) {
  Object list = Object::array();
  if (each.targets)
    for (const auto& target : *each.targets)
      list.push_back({{"year", target.year}, {"text", target.text}});
  return list;
}

std::optional<std::vector<BuildFacts::OfTarget>> read_targets(const Object& from) {
  if (!from.contains("targets")) return std::nullopt;
  std::vector<BuildFacts::OfTarget> targets;
  for (const Object& each : from.at("targets"))
    targets.push_back({each.at("year"), each.at("text")});
  return targets;
}

Object indicator_json(const BuildFacts::OfIndicator& each) {
  return {{"id", each.id},
          {"title", each.title},
          {"unit", each.unit},
          {"decimals", each.decimals},
          {"ratio", each.is_ratio},
          {"better", better_words[static_cast<std::size_t>(each.better)]},
          {"definition", each.definition},
          {"sources", each.sources},
          {"targets", targets_json(each)}};
}

BuildFacts::OfIndicator read_indicator(const Object& from) {
  return {.id = from.at("id"),
          .title = from.at("title"),
          .unit = from.at("unit"),
          .decimals = from.at("decimals"),
          .is_ratio = from.at("ratio"),
          .better = better_named(from.at("better")),
          .definition = from.at("definition"),
          .sources = from.at("sources"),
          .targets = read_targets(from)};
}

Object source_json(const BuildFacts::OfSource& each) {
  return {{"id", each.id},           {"title", each.title},          {"file", each.file},
          {"as_of", each.as_of},     {"published", each.published},  {"sha256", each.sha256},
          {"reading", each.reading}, {"disclosure", each.disclosure}};
}

BuildFacts::OfSource read_source(const Object& from) {
  return {.id = from.at("id"),
          .title = from.at("title"),
          .file = from.at("file"),
          .as_of = from.at("as_of"),
          .published = from.at("published"),
          .sha256 = from.at("sha256"),
          .reading = from.at("reading"),
          .disclosure = from.at("disclosure")};
}

Object correction_json(const BuildFacts::OfCorrection& each) {
  return {{"source", each.source},       {"row", each.row},
          {"column", each.column},       {"printed", each.printed},
          {"corrected", each.corrected}, {"reason", each.reason},
          {"figures", each.figures}};
}

BuildFacts::OfCorrection read_correction(const Object& from) {
  return {.source = from.at("source"),
          .column = from.at("column"),
          .printed = from.at("printed"),
          .corrected = from.at("corrected"),
          .reason = from.at("reason"),
          .row = from.at("row"),
          .figures = from.at("figures")};
}

Object counted_json(const BuildFacts::OfFinding& each) {
  Object made = finding_json(each.told);
  made["count"] = each.count;
  return made;
}

BuildFacts::OfFinding read_counted(const Object& from) {
  return {.told = read_finding(from), .count = from.at("count")};
}

template <typename Facts>
Object list_json(const Facts& facts, Object (*made)(const typename Facts::value_type&)) {
  Object list = Object::array();
  for (const auto& each : facts) list.push_back(made(each));
  return list;
}

template <typename Fact>
std::vector<Fact> read_list(const Object& from, Fact (*made)(const Object&)) {
  std::vector<Fact> list;
  for (const Object& each : from) list.push_back(made(each));
  return list;
}

}  // namespace

Object facts_json(const BuildFacts& facts) {
  return {{"base_url", facts.base_url},
          {"indicators", list_json(facts.indicators, indicator_json)},
          {"sources", list_json(facts.sources, source_json)},
          {"corrections", list_json(facts.corrections, correction_json)},
          {"findings", list_json(facts.findings, counted_json)}};
}

BuildFacts read_facts(const Object& from) {
  return {.base_url = from.at("base_url"),
          .indicators = read_list(from.at("indicators"), read_indicator),
          .sources = read_list(from.at("sources"), read_source),
          .corrections = read_list(from.at("corrections"), read_correction),
          .findings = read_list(from.at("findings"), read_counted)};
}

}  // namespace yokoten
