#include <fmt/format.h>

#include "fold/folding.h"
#include "model/report.h"

namespace yokoten {
namespace {

// Excel cuts a cell at 32,767 characters; these are bytes, which are more.
constexpr std::size_t most_of_line = 32'000;

void add_lines(Folding& work, const std::string& path, const std::string& text,
               Findings& findings) {
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.pop_back();
    ++number;
    if (line.size() > most_of_line)
      report_error(findings, {path, number, 0}, "book.long",
                   {"1行が長すぎて、エクセルのセルに入りません。改行を入れてください",
                    "the line is too long for a cell; break it"});
    work.rows[sheet::others].push_back(
        {{"*path", path}, {"*line", std::to_string(number)}, {"*text", std::move(line)}});
    at = end + 1;
  }
}

}  // namespace

void fold_others(Folding& work, Findings& findings) {
  for (const auto& [path, text] : work.folder.files) {
    if (work.done.contains(path)) continue;
    const auto starter = work.folder.starters.find(path);
    const bool same = starter != work.folder.starters.end() && starter->second == text;
    if (!same) add_lines(work, path, text, findings);
  }
  const bool described = !work.folder.files.empty();
  for (const auto& [path, text] : work.folder.starters)
    if (described && !work.folder.files.contains(path))
      work.rows[sheet::others].push_back({{"*path", path}, {"*use", "使わない"}});
}

}  // namespace yokoten
