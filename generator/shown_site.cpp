#include "shown_site.h"

#include <algorithm>
#include <filesystem>

#include "model/site_address.h"
#include "pipeline.h"
#include "publish/data_catalogue.h"
#include "publish/data_package.h"
#include "publish/data_xlsx.h"
#include "publish/open_data.h"
#include "publish/site_index.h"

namespace yokoten {
namespace {

constexpr std::string_view kIndex = "index.html";

/// The page that the file is made with: of a chart for others its indicator, else the folder's.
std::string page_folder_of(const std::string& path) {
  constexpr std::string_view kEmbed = "embed/";
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  return folder.starts_with(kEmbed) ? "indicators/" + folder.substr(kEmbed.size()) : folder;
}

}  // namespace

std::string plain_path(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().string();
}

std::unique_ptr<ShownSite> ShownSite::made(Disk& disk, const std::string& home,
                                           const std::string& folder, Findings& findings) {
  auto seen = examined(disk, home, folder, findings);
  if (!seen) return nullptr;
  std::unique_ptr<ShownSite> site(new ShownSite(disk, home, std::move(*seen), findings));
  sort_by_place(findings);
  if (blocks(findings)) return nullptr;
  site->know_raw_files();
  return site;
}

ShownSite::ShownSite(Disk& disk, const std::string& home, Examined examined, Findings& findings)
    : disk_(disk), examined_(std::move(examined)), compiled_(disk, home, examined_, findings) {
  for (const DataSet& set : compiled_.sets) sets_[set.path] = &set;
  for (const SiteFile& file : compiled_.figure_files(examined_)) figure_paths_.insert(file.path);
  know_files();
}

// What stands in memory, and the pages with their templates.
void ShownSite::know_files() {
  whole_.clear();
  copies_.clear();
  shelves_.clear();
  for (const Asset* asset : compiled_.look.assets(compiled_.site))
    whole_[asset->path] = &asset->bytes;
  for (const SiteFile& file : compiled_.data) whole_[file.path] = &file.bytes;
  for (const SiteCopy& copy : compiled_.copies) copies_[copy.path] = copy.from;
  shelves_.push_back({&compiled_.site, Templates(compiled_.look.texts), {}});
  if (const CompiledEdition* other = compiled_.translated.get()) {
    shelves_.push_back({&other->site, Templates(other->texts), other->book.publication.base});
    for (const SiteFile& file : other->data) whole_[file.path] = &file.bytes;
  }
}

const ShownSite::Shelf& ShownSite::shelf_of(const std::string& path) const {
  const Shelf& other = shelves_.back();
  return path.starts_with(other.base) ? other : shelves_.front();
}

std::shared_lock<std::shared_mutex> ShownSite::reading() const {
  const std::lock_guard turn(turn_);
  return std::shared_lock(guard_);
}

std::optional<std::string> ShownSite::file(const std::string& path) const {
  const auto lock = reading();
  if (auto bytes = file_below(path)) return bytes;
  // 404.html calls everything by the address that the site will have.
  const std::string mount = mount_of(examined_.publication.base_url);
  const bool named = mount.size() > 1 && ('/' + path).starts_with(mount);
  return named ? file_below(path.substr(mount.size() - 1)) : std::nullopt;
}

std::optional<std::string> ShownSite::file_below(const std::string& path) const {
  if (figure_paths_.contains(path))
    for (SiteFile& file : compiled_.figure_files(examined_))
      if (file.path == path) return std::move(file.bytes);
  if (const auto at = whole_.find(path); at != whole_.end()) return *at->second;
  if (const auto at = copies_.find(path); at != copies_.end()) return disk_.read(at->second);
  const auto& newest = compiled_.newest_release;
  if (std::find(newest.begin(), newest.end(), path) != newest.end())
    return compiled_.csv.of(compiled_.sets.front());
  if (auto bytes = beside_page(path)) return bytes;
  if (auto bytes = figures(path)) return bytes;
  return description(path);
}

std::optional<std::string> ShownSite::lost_page(const std::string& path) const {
  const auto base = [&] {
    const auto lock = reading();
    return shelf_of(path).base;
  };
  return file(base() + "404.html");
}

// Pages themselves too.
std::optional<std::string> ShownSite::beside_page(const std::string& path) const {
  const bool is_folder = path.empty() || path.ends_with('/');
  const std::string wanted = is_folder ? path + std::string(kIndex) : path;
  const Shelf& shelf = shelf_of(wanted);
  const std::string inside = wanted.substr(shelf.base.size());
  auto maker = shelf.site->number_of(inside);  // 404.html
  if (!maker) maker = shelf.site->number_of(page_folder_of(inside));
  if (!maker) return std::nullopt;
  const Templates templates = shelf.templates;  // several threads show pages
  for (SiteFile& file : shelf.site->rendered(*maker, templates))
    if (file.path == wanted && !file.picture) return std::move(file.bytes);
  return std::nullopt;
}

std::optional<std::string> ShownSite::figures(const std::string& path) const {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos) return std::nullopt;
  const auto at = sets_.find(path.substr(0, dot));
  if (at == sets_.end()) return std::nullopt;
  const auto& [publication, areas, measured, translated] = examined_;
  const DataSet& set = *at->second;
  const std::string form = path.substr(dot + 1);
  if (std::find(set.forms.begin(), set.forms.end(), form) == set.forms.end()) return std::nullopt;
  if (form == "csv") return compiled_.csv.of(set);
  if (form == "json") return data_json(publication, areas, measured, set);
  return data_xlsx(publication, set,
                   data_sheets(publication, areas, measured, *compiled_.book.corrected_figures,
                               SheetWords(publication), set));
}

std::optional<std::string> ShownSite::description(const std::string& path) const {
  const auto& [publication, areas, measured, translated] = examined_;
  const DataSet& whole = compiled_.sets.front();
  if (path == "sitemap.xml")
    return sitemap_xml(publication.base_url, compiled_.site.addresses(), publication.languages);
  if (path == whole.path + ".csv-metadata.json") return csvw_json(publication, whole);
  if (path == "data/datapackage.json")
    return data_package_json(publication, whole, entry_of(path, compiled_.csv.pieces_of(whole)),
                             described_tables(compiled_.book, compiled_.figure_files(examined_)));
  if (path == "data/catalog.jsonld")
    return data_catalogue_json(publication, areas, measured, compiled_.sets,
                               *compiled_.book.history);
  return std::nullopt;
}

}  // namespace yokoten
