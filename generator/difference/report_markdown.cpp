#include <fmt/format.h>

#include "difference/report.h"

namespace yokoten {
namespace {

// What Markdown would take for its own; a line stays a line.
std::string escaped(const std::string& text) {
  std::string made;
  for (const char letter : text) {
    if (std::string_view("\\`*_{}[]<>#|~&!").find(letter) != std::string_view::npos) made += '\\';
    made += letter == '\n' ? ' ' : letter;
  }
  return made;
}

std::string with_tags(const ReportText& text) {
  std::string line;
  for (const WordPiece& each : text) {
    const bool gone = each.kind == WordPiece::Kind::gone, come = each.kind == WordPiece::Kind::come;
    const std::string inside = escaped(each.text);
    // Beside Japanese letters ** and ~~ are no marks by CommonMark's rule.
    line += gone ? "<del>" + inside + "</del>" : come ? "<ins>" + inside + "</ins>" : inside;
  }
  return line;
}

std::string table_markdown(const ReportTable& table) {
  if (table.rows.empty()) return {};
  std::string text = "\n|", rule = "|";
  for (const std::string& each : table.headings) {
    text += ' ' + escaped(each) + " |";
    rule += "---|";
  }
  text += '\n' + rule + '\n';
  for (const auto& row : table.rows) {
    text += '|';
    for (const ReportText& cell : row) text += ' ' + with_tags(cell) + " |";
    text += '\n';
  }
  return text;
}

std::string part_markdown(const ReportPart& part, Language language) {
  std::string text = fmt::format(
      "\n{} {}\n", std::string(static_cast<std::size_t>(part.level), '#'), escaped(part.heading));
  for (const std::string& each : part.sentences) text += "\n" + escaped(each) + '\n';
  if (!part.lines.empty()) text += '\n';
  for (const ReportText& each : part.lines) text += "- " + with_tags(each) + '\n';
  text += table_markdown(part.table);
  for (const std::size_t left_out : {part.lines_left_out, part.table.left_out})
    if (left_out > 0) text += '\n' + escaped(left_out_words(left_out, language)) + '\n';
  return text;
}

}  // namespace

std::string report_markdown(const Report& report) {
  const bool ja = report.language == Language::ja;
  std::string text = "# " + escaped(report.title) + "\n\n";
  text += fmt::format("- {}: {}\n- {}: {}\n", ja ? "前" : "before",
                      escaped(side_words(*report.before, report.language)), ja ? "後" : "after",
                      escaped(side_words(*report.after, report.language)));
  if (!report.after->hash.empty())
    text += fmt::format("- {}: `{}`\n", ja ? "ハッシュ" : "hash", report.after->hash);
  if (report.is_empty) return text + (ja ? "\n違いはありません。\n" : "\nNo difference.\n");
  text += '\n';
  for (const auto& [what, count] : report.counts) text += fmt::format("- {}: {}\n", what, count);
  for (const ReportPart& part : report.parts) text += part_markdown(part, report.language);
  return text;
}

}  // namespace yokoten
