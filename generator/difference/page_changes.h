#pragma once

#include <string>
#include <vector>

#include "difference/line_changes.h"
#include "difference/snapshot.h"
#include "model/area.h"

namespace yokoten {

/// A page that stands under another address, both as addresses (`areas/31/`).
struct MovedPage {
  enum class Why { content, heading, boundary };
  std::string from, to;
  Why why = Why::content;
};

/// A change of text that pages have in common.
struct TextChange {
  LineChange line;
  std::vector<std::string> pages;  ///< addresses, sorted
  bool is_explained = false;       ///< of `numbers`: figures that changed say the same
};

/// What became of the pages and of the other files.
struct PageChanges {
  std::vector<std::string> added, removed;  ///< addresses; neither has what has moved
  std::vector<MovedPage> moved;
  std::vector<MovedPage> moved_files;  ///< files below a page that moved: `indicators/a/data.csv`
  std::vector<TextChange> texts;       ///< what most pages have in common first
  std::vector<TextChange> numbers;     ///< lines in which only figures are other ones
  std::size_t of_numbers = 0;          ///< pages on which there are such, but no other words
  std::size_t reordered = 0;           ///< pages on which lines only stand elsewhere
  std::size_t unseen = 0;              ///< pages with other bytes, but nothing else to read
  /// Paths of what is no page; what a publisher has put there stands first, drawings last.
  std::vector<std::string> files_added, files_removed, files_changed;
  std::string lost;  ///< path of a page that could not be read; empty for none

  bool is_empty() const;
};

PageChanges page_changes(const Snapshot& before, const Snapshot& after,
                         std::span<const AreaChange> changes);

/// Lines of `numbers` that no figure explains.
std::vector<const TextChange*> unexplained_numbers(const PageChanges& pages);

/// 0: a publisher has put the file there; 2: a build has drawn or gathered it; 1: neither is known.
int file_kind(const std::string& path);

/// `areas/31/` of `areas/31/index.html`.
std::string address_of_page(const std::string& path);

}  // namespace yokoten
