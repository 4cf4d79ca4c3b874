#include "publish/host_headers.h"

#include <set>
#include <string_view>

namespace yokoten {
namespace {

constexpr std::string_view index_name = "index.html";

bool is_for_others(std::string_view path) {
  return path.starts_with("embed/") || path.find("/embed/") != std::string_view::npos;
}

/// Sorted paths of pages, those for others among them.
using Pages = std::set<std::string>;

/// What the rules are about, for the pages below `folder` (`en/`; empty: all).
void add_paths(const Pages& pages, const std::string& folder, std::vector<std::string>& paths) {
  bool has_own = false, has_others = false;
  std::set<std::string> names;  // of what lies in the folder, of folders with a slash
  for (auto at = pages.lower_bound(folder); at != pages.end() && at->starts_with(folder); ++at) {
    (is_for_others(*at) ? has_others : has_own) = true;
    const std::size_t slash = at->find('/', folder.size());
    names.insert(at->substr(
        folder.size(), slash == std::string::npos ? std::string::npos : slash + 1 - folder.size()));
  }
  if (!has_own) return;
  if (!has_others && !folder.empty()) return paths.push_back('/' + folder + '*');
  for (const std::string& name : names) {
    const std::string path = folder + name;
    if (path.ends_with('/')) {
      add_paths(pages, path, paths);
      continue;
    }
    paths.push_back('/' + path);
    if (name == index_name) paths.push_back('/' + folder);
  }
}

}  // namespace

std::string host_headers(const std::string& rules, const std::vector<ManifestEntry>& files) {
  Pages pages;
  for (const ManifestEntry& each : files)
    if (each.path.ends_with(".html")) pages.insert(each.path);
  std::vector<std::string> paths;
  add_paths(pages, {}, paths);
  std::string text = rules;
  for (const std::string& each : paths)
    text += each + "\n  Content-Security-Policy: frame-ancestors 'self'\n";
  return text;
}

}  // namespace yokoten
