#pragma once

#include <memory>

#include "page/block.h"

namespace yokoten {

// One maker a block; page/blocks/names.cpp lists them by name.
std::unique_ptr<Block> make_lead(Options& options);
std::unique_ptr<Block> make_cards(Options& options);
std::unique_ptr<Block> make_map(Options& options);
std::unique_ptr<Block> make_ranking(Options& options);
std::unique_ptr<Block> make_compare(Options& options);
std::unique_ptr<Block> make_explorer(Options& options);
std::unique_ptr<Block> make_explorer_link(Options& options);
std::unique_ptr<Block> make_position(Options& options);
std::unique_ptr<Block> make_trend(Options& options);
std::unique_ptr<Block> make_distribution(Options& options);
std::unique_ptr<Block> make_vega_lite(Options& options);
std::unique_ptr<Block> make_history(Options& options);
std::unique_ptr<Block> make_stack(Options& options);
std::unique_ptr<Block> make_columns(Options& options);
std::unique_ptr<Block> make_parts(Options& options);
std::unique_ptr<Block> make_sentences(Options& options);
std::unique_ptr<Block> make_similar(Options& options);
std::unique_ptr<Block> make_glossary(Options& options);
std::unique_ptr<Block> make_table(Options& options);
std::unique_ptr<Block> make_cases(Options& options);
std::unique_ptr<Block> make_case(Options& options);
std::unique_ptr<Block> make_case_index(Options& options);
std::unique_ptr<Block> make_case_list(Options& options);
std::unique_ptr<Block> make_collection(Options& options);
std::unique_ptr<Block> make_projects(Options& options);
std::unique_ptr<Block> make_project(Options& options);
std::unique_ptr<Block> make_events(Options& options);
std::unique_ptr<Block> make_department(Options& options);
std::unique_ptr<Block> make_centre(Options& options);
std::unique_ptr<Block> make_associations(Options& options);
std::unique_ptr<Block> make_checklist(Options& options);
std::unique_ptr<Block> make_directory(Options& options);
std::unique_ptr<Block> make_logic_model(Options& options);
std::unique_ptr<Block> make_targets(Options& options);
std::unique_ptr<Block> make_outcomes(Options& options);
std::unique_ptr<Block> make_definition(Options& options);
std::unique_ptr<Block> make_evidence(Options& options);
std::unique_ptr<Block> make_notes(Options& options);
std::unique_ptr<Block> make_checks(Options& options);
std::unique_ptr<Block> make_status(Options& options);
std::unique_ptr<Block> make_accessibility(Options& options);
std::unique_ptr<Block> make_updates(Options& options);
std::unique_ptr<Block> make_downloads(Options& options);
std::unique_ptr<Block> make_catalogue(Options& options);
std::unique_ptr<Block> make_releases(Options& options);
std::unique_ptr<Block> make_release(Options& options);
std::unique_ptr<Block> make_revisions(Options& options);
std::unique_ptr<Block> make_sources(Options& options);
std::unique_ptr<Block> make_corrections(Options& options);
std::unique_ptr<Block> make_area_index(Options& options);
std::unique_ptr<Block> make_prefectures(Options& options);
std::unique_ptr<Block> make_indicators(Options& options);
std::unique_ptr<Block> make_timeline(Options& options);
std::unique_ptr<Block> make_key_values(Options& options);
std::unique_ptr<Block> make_note(Options& options);

}  // namespace yokoten
