#pragma once

#include <array>
#include <string>
#include <string_view>

#include "model/project.h"
#include "page/context.h"

namespace yokoten {

/// The parts of a model project's page that come from its front matter, in their order.
inline constexpr std::array<std::string_view, 6> project_parts = {
    "facts", "offices", "cost", "results", "visit", "documents"};

/// The project whose page is written in `file`; nullptr for other pages.
const ModelProject* project_of(const Publication& publication, const std::string& file);

/// One part without a heading; empty where the project has nothing of it.
std::string project_part_html(Context& context, const ModelProject& project, std::string_view part);

/// The parts that no block of the page has shown, each a section: the facts, or all others.
std::string project_facts_section(Context& context, const ModelProject& project);
std::string project_other_sections(Context& context, const ModelProject& project);

}  // namespace yokoten
