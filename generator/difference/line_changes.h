#pragma once

#include <string>
#include <vector>

namespace yokoten {

/// A line that says something else; empty where there is none on that side.
struct LineChange {
  std::string before, after;
  auto operator<=>(const LineChange&) const = default;
};

/// What became of the lines of a page.
struct LineChanges {
  std::vector<LineChange> changes;  ///< in the order of the page
  std::vector<LineChange> numbers;  ///< lines in which only numbers are other ones, but no dates
  std::size_t moved = 0;            ///< lines that stand elsewhere
};

LineChanges line_changes(const std::vector<std::string>& before,
                         const std::vector<std::string>& after);

/// The line with `#` in place of each number.
std::string without_numbers(const std::string& line);

}  // namespace yokoten
