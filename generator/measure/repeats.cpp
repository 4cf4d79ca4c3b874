#include "measure/repeats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace yokoten {
namespace {

constexpr int kMostSaid = 50;
constexpr std::array<std::string_view, 7> kOfRows = {
    "name.prefecture",   "name.unknown", "name.code", "area.twice",
    "observation.twice", "cell.period",  "part.empty"};

struct Repeats {
  int said = 0;
  Finding first_left;  ///< of those that are only counted
};

}  // namespace

void fold_repeats(Findings& findings) {
  std::map<std::tuple<std::string, std::string, int>, Repeats> all;
  const auto is_left_out = [&](const Finding& each) {
    if (std::find(kOfRows.begin(), kOfRows.end(), each.code) == kOfRows.end()) return false;
    Repeats& repeats = all[{each.code, each.place.file, each.place.column}];
    if (++repeats.said <= kMostSaid) return false;
    if (repeats.said == kMostSaid + 1) repeats.first_left = each;
    return true;
  };
  std::erase_if(findings, is_left_out);
  for (const auto& [key, repeats] : all) {
    const int more = repeats.said - kMostSaid;
    if (more <= 0) continue;
    Finding counted = repeats.first_left;
    if (more > 1) {
      counted.message.ja = fmt::format(
          "同じ指摘がこの行からほかに{}件あります。表の説明（sources.toml）の誤りではないか確かめて"
          "ください",
          more);
      counted.message.en = fmt::format(
          "{} more of these from this row on; check whether the source is described rightly in "
          "sources.toml",
          more);
    }
    findings.push_back(std::move(counted));
  }
}

}  // namespace yokoten
