#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "build_request.h"
#include "compiled_site.h"
#include "known_pages.h"
#include "publish/tree.h"

namespace yokoten {

/// Which pages and open data of the site that stands would be made the same again, by what they
/// looked up then: these need not be made. Several threads may ask at once.
class StandingPages {
 public:
  StandingPages(const CompiledSite& compiled, const BuildRequest& request, NextTree& tree,
                Disk& disk);

  /// Takes the files of the page over from the site that stands; false where it is to be made.
  /// `page`: those of the other language follow those of the main one.
  bool take_over(std::size_t page);
  /// The same of the set at this position, if it is one of an area.
  bool take_over_set(std::size_t set);
  /// Whether the figures of the indicator are those of the site that stands, exactly.
  bool has_same_figures(int indicator) const;
  /// How many pages were taken over.
  std::size_t kept() const { return kept_; }
  /// What a page that was made has looked up, and what it was written into.
  void note(std::size_t page, FigureReads reads, const std::vector<SiteFile>& files);
  /// Makes ready what is left behind for the next build; nothing may be noted after.
  void make_ready();
  /// Leaves it behind, after make_ready(). What can't be written is no fault: it is known to be
  /// unsound. `manifest_hash`: of the site that is about to stand, without which it says nothing.
  void keep(const std::string& manifest_hash);

 private:
  void remember(std::size_t page, const FigureReads& reads, std::string packed);
  std::optional<KnownPages> known_pages(const BuildRequest& request);
  void compare_with(KnownPages known);
  std::size_t place_of(const ReadSeries& series) const;  ///< among marks of series
  std::size_t place_of(const ReadList& list) const;      ///< among marks of lists
  bool looks_the_same(const FigureReads& reads) const;
  void make_marks();
  const std::vector<std::uint64_t>& ranks_of(std::pair<std::int32_t, std::int32_t> table);
  std::set<std::string> files_of_figures() const;
  void find_sources(FigureReads& reads) const;
  bool is_as_it_was(const ReadComparison& made) const;

  const CompiledSite& compiled_;
  NextTree& tree_;
  Disk& disk_;
  std::string file_;
  FigureMarks marks_;      ///< as they are now
  std::string kept_file_;  ///< in which the pages of before_ lie
  KnownPages before_;      ///< as it was; no pages where nothing is known
  /// Which are others now, as in FigureMarks.
  std::vector<bool> exact_, shown_, lists_, sources_, findings_;
  bool has_other_releases_ = false;
  std::map<std::pair<std::int32_t, std::int32_t>, std::vector<bool>> ranks_;
  std::atomic<std::size_t> kept_{0};
  std::vector<std::string> pages_;  ///< packed, as they are now
  std::mutex guard_;
  std::set<std::pair<std::int32_t, std::int32_t>> ranked_;  ///< whose places pages_ tell of
};

}  // namespace yokoten
