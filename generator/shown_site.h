#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <vector>

#include "compiled_site.h"
#include "measure/remeasuring.h"
#include "model/cell_change.h"
#include "read/known_lines.h"

namespace yokoten {

/// What a site has made of changes.
enum class Taken {
  nothing,
  all,
  unchecked  ///< its pages have the figures; what checks say of them is still to be asked
};

/// The same file may be called by other ways: `./draft/pages/index.md`.
std::string plain_path(const std::string& path);

/// A site that is nowhere on the disk: each file is made when it is asked for. Files may be asked
/// for by several threads at once.
class ShownSite {
 public:
  /// Empty when findings block. `disk` must outlive it.
  static std::unique_ptr<ShownSite> made(Disk& disk, const std::string& home,
                                         const std::string& folder, Findings& findings);

  /// The file at a path below the site, `areas/31/` for its page; empty where a build would make
  /// none. A PDF, the manifest and pictures for shared links come into being by a build only.
  std::optional<std::string> file(const std::string& path) const;
  /// What is shown where there is no file at the path: the page 404 in the path's language, if the
  /// publication has one.
  std::optional<std::string> lost_page(const std::string& path) const;
  /// Takes in what has changed in some files, without measuring anew: templates, styles, the
  /// Markdown of pages and cases, numbers in tables. Where more may follow from them or there is
  /// something to tell of one, nothing has changed: the site is to be made anew then.
  /// `told`: the findings of what is shown.
  Taken take_in(Disk& disk, const std::string& home, const std::set<std::string>& files,
                const Findings& told);

 private:
  ShownSite(Disk& disk, const std::string& home, Examined examined, Findings& findings);
  std::optional<std::string> file_below(const std::string& path) const;
  std::optional<std::string> beside_page(const std::string& path) const;
  std::optional<std::string> figures(const std::string& path) const;
  std::optional<std::string> description(const std::string& path) const;
  /// The pages of a language.
  struct Shelf {
    const Site* site = nullptr;
    Templates templates;
    std::string base;  ///< folder of the language, empty for the main one
  };
  const Shelf& shelf_of(const std::string& path) const;
  void know_files();

  /// A page with other Markdown, in all languages; without `other` where there is one only.
  struct PageChange {
    std::size_t page = 0;
    PageText text, other_text;
    CompiledPage made;
    std::optional<CompiledPage> other;
  };
  /// Other templates; `other` are those of the other language.
  struct LookChange {
    CompiledLook look;
    std::optional<TemplateTexts> other;
  };
  /// A file of tables, as it was read.
  struct RawFile {
    KnownLines lines;
    std::vector<int> sources;  ///< whose tables stand in it
  };
  /// Other numbers in a raw file.
  struct RowsChange {
    std::string file;
    KnownLines now;
    std::vector<CellChange> cells;
  };
  /// Numbers of pages by the files that their texts stand in, in any language.
  std::map<std::string, std::size_t> pages_by_file() const;
  std::optional<PageChange> changed_page(Disk& disk, std::size_t page) const;
  std::optional<LookChange> changed_look(Disk& disk, const std::string& home) const;
  /// What is to be looked at where some files have changed.
  struct Changes {
    std::set<std::size_t> pages;
    std::set<std::string> raw, texts;  ///< files; texts are those of pages and looks
    bool look = false;
  };
  std::optional<Changes> changes_in(const std::set<std::string>& files,
                                    const std::string& home) const;
  void know_raw_files();
  std::optional<RowsChange> changed_rows(Disk& disk, const std::string& file) const;
  bool put(std::vector<RowsChange> changes);
  void put(PageChange change);
  void put(LookChange change);

  std::shared_lock<std::shared_mutex> reading() const;

  mutable std::mutex turn_;          ///< so that many readers don't keep a change waiting
  mutable std::shared_mutex guard_;  ///< of what put() changes

  Disk& disk_;
  Examined examined_;
  CompiledSite compiled_;
  std::map<std::string, const std::string*> whole_;  ///< files that stand in memory
  std::map<std::string, std::string> copies_;        ///< where they stand on the disk
  std::map<std::string, const DataSet*> sets_;       ///< by path without ending
  std::vector<Shelf> shelves_;                       ///< the main language first
  std::set<std::string> figure_paths_;               ///< of files that are made of figures
  std::map<std::string, RawFile> raw_;               ///< tables whose rows can be compared
  std::optional<Remeasuring> remeasuring_;           ///< where there is such a table
};

}  // namespace yokoten
