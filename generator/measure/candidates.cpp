#include "measure/candidates.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace yokoten {
namespace {

// `name` without its last code point, and that code point.
std::pair<std::string_view, std::string_view> stem_and_kind(std::string_view name) {
  std::size_t at = name.size();
  while (at > 0 && (static_cast<unsigned char>(name[--at]) & 0xC0U) == 0x80U) continue;
  return {name.substr(0, at), name.substr(at)};
}

std::size_t distance(std::string_view a, std::string_view b) {
  const auto [stem_a, kind_a] = stem_and_kind(a);
  const auto [stem_b, kind_b] = stem_and_kind(b);
  const std::size_t by_parts = 2 * edit_distance(stem_a, stem_b) + (kind_a == kind_b ? 0 : 1);
  return std::min(by_parts, 2 * edit_distance(a, b));
}

// Beyond half of the letters a candidate is a guess, not a hint; so is one that shares nothing but
// 町 at most, as towns of one letter do with all words of two.
bool near_enough(std::size_t found, std::string_view name, std::string_view candidate) {
  const std::string_view stem = stem_and_kind(candidate).first;
  const std::size_t letters = edit_distance(stem, "");
  const bool shares = edit_distance(stem_and_kind(name).first, stem) < letters ||
                      edit_distance(name, stem) < letters;
  return shares && found <= std::max<std::size_t>(edit_distance(name, ""), 2) + 1;
}

using Found = std::vector<std::pair<std::size_t, int>>;  // distance, area

// 安芸郡府中 is nearer to 府中町 of that county than to 府中市.
std::string_view without_county(std::string_view name, const Area& area) {
  const bool leads = !area.county.empty() && name.starts_with(area.county);
  return leads ? name.substr(area.county.size()) : name;
}

void add_near(Found& found, const Areas& areas, int parent, std::string_view name) {
  for (const int child : areas.children(parent)) {
    const Area& area = areas.at(child);
    const std::string_view own = without_county(name, area);
    const std::size_t far = distance(own, area.name);
    if (near_enough(far, own, area.name)) found.emplace_back(far, child);
  }
}

std::vector<int> nearest_of(Found found) {
  std::sort(found.begin(), found.end());
  std::vector<int> ids;
  for (std::size_t at = 0; at < std::min(most_candidates, found.size()); ++at)
    ids.push_back(found[at].second);
  return ids;
}

}  // namespace

std::vector<int> nearest_areas(const Areas& areas, int parent, std::string_view name) {
  Found found;
  add_near(found, areas, parent, name);
  return nearest_of(std::move(found));
}

std::vector<int> likely_areas(const Areas& areas, std::string_view text) {
  if (auto same = same_names(areas, text); !same.empty()) return same;
  Found found;
  for (const int prefecture : areas.prefectures()) {
    const std::string& front = areas.at(prefecture).short_name;
    if (!front.empty() && text.starts_with(front))
      add_near(found, areas, prefecture, text.substr(front.size()));
  }
  if (found.empty())
    for (const int prefecture : areas.prefectures()) add_near(found, areas, prefecture, text);
  return nearest_of(std::move(found));
}

std::vector<int> same_names(const Areas& areas, std::string_view name) {
  std::vector<int> ids;
  for (const int prefecture : areas.prefectures()) {
    const int found = areas.by_name(prefecture, name);
    if (found != Areas::none && ids.size() < most_candidates) ids.push_back(found);
  }
  return ids;
}

std::string listed(const Areas& areas, const std::vector<int>& ids, std::string_view separator) {
  std::string text;
  for (const int id : ids) {
    if (!text.empty()) text += separator;
    text += areas.at(id).name;
    if (!areas.at(id).code.empty()) text += " (" + areas.at(id).code + ")";
  }
  return text;
}

}  // namespace yokoten
