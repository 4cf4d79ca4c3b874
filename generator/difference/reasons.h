#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "difference/figure_changes.h"

namespace yokoten {

/// Says why figures are other ones, by what the two sides know of how they were made.
class Reasons {
 public:
  Reasons(const Snapshot& before, const Snapshot& after, std::span<const AreaChange> changes);

  /// Never empty: `unknown` stands alone. nullptr: that side has no such figure.
  std::vector<Reason> of(const FigureKey& key, const ToldFigure* before,
                         const ToldFigure* after) const;

 private:
  void find_corrections();
  void find_sources();
  void find_boundaries(std::span<const AreaChange> changes);
  bool is_defined_otherwise(const std::string& indicator) const;
  std::optional<Reason> of_indicator(const std::string& indicator) const;
  void add_recorded(const FigureKey& key, const ToldFigure* before, const ToldFigure* after,
                    std::vector<Reason>& reasons) const;
  void add_sources(const FigureKey& key, const ToldFigure* before, const ToldFigure* after,
                   std::vector<Reason>& reasons) const;
  void add_closed(const FigureKey& key, const ToldFigure* before, const ToldFigure* after,
                  std::vector<Reason>& reasons) const;
  std::set<std::string> sources_of(const FigureKey& key, const ToldFigure* before,
                                   const ToldFigure* after) const;

  const Snapshot &before_, &after_;
  bool knows_ = false;                                        ///< both sides have their facts
  std::map<std::string, std::set<std::string>> corrections_;  ///< figure → what was corrected
  std::map<std::string, std::string> other_files_;            ///< source → what changed of it
  std::set<std::string> read_otherwise_, hidden_otherwise_, closed_;
  std::map<std::string, std::string> boundaries_;  ///< area → what became what
};

}  // namespace yokoten
