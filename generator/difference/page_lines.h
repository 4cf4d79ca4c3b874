#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// What a page says, as readers have it before them: a line a paragraph, heading, list item or row
/// of a table (cells set apart by ` | `), with the title, the description, and what pictures show
/// in words. Drawn charts are left out: their numbers stand in the table beside them.
std::vector<std::string> page_lines(std::string_view html);

/// What the page calls itself: its first heading.
std::string page_heading(std::string_view html);

}  // namespace yokoten
