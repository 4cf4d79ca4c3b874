#include "read/translated_placeholders.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "model/report.h"

namespace yokoten {
namespace {

using Names = std::set<std::string, std::less<>>;

Names placeholders_in(std::string_view text) {
  Names names;
  for (std::size_t open = text.find("{{"); open != std::string_view::npos;
       open = text.find("{{", open + 2)) {
    const std::size_t close = text.find("}}", open);
    if (close == std::string_view::npos) break;
    names.emplace(trimmed_text(text.substr(open + 2, close - open - 2)));
  }
  return names;
}

bool may_be_left_out(const std::string& name) {
  return name == "area.reading" || name == "area.municipality_word";
}

/// A fenced block of a page, or all that stands outside of blocks (without a name).
struct Piece {
  std::string name, text;
  int row = 1;
};

// The letters that open a block, ``` or more of one kind; empty where the line opens none.
std::string_view fence_of(std::string_view line) {
  if (!line.starts_with("```") && !line.starts_with("~~~")) return {};
  return line.substr(0, line.find_first_not_of(line.front()));
}

bool closes(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && trimmed_text(line) == fence_of(line);
}

// What stands outside comes first.
std::vector<Piece> pieces_of(const PageText& page) {
  std::vector<Piece> pieces = {{{}, {}, page.body_row}};
  std::string_view fence;  // of the block that is open
  int row = page.body_row;
  for (std::string_view rest = page.body; !rest.empty(); ++row) {
    const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    rest.remove_prefix(line.size());
    if (!fence.empty() && closes(line, fence)) {
      fence = {};
    } else if (!fence.empty()) {
      pieces.back().text += line;
    } else if (fence = trimmed_text(fence_of(line)); !fence.empty()) {
      pieces.push_back({std::string(trimmed_text(line.substr(fence.size()))), {}, row});
    } else {
      pieces.front().text += line;
    }
  }
  return pieces;
}

bool have_same_blocks(const std::vector<Piece>& a, const std::vector<Piece>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Piece& one, const Piece& other) { return one.name == other.name; });
}

}  // namespace

void report_lost_placeholders(std::string_view text, std::string_view translation,
                              const Place& place, Findings& findings) {
  const Names kept = placeholders_in(translation);
  for (const std::string& name : placeholders_in(text))
    if (!kept.contains(name) && !may_be_left_out(name))
      report_error(findings, place, "translation.placeholder",
                   {fmt::format("もとの文にある {{{{{}}}}} が訳にありません", name),
                    fmt::format("the translation lacks {{{{{}}}}}, which the original has", name)});
}

void report_lost_placeholders(const PageText& page, const PageText& translation,
                              Findings& findings) {
  const std::vector<Piece> all = pieces_of(page), translated = pieces_of(translation);
  if (!have_same_blocks(all, translated))
    return report_lost_placeholders(page.body, translation.body,
                                    {translation.file, translation.body_row, 1}, findings);
  for (std::size_t at = 0; at < all.size(); ++at)
    report_lost_placeholders(all[at].text, translated[at].text,
                             {translation.file, translated[at].row, 1}, findings);
}

}  // namespace yokoten
