#pragma once

#include <string>

namespace yokoten {

enum class Language { ja, en };

/// A sentence for people, in both languages of the tool.
struct Message {
  std::string ja;
  std::string en;

  const std::string& in(Language language) const { return language == Language::ja ? ja : en; }
};

/// Where something stands: ROW counts lines from 1 (in tables with the header), COLUMN counts
/// cells of a table or characters of a line from 1. 0 means that it is not known.
struct Place {
  std::string file;
  int row = 0;
  int column = 0;

  bool operator==(const Place&) const = default;
};

/// `B7`, as a spreadsheet names a cell; `B` for row 0.
std::string cell_name(int row, int column);

}  // namespace yokoten
