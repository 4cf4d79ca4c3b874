#include "publish/release.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "publish/build_facts.h"
#include "publish/tree.h"

namespace yokoten {
namespace {

using Object = nlohmann::ordered_json;

BuildRecord::Item item_of(const Publication& publication, const Duty& duty) {
  BuildRecord::Item item{.programme = publication.programmes[duty.programme].id,
                         .item = std::string(duty_words[static_cast<std::size_t>(duty.item)]),
                         .state = std::string(duty_state_word(duty.state)),
                         .reason = duty.waiver == nullptr ? "" : duty.waiver->reason,
                         .binding = duty.binding,
                         .pages = {},
                         .lacks = duty.lacks};
  for (const DutyPlace& each : duty.places) item.pages.push_back(each.path);
  return item;
}

Object item_json(const BuildRecord::Item& item) {
  return {{"programme", item.programme},
          {"item", item.item},
          {"state", item.state},
          {"binding", item.binding},
          {"pages", item.pages},
          {"reason", item.reason},
          {"lacks", {{"ja", item.lacks.ja}, {"en", item.lacks.en}}}};
}

BuildRecord::Item read_item(const Object& from) {
  return {.programme = from.at("programme"),
          .item = from.at("item"),
          .state = from.at("state"),
          .reason = from.at("reason"),
          .binding = from.at("binding"),
          .pages = from.at("pages"),
          .lacks = {from.at("lacks").at("ja"), from.at("lacks").at("en")}};
}

}  // namespace

std::string release_file(const std::string& site) { return without_slash(site) + ".release.json"; }

std::string figures_file(const std::string& site, const std::string& date) {
  return without_slash(site) + '.' + date + ".csv";
}

BuildRecord record_of(const Publication& publication, const std::vector<Duty>& duties,
                      const Findings& findings, std::string manifest_hash) {
  const auto count = [&](Level level) {
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [&](const auto& each) { return each.level == level; }));
  };
  const auto unfilled = static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [](const auto& each) { return each.code == "publication.unfilled"; }));
  BuildRecord release{.title = publication.title,
                      .as_of = publication.as_of,
                      .site = std::move(manifest_hash),
                      .warnings = count(Level::warning),
                      .notes = count(Level::note),
                      .unfilled = unfilled,
                      .duties = {}};
  for (const Duty& each : duties) release.duties.push_back(item_of(publication, each));
  return release;
}

std::string release_json(const BuildRecord& release) {
  Object items = Object::array();
  for (const BuildRecord::Item& each : release.duties) items.push_back(item_json(each));
  Object all = {{"title", release.title},
                {"as_of", release.as_of},
                {"site", release.site},
                {"findings", {{"warning", release.warnings}, {"note", release.notes}}},
                {"unfilled", release.unfilled},
                {"duties", items}};
  if (release.facts) all["facts"] = facts_json(*release.facts);
  return all.dump(2, ' ', false, Object::error_handler_t::replace) + '\n';
}

std::optional<BuildRecord> read_release(std::string_view bytes) try {
  const Object all = Object::parse(bytes);
  BuildRecord release{.title = all.at("title"),
                      .as_of = all.at("as_of"),
                      .site = all.at("site"),
                      .warnings = all.at("findings").at("warning"),
                      .notes = all.at("findings").at("note"),
                      .unfilled = all.at("unfilled"),
                      .duties = {}};
  for (const Object& each : all.at("duties")) release.duties.push_back(read_item(each));
  if (all.contains("facts")) release.facts = read_facts(all.at("facts"));
  return release;
} catch (const nlohmann::json::exception&) {
  return std::nullopt;
}

}  // namespace yokoten
