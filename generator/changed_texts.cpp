#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "model/report.h"
#include "read/page_text.h"
#include "read/translated_page.h"
#include "read/unfilled.h"
#include "shown_site.h"

namespace yokoten {
namespace {

bool is_below(const std::string& file, const std::string& folder) {
  return file.starts_with(plain_path(folder) + '/');
}

// Words are more than looks: findings and open data say them too.
bool is_look(const std::string& file) {
  return file.ends_with(".html") || file.ends_with(".css") || file.ends_with(".js");
}

/// The page as it stands in its file now; empty where there is something to tell of it. A link is
/// refused elsewhere.
std::optional<PageText> read_again(Disk& disk, const PageText& before) {
  if (!disk.links(before.file).empty()) return std::nullopt;
  const auto bytes = disk.read(before.file);
  Findings told;
  if (!bytes) return std::nullopt;
  report_unfilled(*bytes, before.file, told);
  auto page = read_page(*bytes, before.file, told);
  if (!page || !told.empty()) return std::nullopt;
  page->path = before.path;
  page->is_case = before.is_case;
  page->is_project = before.is_project;
  return page;
}

}  // namespace

std::map<std::string, std::size_t> ShownSite::pages_by_file() const {
  const Publication& publication = examined_.publication;
  std::map<std::string, std::size_t> found;
  for (const auto* pages : {&publication.pages, &publication.translated_pages})
    for (std::size_t at = 0; at < pages->size(); ++at) found[plain_path((*pages)[at].file)] = at;
  return found;
}

std::optional<ShownSite::PageChange> ShownSite::changed_page(Disk& disk, std::size_t page) const {
  const Publication& publication = examined_.publication;
  auto text = read_again(disk, publication.pages[page]);
  if (!text) return std::nullopt;
  auto made = compiled_.site.compiled_anew(page, *text);
  if (!made) return std::nullopt;
  PageChange change{page, std::move(*text), {}, std::move(*made), std::nullopt};
  if (!examined_.translated) return change;
  const auto own = read_again(disk, publication.translated_pages[page]);
  if (!own) return std::nullopt;
  Findings told;
  change.other_text = translated_page(change.text, *own, told);
  change.other = compiled_.translated->site.compiled_anew(page, change.other_text);
  return told.empty() && change.other ? std::optional(std::move(change)) : std::nullopt;
}

std::optional<ShownSite::LookChange> ShownSite::changed_look(Disk& disk,
                                                             const std::string& home) const {
  if (!disk.links(examined_.publication.folder + "/templates").empty()) return std::nullopt;
  LookChange change{compiled_.look.changed(disk, home, examined_), std::nullopt};
  const CompiledLook& look = change.look;
  Findings told;
  if (examined_.translated)
    change.other.emplace(look.files, examined_.translated->publication.words, told);
  const bool clean = told.empty() && look.told.empty() && look.missing_search.empty() &&
                     look.missing_explorer.empty() && compiled_.look.told.empty() &&
                     !report_unread(disk, told);
  return clean ? std::optional(std::move(change)) : std::nullopt;
}

void ShownSite::put(PageChange change) {
  examined_.publication.pages[change.page] = std::move(change.text);
  compiled_.site.replace(change.page, std::move(change.made));
  if (!change.other) return;
  examined_.publication.translated_pages[change.page] = change.other_text;
  examined_.translated->publication.pages[change.page] = std::move(change.other_text);
  compiled_.translated->site.replace(change.page, std::move(*change.other));
}

void ShownSite::put(LookChange change) {
  compiled_.look = std::move(change.look);
  compiled_.site.replace(compiled_.look.paths());
  if (change.other) {
    compiled_.translated->texts = std::move(*change.other);
    compiled_.translated->site.replace(compiled_.look.paths());
  }
  know_files();
}

// Nothing where one of the files is none that can be taken in.
std::optional<ShownSite::Changes> ShownSite::changes_in(const std::set<std::string>& files,
                                                        const std::string& home) const {
  const auto by_file = pages_by_file();
  Changes found;
  for (const std::string& each : files) {
    const std::string file = plain_path(each);
    if (raw_.contains(file)) {
      found.raw.insert(file);
      continue;
    }
    found.texts.insert(file);
    if (const auto page = by_file.find(file); page != by_file.end())
      found.pages.insert(page->second);
    else if (is_look(file) && (is_below(file, home + "/templates") ||
                               is_below(file, examined_.publication.folder + "/templates")))
      found.look = true;
    else
      return std::nullopt;
  }
  return found;
}

Taken ShownSite::take_in(Disk& disk, const std::string& home, const std::set<std::string>& files,
                         const Findings& told) {
  const auto found = changes_in(files, home);
  if (!found) return Taken::nothing;
  for (const Finding& each : told)
    if (found->texts.contains(plain_path(each.place.file))) return Taken::nothing;
  std::vector<RowsChange> rows;
  for (const std::string& file : found->raw) {
    auto change = changed_rows(disk, file);
    if (!change) return Taken::nothing;
    rows.push_back(std::move(*change));
  }
  std::vector<PageChange> pages;
  for (const std::size_t page : found->pages) {
    auto change = changed_page(disk, page);
    if (!change) return Taken::nothing;
    pages.push_back(std::move(*change));
  }
  auto look = found->look ? changed_look(disk, home) : std::nullopt;
  if (found->look && !look) return Taken::nothing;
  const std::lock_guard turn(turn_);
  const std::unique_lock lock(guard_);
  const bool unchecked = !rows.empty();
  if (unchecked && !put(std::move(rows))) return Taken::nothing;
  for (PageChange& each : pages) put(std::move(each));
  if (look) put(std::move(*look));
  return unchecked ? Taken::unchecked : Taken::all;
}

}  // namespace yokoten
