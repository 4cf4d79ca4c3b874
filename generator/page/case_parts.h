#pragma once

#include <array>
#include <string>
#include <string_view>

#include "page/context.h"

namespace yokoten {

/// The parts of a case's page that come from its front matter, in their order.
inline constexpr std::array<std::string_view, 4> case_parts = {"facts", "effects", "photos",
                                                               "similar"};

/// The case whose page is written in `file`; nullptr for other pages.
const GoodPractice* practice_of(const Publication& publication, const std::string& file);

/// One part without a heading; empty where the case has nothing of it.
std::string case_part_html(Context& context, const GoodPractice& practice, std::string_view part);

/// The same as a section with its heading; empty too where a block of the page has shown it.
std::string case_section(Context& context, const GoodPractice& practice, std::string_view part);

/// The parts that no block of the page has shown, each a section: the facts, or all others.
std::string case_facts_section(Context& context, const GoodPractice& practice);
std::string case_other_sections(Context& context, const GoodPractice& practice);

}  // namespace yokoten
