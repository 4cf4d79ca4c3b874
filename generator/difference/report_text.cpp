#include <fmt/format.h>

#include "difference/report.h"

namespace yokoten {
namespace {

// As `git diff --word-diff` marks them.
std::string with_marks(const ReportText& text) {
  std::string line;
  for (const WordPiece& each : text) {
    const bool gone = each.kind == WordPiece::Kind::gone, come = each.kind == WordPiece::Kind::come;
    line += gone ? "[-" + each.text + "-]" : come ? "{+" + each.text + "+}" : each.text;
  }
  return line;
}

std::string hash_line(const Report& report) {
  if (report.after->hash.empty()) return {};
  return fmt::format("{} {}\n",
                     report.language == Language::ja ? "ハッシュ:" : "hash:", report.after->hash);
}

std::string part_text(const ReportPart& part, Language language) {
  std::string text = fmt::format("\n{}{}\n", part.level == 2 ? "== " : "-- ", part.heading);
  for (const std::string& each : part.sentences) text += "  " + each + '\n';
  for (const ReportText& each : part.lines) text += "  " + with_marks(each) + '\n';
  for (const auto& row : part.table.rows) {
    std::string line;
    for (const ReportText& cell : row) line += "  " + with_marks(cell);
    text += line + '\n';
  }
  for (const std::size_t left_out : {part.lines_left_out, part.table.left_out})
    if (left_out > 0) text += "  " + left_out_words(left_out, language) + '\n';
  return text;
}

}  // namespace

std::string report_text(const Report& report) {
  std::string text = fmt::format("- {}\n+ {}\n", side_words(*report.before, report.language),
                                 side_words(*report.after, report.language)) +
                     hash_line(report);
  if (report.is_empty)
    return text + (report.language == Language::ja ? "違いはありません\n" : "no difference\n");
  text += '\n';
  for (const auto& [what, count] : report.counts) text += fmt::format("{}: {}\n", what, count);
  for (const ReportPart& part : report.parts) text += part_text(part, report.language);
  return text;
}

}  // namespace yokoten
