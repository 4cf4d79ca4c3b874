#include "command/asked_area.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/former_names.h"

namespace yokoten {
namespace {

constexpr std::size_t kMostMeant = 3;

int of_code(const Areas& areas, std::string_view digits) {
  if (digits.size() == 6) return areas.by_code(digits);
  for (int area = 0; area < areas.size(); ++area) {
    const std::string& code = areas.at(area).code;
    const bool whole = areas.at(area).level == AreaLevel::prefecture;
    if (code.size() != 6) continue;
    if (digits.size() == 5 && code.starts_with(digits)) return area;
    if (digits.size() == 2 && whole && code.starts_with(digits)) return area;
  }
  return Areas::none;
}

int municipality_in(const Areas& areas, int prefecture, std::string_view name) {
  const int found = areas.by_name(prefecture, name);
  return found != Areas::none ? found : areas.by_variant(prefecture, name);
}

// 安芸郡府中町 in its prefecture.
int behind_county(const Areas& areas, int prefecture, std::string_view name) {
  for (const int each : areas.children(prefecture)) {
    const std::string& county = areas.at(each).county;
    if (!county.empty() && name.starts_with(county) &&
        municipality_in(areas, prefecture, name.substr(county.size())) == each)
      return each;
  }
  return Areas::none;
}

bool has_page(const Areas& areas, int area) { return area != Areas::none && areas.has_page(area); }

// Prefecture and municipality in one word: 鳥取県米子市, 鳥取県 米子市.
int of_both(const Areas& areas, std::string_view word) {
  for (const int prefecture : areas.prefectures()) {
    const std::string& name = areas.at(prefecture).name;
    if (!word.starts_with(name)) continue;
    std::string_view rest = word.substr(name.size());
    while (rest.starts_with('/') || rest.starts_with(',')) rest.remove_prefix(1);
    rest = trimmed_text(rest);
    int found = municipality_in(areas, prefecture, rest);
    if (found == Areas::none) found = behind_county(areas, prefecture, rest);
    if (has_page(areas, found)) return found;
  }
  return Areas::none;
}

std::vector<int> of_name(const Areas& areas, std::string_view name) {
  std::vector<int> found;
  for (const int prefecture : areas.prefectures()) {
    const Area& at = areas.at(prefecture);
    if (at.name == name || at.short_name == name) found.push_back(prefecture);
    int inside = municipality_in(areas, prefecture, name);
    if (inside == Areas::none) inside = behind_county(areas, prefecture, name);
    if (has_page(areas, inside)) found.push_back(inside);
  }
  return found;
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

Message several(const Areas& areas, std::string_view word, const std::vector<int>& found) {
  std::vector<std::string> names;
  for (const int area : found) names.push_back(full_name(areas, area));
  return {fmt::format("{} は{}つあります: {}", word, found.size(), joined(names)),
          fmt::format("{} areas are called {}: {}", found.size(), word, joined(names))};
}

// Full names of those that may have been meant, by their full names or their own: 松山 is nearer to
// 松山市 than to 富山県.
std::vector<std::string> meant_areas(const Areas& areas, std::string_view word) {
  std::vector<std::string> names, full_names;
  for (int area = 0; area < areas.size(); ++area) {
    if (!areas.has_page(area)) continue;
    for (const std::string& name : std::set{full_name(areas, area), areas.at(area).name}) {
      names.push_back(name);
      full_names.push_back(full_name(areas, area));
    }
  }
  std::vector<std::string> meant;
  for (const std::string& near : nearest(word, names, kMostMeant))
    for (std::size_t at = 0; at < names.size(); ++at)
      if (names[at] == near && meant.size() < kMostMeant &&
          std::find(meant.begin(), meant.end(), full_names[at]) == meant.end())
        meant.push_back(full_names[at]);
  return meant;
}

// The prefecture, if it stands in front, and the name without it.
std::pair<int, std::string_view> without_prefecture(const Areas& areas, std::string_view word) {
  for (const int each : areas.prefectures())
    if (const std::string& name = areas.at(each).name; word.starts_with(name))
      return {each, trimmed_text(word.substr(name.size()))};
  return {Areas::none, word};
}

std::optional<Message> a_change(const AreaChanges& changes) {
  if (changes.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (const AreaChange* each : changes)
    names.push_back(each->new_name == each->old_name ? each->new_code : each->new_name);
  const AreaChange& first = *changes.front();
  return Message{
      fmt::format("{} は{}に{}になりました", first.old_name, first.date, fmt::join(names, "、")),
      fmt::format("{} became {} on {}", first.old_name, joined(names), first.date)};
}

std::optional<Message> a_ward(const Areas& areas, std::string_view word, std::vector<int> cities) {
  if (cities.empty()) return std::nullopt;
  const bool more = cities.size() > kMostMeant;
  cities.resize(std::min(cities.size(), kMostMeant));
  std::vector<std::string> names;
  for (const int city : cities) names.push_back(full_name(areas, city));
  return Message{
      fmt::format("{} は市の区で、値は市ごとです: {}{}", word, joined(names), more ? " …" : ""),
      fmt::format("{} is a ward; figures are those of its city: {}{}", word, joined(names),
                  more ? " …" : "")};
}

// Former names and codes, and wards. What is a ward of today is none of the past.
std::optional<Message> not_of_today(const Areas& areas, std::string_view word) {
  if (is_digits(word)) {
    if (auto change = a_change(changes_of_code(areas, word))) return change;
    const int city = city_of_ward_code(areas, word);
    return a_ward(areas, word, city == Areas::none ? std::vector<int>{} : std::vector{city});
  }
  const auto [prefecture, name] = without_prefecture(areas, word);
  if (auto ward = a_ward(areas, word, cities_of_ward_today(areas, prefecture, name))) return ward;
  return a_change(changes_of_name(areas, prefecture, name));
}

Message unknown(const Areas& areas, std::string_view word) {
  if (auto told = not_of_today(areas, word)) return *told;
  const auto meant = meant_areas(areas, word);
  const std::string ja = meant.empty() ? "" : "。もしかして " + joined(meant);
  const std::string en = meant.empty() ? "" : "; did you mean " + joined(meant) + "?";
  return {fmt::format("{} という地域はありません{}", word, ja),
          fmt::format("no area is called {}{}", word, en)};
}

}  // namespace

std::string full_name(const Areas& areas, int area) {
  const Area& at = areas.at(area);
  if (at.level == AreaLevel::nation || at.level == AreaLevel::prefecture) return at.name;
  return areas.at(areas.prefecture_of(area)).name + at.name;
}

std::variant<int, Message> asked_area(const Areas& areas, std::string_view word) {
  const std::string name = folded(word);
  if (name == areas.at(Areas::nation).name) return Areas::nation;
  if (is_digits(name)) {
    const int found = of_code(areas, name);
    if (has_page(areas, found)) return found;
    return unknown(areas, name);
  }
  std::vector<int> found = of_name(areas, word);
  if (found.empty()) found = of_name(areas, name);
  if (found.size() > 1) return several(areas, word, found);
  if (found.size() == 1) return found.front();
  for (const std::string_view spelling : {word, std::string_view(name)})
    if (const int both = of_both(areas, spelling); both != Areas::none) return both;
  return unknown(areas, word);
}

}  // namespace yokoten
