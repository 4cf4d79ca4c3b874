#include "difference/page_changes.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/threads.h"
#include "difference/moved_pages.h"
#include "difference/page_lines.h"

namespace yokoten {
namespace {

/// What one page contributes.
struct PageText {
  LineChanges lines;
  bool is_lost = false;
};

PageText text_of(const Snapshot& before, const Snapshot& after, const std::string& from,
                 const std::string& to) {
  const auto then = before.page(from), now = after.page(to);
  if (!then || !now) return {{}, true};
  return {line_changes(page_lines(*then), page_lines(*now)), false};
}

/// Paths of pages that both sides have, under the same address or another, with other bytes.
std::vector<std::pair<std::string, std::string>> pairs_of(const Snapshot& before,
                                                          const Snapshot& after,
                                                          const std::vector<MovedPage>& moved) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& [path, hash] : before.pages) {
    const auto now = after.pages.find(path);
    if (now != after.pages.end() && now->second != hash) pairs.emplace_back(path, path);
  }
  for (const MovedPage& each : moved)
    if (each.why != MovedPage::Why::boundary)
      pairs.emplace_back(page_path(each.from), page_path(each.to));
  return pairs;
}

/// Reads the pages on all cores; what they give is in the order of `pairs`.
std::vector<PageText> texts_of(const Snapshot& before, const Snapshot& after,
                               const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::vector<PageText> texts(pairs.size());
  share_out(pairs.size(), [&](std::size_t at) {
    texts[at] = text_of(before, after, pairs[at].first, pairs[at].second);
  });
  return texts;
}

std::vector<TextChange> in_common_first(std::map<LineChange, std::vector<std::string>> found) {
  std::vector<TextChange> texts;
  for (auto& [line, pages] : found) {
    std::sort(pages.begin(), pages.end());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    texts.push_back({line, std::move(pages)});
  }
  std::stable_sort(texts.begin(), texts.end(), [](const TextChange& a, const TextChange& b) {
    return a.pages.size() != b.pages.size() ? a.pages.size() > b.pages.size()
                                            : a.pages.front() < b.pages.front();
  });
  return texts;
}

void find_texts(const Snapshot& before, const Snapshot& after, PageChanges& made) {
  const auto pairs = pairs_of(before, after, made.moved);
  const auto texts = texts_of(before, after, pairs);
  std::map<LineChange, std::vector<std::string>> found, numbers;
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    const LineChanges& lines = texts[at].lines;
    const std::string address = address_of_page(pairs[at].second);
    if (texts[at].is_lost && made.lost.empty()) made.lost = pairs[at].second;
    for (const LineChange& line : lines.changes) found[line].push_back(address);
    for (const LineChange& line : lines.numbers) numbers[line].push_back(address);
    if (!lines.changes.empty()) continue;
    ++(!lines.numbers.empty() ? made.of_numbers : lines.moved > 0 ? made.reordered : made.unseen);
  }
  made.texts = in_common_first(std::move(found));
  made.numbers = in_common_first(std::move(numbers));
}

void given_first(std::vector<std::string>& paths) {
  std::stable_sort(paths.begin(), paths.end(), [](const std::string& a, const std::string& b) {
    return file_kind(a) < file_kind(b);
  });
}

// Files that went with their pages are told there.
void find_files(const Snapshot& before, const Snapshot& after, PageChanges& made) {
  std::set<std::string> went, came;
  for (const MovedPage& each : made.moved_files) {
    went.insert(each.from);
    came.insert(each.to);
  }
  for (const auto& [path, hash] : before.files) {
    const auto now = after.files.find(path);
    if (now == after.files.end() && !went.contains(path)) made.files_removed.push_back(path);
    if (now == after.files.end() || hash.empty() || now->second.empty()) continue;
    if (now->second != hash) made.files_changed.push_back(path);
  }
  for (const auto& [path, hash] : after.files)
    if (!before.files.contains(path) && !came.contains(path)) made.files_added.push_back(path);
  for (auto* paths : {&made.files_added, &made.files_removed, &made.files_changed})
    given_first(*paths);
}

// Outsiders link to figures too: what lies below a page that moved went with it.
void find_moved_files(const Snapshot& before, const Snapshot& after, PageChanges& made) {
  for (const MovedPage& each : made.moved) {
    if (!each.from.ends_with('/') || !each.to.ends_with('/')) continue;
    for (auto at = before.files.lower_bound(each.from);
         at != before.files.end() && at->first.starts_with(each.from); ++at) {
      const std::string rest = at->first.substr(each.from.size()), now = each.to + rest;
      if (rest.find('/') == rest.npos && !after.files.contains(at->first) &&
          after.files.contains(now))
        made.moved_files.push_back({at->first, now, each.why});
    }
  }
}

}  // namespace

bool PageChanges::is_empty() const {
  return added.empty() && removed.empty() && moved.empty() && texts.empty() && of_numbers == 0 &&
         reordered == 0 && unseen == 0 && files_added.empty() && files_removed.empty() &&
         files_changed.empty();
}

PageChanges page_changes(const Snapshot& before, const Snapshot& after,
                         std::span<const AreaChange> changes) {
  PageChanges made;
  std::vector<std::string> gone, come;
  for (const auto& [path, hash] : before.pages)
    if (!after.pages.contains(path)) gone.push_back(path);
  for (const auto& [path, hash] : after.pages)
    if (!before.pages.contains(path)) come.push_back(path);
  made.moved = moved_pages(before, after, gone, come, changes);
  for (const std::string& path : gone) made.removed.push_back(address_of_page(path));
  for (const std::string& path : come) made.added.push_back(address_of_page(path));
  find_texts(before, after, made);
  find_moved_files(before, after, made);
  find_files(before, after, made);
  return made;
}

std::vector<const TextChange*> unexplained_numbers(const PageChanges& pages) {
  std::vector<const TextChange*> found;
  for (const TextChange& each : pages.numbers)
    if (!each.is_explained) found.push_back(&each);
  return found;
}

int file_kind(const std::string& path) {
  for (const char* folder : {"data/raw/", "documents/", "photos/", "look/"})
    if (path.starts_with(folder)) return 0;
  for (const char* folder : {"assets/", "search/", "share/", "en/share/", "releases/"})
    if (path.starts_with(folder)) return 2;
  for (const char* ending : {".svg", ".vl.json", ".csv", ".json", ".jsonld", ".xlsx", ".xml"})
    if (path.ends_with(ending)) return 2;
  return 1;
}

std::string address_of_page(const std::string& path) {
  constexpr std::string_view index = "index.html";
  return path.ends_with(index) ? path.substr(0, path.size() - index.size()) : path;
}

}  // namespace yokoten
