#pragma once

#include <string>
#include <vector>

#include "base/place.h"
#include "difference/difference.h"
#include "difference/word_changes.h"

namespace yokoten {

/// A piece of text that stays, goes or comes; one piece is a plain text.
using ReportText = std::vector<WordPiece>;

struct ReportTable {
  std::vector<std::string> headings;
  std::vector<std::vector<ReportText>> rows;
  std::size_t left_out = 0;  ///< rows that the report does not show
};

/// Sentences, then lines, then a table; each may be missing.
struct ReportPart {
  std::string heading;
  int level = 2;  ///< of the heading: 2, or 3 below the last of 2
  std::vector<std::string> sentences;
  std::vector<ReportText> lines;
  std::size_t lines_left_out = 0;
  ReportTable table;
};

/// A difference as it is read by people, in one language.
struct Report {
  Language language = Language::ja;
  std::string title;
  Snapshot const* before = nullptr;
  Snapshot const* after = nullptr;
  bool is_empty = false;
  std::vector<std::pair<std::string, std::string>> counts;  ///< 改定された数値 → 12
  std::vector<ReportPart> parts;
};

Report report_of(const Difference& difference, const Snapshot& before, const Snapshot& after,
                 Language language);

/// As lines for a terminal, as Markdown, and as an HTML page that needs nothing beside it: what it
/// looks like is `style`.
std::string report_text(const Report& report);
std::string report_markdown(const Report& report);
std::string report_html(const Report& report, const std::string& style);

/// Everything, nothing left out.
std::string difference_json(const Difference& difference, const Snapshot& before,
                            const Snapshot& after);

/// How many are not shown, and where they are.
std::string left_out_words(std::size_t count, Language language);
/// What is compared, in one line: name, title and date.
std::string side_words(const Snapshot& side, Language language);

}  // namespace yokoten
