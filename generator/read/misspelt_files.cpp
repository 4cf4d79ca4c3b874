#include "read/misspelt_files.h"

#include <fmt/format.h>
#include <algorithm>
#include <vector>

#include "base/editors_own.h"
#include "base/text.h"
#include "model/report.h"
#include "read/publication_parts.h"

namespace yokoten {
namespace {

constexpr std::size_t short_name = 4;  // raw, look: other words of as many letters are near
constexpr std::size_t long_name = 8;

// `programs.toml` is programmes.toml, but `row` need not be raw, nor `books` look.
bool is_nearly(const std::string& name, const std::string& meant) {
  const std::string small = lower_ascii(name);
  if (small == meant) return true;
  const std::size_t slips = edit_distance(small, meant),
                    letters = meant.substr(0, meant.find('.')).size();
  if (letters <= short_name) return slips == 1 && small.size() == meant.size() + 1;
  return slips <= (letters > long_name ? 2 : 1);
}

// The nearest one; empty where there is none.
std::string meant_by(const std::string& name) {
  const std::vector<std::string>& parts = parts_of_publication();
  if (is_editors_own(name) || std::find(parts.begin(), parts.end(), name) != parts.end()) return {};
  const auto near = nearest(lower_ascii(name), parts, 1);
  return !near.empty() && is_nearly(name, near.front()) ? near.front() : std::string();
}

}  // namespace

void report_misspelt(Disk& disk, const std::string& folder, Findings& findings) {
  for (const std::string& name : disk.names(folder))
    if (const std::string meant = meant_by(name); !meant.empty())
      report_warning(findings, {folder + '/' + name, 0, 0}, "publication.file",
                     {fmt::format("{} は読まれません。{} なら、名前を直してください", name, meant),
                      fmt::format("{} is not read; if it is {}, give it that name", name, meant)});
}

}  // namespace yokoten
