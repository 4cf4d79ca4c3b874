#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "model/search_entry.h"
#include "page/compiled_page.h"
#include "page/duties.h"

namespace yokoten {

/// Addresses of the files that every page asks for, below the site.
struct AssetPaths {
  std::string style, find_script, charts_script, search_script;
  ExplorerAssets explorer{};
};

/// A page in one of the languages of its site.
struct Edition {
  std::string language;
  std::string address, href;  ///< public, and from the page that is rendered
  bool is_own = false;        ///< it is that page
};

/// Where Japanese was left on a page of another language: the first of each text.
struct LeftTexts {
  std::mutex guard;
  std::map<std::string, std::string> pages;  ///< text → path of the page
};

/// All pages of a publication, compiled; each is rendered on its own, on any thread.
class Site {
 public:
  /// `other_files`: paths that links may lead to besides pages (data/observations.csv).
  Site(const Book& book, AssetPaths assets, const std::vector<std::string>& other_files,
       Findings& findings);

  /// The page at `page` in Publication::pages with other Markdown. Empty where the text has
  /// findings, or other pages may look otherwise for it.
  std::optional<CompiledPage> compiled_anew(std::size_t page, const PageText& text) const;
  void replace(std::size_t page, CompiledPage made) { pages_[page] = std::move(made); }
  /// Other addresses of the files that every page asks for.
  void replace(const AssetPaths& assets);
  std::size_t size() const { return instances_.size(); }
  const std::string& path(std::size_t number) const { return instances_[number].path; }
  /// What was looked up when the page was compiled; rendered() looks up more.
  const FigureReads& compiling_reads(std::size_t number) const {
    return pages_[instances_[number].page].reads;
  }
  /// The page's HTML and the files beside it; a picture for shared links among them, whose name
  /// follows from its contents.
  std::vector<SiteFile> rendered(std::size_t number, const Templates& templates) const;
  /// The number of the page at `areas/31/` or `404.html`; empty where there is none.
  std::optional<std::size_t> number_of(const std::string& path) const;
  bool has_page(const std::string& path) const { return paths_.contains(path); }
  /// What the programmes bind to publish, and where the site does so.
  const std::vector<Duty>& duties() const { return duties_; }
  const AssetPaths& assets() const { return assets_; }
  /// Whether a page has a field to search in.
  bool has_find() const;
  /// Whether a page lets readers compare.
  bool has_explorer() const;
  /// What the search finds besides areas: indicators, cases, model projects, centres.
  std::vector<SearchEntry> search_entries() const;
  /// `translation.left`: Japanese text of the pages rendered so far that is not marked as such.
  void report_left(Findings& findings) const;
  /// Addresses of all pages that are meant to be found: without 404.html.
  std::vector<std::string> addresses() const;

 private:
  struct Instance {
    std::size_t page = 0;
    std::string path;  ///< `areas/31/`
    int area = Areas::none, indicator = -1;
    const CaseTag* tag = nullptr;
    int release = -1;  ///< position in ReleaseHistory::releases
  };

  void add_instances(std::size_t page, Findings& findings);
  void compile(Findings& findings);
  void add_instance(Instance instance, Findings& findings);
  void add_cases();
  std::string centre_address(std::size_t page, const ListedOffice& office) const;
  void add_centres(std::vector<SearchEntry>& entries) const;
  BlockPages block_pages() const;
  void check_links(const std::vector<std::string>& other_files, Findings& findings) const;
  bool leads_on(const CompiledPage& page, const CompiledPage& before) const;
  void check_navigation(Findings& findings) const;
  void check_find(Findings& findings) const;
  Context context_of(const Book& book, const Instance& instance, const Templates& templates) const;
  std::string crumb_title(const Instance& instance, const Templates& templates) const;
  View shell_view(Context& context, const Instance& instance, std::string content) const;
  /// The picture for shared links, where the page has a sentence for it and an address is known.
  std::optional<SiteFile> share_picture(const Context& context, const Instance& instance) const;
  std::vector<View> crumb_views(const Context& context, const Instance& instance) const;
  std::vector<View> navigation_views(const Context& context, bool lost) const;
  /// The page of one chart that others may put into theirs.
  SiteFile embed_file(const Context& context, const Instance& instance,
                      const EmbeddedChart& chart) const;
  View footer_view(const Context& context) const;
  std::vector<Edition> editions(const Context& context, bool lost) const;
  void add_editions(const Context& context, bool lost, View& view) const;
  void finish(std::vector<SiteFile>& files) const;

  const Book& book_;
  AssetPaths assets_;
  std::vector<CompiledPage> pages_;
  std::vector<Instance> instances_;
  std::string glossary_page_;  ///< the page that lists all terms; may be empty
  std::map<std::string, std::size_t> by_path_;
  std::unordered_set<std::string> paths_;  ///< keys of by_path_, for the pages
  std::vector<CaseEntry> cases_;
  std::vector<Duty> duties_;
  std::shared_ptr<LeftTexts> left_ = std::make_shared<LeftTexts>();
};

}  // namespace yokoten
