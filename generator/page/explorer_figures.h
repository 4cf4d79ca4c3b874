#pragma once

#include <string>
#include <vector>

#include "page/context.h"

namespace yokoten {

/// What readers may compare.
struct ExplorerRequest {
  std::vector<int> indicators;        ///< all where empty
  std::vector<std::string> shown;     ///< ids of the indicators that stand there at first
  int size = -1;                      ///< the indicator that tells how large an area is
  std::vector<std::int64_t> steps{};  ///< where classes of size begin, ascending
};

/// Whether at least two areas of one kind have a figure of the same indicator.
bool can_explore(const Book& book, const ExplorerRequest& request);

/// `figures.js` of the page: areas, and of each indicator (or part of it) the newest figure of
/// every area as the pages write it. browser/compare/figures.js says what stands where.
std::string explorer_figures(const Context& context, const ExplorerRequest& request);

}  // namespace yokoten
