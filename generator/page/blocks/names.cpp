#include <array>
#include <utility>

#include "page/blocks/makers.h"

namespace yokoten {
namespace {

constexpr auto makers = std::to_array<std::pair<std::string_view, MakeBlock>>({
    {"lead", make_lead},
    {"cards", make_cards},
    {"map", make_map},
    {"ranking", make_ranking},
    {"compare", make_compare},
    {"explorer", make_explorer},
    {"explorer-link", make_explorer_link},
    {"position", make_position},
    {"distribution", make_distribution},
    {"trend", make_trend},
    {"history", make_history},
    {"stack", make_stack},
    {"columns", make_columns},
    {"parts", make_parts},
    {"vega-lite", make_vega_lite},
    {"sentences", make_sentences},
    {"similar", make_similar},
    {"glossary", make_glossary},
    {"table", make_table},
    {"cases", make_cases},
    {"case", make_case},
    {"case-index", make_case_index},
    {"case-list", make_case_list},
    {"collection", make_collection},
    {"projects", make_projects},
    {"project", make_project},
    {"events", make_events},
    {"department", make_department},
    {"centre", make_centre},
    {"associations", make_associations},
    {"checklist", make_checklist},
    {"directory", make_directory},
    {"logic-model", make_logic_model},
    {"targets", make_targets},
    {"outcomes", make_outcomes},
    {"definition", make_definition},
    {"evidence", make_evidence},
    {"notes", make_notes},
    {"checks", make_checks},
    {"status", make_status},
    {"accessibility", make_accessibility},
    {"updates", make_updates},
    {"downloads", make_downloads},
    {"catalogue", make_catalogue},
    {"releases", make_releases},
    {"release", make_release},
    {"revisions", make_revisions},
    {"sources", make_sources},
    {"corrections", make_corrections},
    {"area-index", make_area_index},
    {"prefectures", make_prefectures},
    {"indicators", make_indicators},
    {"timeline", make_timeline},
    {"key-values", make_key_values},
    {"note", make_note},
});

}  // namespace

MakeBlock maker_of(const std::string& name) {
  for (const auto& [known, make] : makers)
    if (known == name) return make;
  return nullptr;
}

std::vector<std::string> block_names() {
  std::vector<std::string> names;
  for (const auto& [known, make] : makers) names.emplace_back(known);
  return names;
}

}  // namespace yokoten
