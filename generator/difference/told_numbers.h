#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "difference/figure_changes.h"
#include "difference/page_changes.h"
#include "difference/rank_changes.h"

namespace yokoten {

/// Which lines with other numbers say nothing but what the figures say that changed.
class ToldNumbers {
 public:
  ToldNumbers(const Snapshot& before, const Snapshot& after,
              const std::vector<IndicatorChanges>& indicators,
              const std::vector<RankChanges>& ranks);

  /// Marks the lines that are explained: each number in which one differs was that of a figure (or
  /// a rank) and is that of the same now, of an area that the line names or whose page it is; on
  /// other pages, of the very figure of what the publication is about, or of its newest one. Lines
  /// that are not explained stand first, and of them those that no figure comes near.
  void mark(std::vector<TextChange>& numbers) const;

 private:
  /// What one series of figures was shown as, and is.
  struct Series {
    std::set<std::string> before, after;
  };
  /// A number, and what stands in its place now.
  struct OtherNumber {
    std::string before, after;
  };
  enum class Explained { no, partly, wholly };

  static std::vector<OtherNumber> other_numbers(const LineChange& line);
  void add_series(const Snapshot& before, const Snapshot& after, const IndicatorChanges& of);
  void add_steps(const Snapshot& before, const Snapshot& after, const IndicatorChanges& of,
                 const std::string& whole);
  void add_names(const Snapshot& side);
  void add_name(std::string_view name, const std::string& code);
  std::string area_of_page(std::string_view address) const;
  std::set<std::string> named_in(const std::string& line) const;
  bool says(const std::string& area, const OtherNumber& number) const;
  bool is_said_of(const std::string& area, const std::vector<OtherNumber>& numbers) const;
  bool is_step_of_whole(const std::vector<OtherNumber>& numbers) const;
  bool is_said_of_any(const std::vector<OtherNumber>& numbers) const;
  Explained explained(const TextChange& change) const;

  std::map<std::string, std::vector<Series>> series_;                ///< by code of the area
  std::map<std::string, std::set<std::string>> areas_of_;            ///< number before → areas
  std::map<std::string, std::set<std::string>, std::less<>> names_;  ///< name → codes
  std::set<std::size_t> name_lengths_;
  std::map<std::string, std::string> prefectures_;  ///< first two digits → code
  /// Numbers before and now of figures of what the publication is about.
  std::set<std::pair<std::string, std::string>> steps_of_whole_;
};

}  // namespace yokoten
