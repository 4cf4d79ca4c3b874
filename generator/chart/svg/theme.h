#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "chart/svg/write.h"

namespace yokoten::chart {

/// What becomes of the colours of one picture on a dark page.
class DarkColours {
 public:
  explicit DarkColours(const Scene& scene);

  /// What a colour becomes, "" where it stays. `on_text` is the colour of letters: white on a dark
  /// tile turns black since the tile turns light.
  std::string_view of(std::string_view colour, bool on_text) const;

  /// Whether letters stay as they are, since what is behind them does.
  bool stays(const Item& letters) const { return steady_letters_.contains(&letters); }

 private:
  void tell_apart(const std::set<std::string>& of_data);

  bool none_ = false;  ///< the ground is the author's: nothing changes
  std::map<std::string, std::string_view, std::less<>> apart_;  ///< of data; "" stays
  std::unordered_set<const Item*> steady_letters_;
};

/// The colours of a picture, so that its stylesheet names only those.
struct UsedColours {
  std::set<std::string, std::less<>> fills, strokes, texts;
};

/// Rules for dark schemes by the attributes that carry the light colours: `[fill="#1A1A1A"]{…}`.
std::string dark_rules(const UsedColours& used, const DarkColours& dark);

}  // namespace yokoten::chart
