#pragma once

#include <string>
#include <vector>

namespace yokoten {

/// What the search calls something that is no area.
enum class SearchKind { indicator, good_practice, project, centre };

/// Something besides areas that readers look for.
struct SearchEntry {
  SearchKind kind = SearchKind::indicator;
  std::string title;
  std::string note;                ///< where or what, shown behind the title
  std::string path;                ///< below the site, perhaps with an anchor
  std::vector<std::string> words;  ///< that lead here besides the title
  std::string reading{};           ///< of the title, in kana, a blank between words
};

}  // namespace yokoten
