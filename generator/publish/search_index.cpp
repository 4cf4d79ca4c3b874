#include "publish/search_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/json_text.h"
#include "model/area_romaji.h"

namespace yokoten {
namespace {

constexpr std::size_t prefecture_digits = 2, checked_digits = 5;

bool stands_again(const Areas& areas, int id) {
  const std::string& name = japanese_name(areas.at(id));
  const auto prefectures = areas.prefectures();
  return std::any_of(prefectures.begin(), prefectures.end(), [&](int each) {
    const int other = areas.by_name(each, name);
    return other != Areas::none && other != id;
  });
}

/// 202 米子市 よなごし Yonago-shi: the digits that prefecture and check digit leave; then `*` for a
/// designated city, `=` before other spellings, `^` before the county of a name that stands more
/// than once and `@` before where it lies, of towns that read alike.
std::string line_of(const Areas& areas, int id) {
  const Area& area = areas.at(id);
  std::string line = fmt::format(
      "{} {} {} {}", area.code.substr(prefecture_digits, checked_digits - prefecture_digits),
      area.name, area.reading, hepburn_name(area));
  if (area.designated_city) line += " *";
  for (const auto& [of, spelling] : areas.variants())
    if (of == id) line += " =" + spelling;
  if (!area.county.empty() && stands_again(areas, id)) line += " ^" + area.county;
  if (const auto place = subprefecture(area); !place.empty()) line += fmt::format(" @{}", place);
  return line;
}

std::string prefecture_json(const Areas& areas, int prefecture,
                            const std::function<bool(int)>& has_page) {
  const Area& area = areas.at(prefecture);
  std::string lines;
  for (const int id : areas.children(prefecture))
    if (has_page(id)) lines += (lines.empty() ? "" : "\n") + line_of(areas, id);
  if (lines.empty() && !has_page(prefecture)) return {};
  return fmt::format("[{},{},{},{},{},{}],\n", json_text(areas.prefecture_number(prefecture)),
                     json_text(area.name), json_text(area.reading), json_text(hepburn_name(area)),
                     has_page(prefecture) ? 1 : 0, json_text(lines));
}

enum class FormerKind { ward, former_name, former_ward };

/// A name that leads to an area of another name.
struct Former {
  FormerKind kind = FormerKind::ward;
  std::string name, reading, code;
  int now = Areas::none;
};

std::string json_of(const Areas& areas, const Former& each) {
  return fmt::format("[{},{},{},{},{},{}],\n", json_text(each.name), json_text(each.reading),
                     json_text(hepburn_name(each.name, each.reading)), json_text(each.code),
                     json_text(areas.path(each.now)), static_cast<int>(each.kind));
}

/// The municipality that a name with its prefecture belongs to, or whose ward it names.
int municipality_of(const Areas& areas, const std::string& full_name) {
  for (const int prefecture : areas.prefectures())
    for (const int id : areas.children(prefecture)) {
      const std::string name = japanese_name(areas.at(prefecture)) + japanese_name(areas.at(id));
      if (full_name == name || (areas.at(id).designated_city && full_name.starts_with(name)))
        return id;
    }
  return Areas::none;
}

bool is_ward(const Areas& areas, int city, const std::string& name) {
  for (const Ward& each : areas.wards())
    if (each.city == city && (each.japanese.empty() ? each.name : each.japanese) == name)
      return true;
  return false;
}

/// What a change left behind; its name alone, without prefecture and city. Empty for a ward that
/// has only another code since.
std::optional<Former> former_of(const Areas& areas, const AreaChange& change) {
  Former former{.name = change.old_name, .reading = change.old_reading, .code = change.old_code};
  former.now = municipality_of(areas, change.new_name);
  if (former.now == Areas::none) return std::nullopt;
  const Area& now = areas.at(former.now);
  former.name.erase(0, japanese_name(areas.at(now.parent)).size());
  former.kind = FormerKind::former_name;
  if (now.designated_city && former.name.starts_with(japanese_name(now))) {
    former.name.erase(0, japanese_name(now).size());
    former.kind = FormerKind::former_ward;
  }
  if (is_ward(areas, former.now, former.name)) return std::nullopt;
  if (!change.english.empty()) former.name = change.english;
  return former;
}

std::string places_json(const Areas& areas, const std::function<bool(int)>& has_page) {
  std::string out;
  std::set<std::string> told;  // a ward that was split has a row for each part
  for (const AreaChange& change : areas.changes())
    if (const auto former = former_of(areas, change); former && has_page(former->now))
      if (told.insert(former->code).second) out += json_of(areas, *former);
  for (const Ward& ward : areas.wards())
    if (has_page(ward.city))
      out += json_of(areas, {FormerKind::ward, ward.name, ward.reading, ward.code, ward.city});
  return out;
}

constexpr const char* kind_name(SearchKind kind) {
  switch (kind) {
    case SearchKind::indicator:
      return "indicator";
    case SearchKind::good_practice:
      return "case";
    case SearchKind::project:
      return "project";
    case SearchKind::centre:
      break;
  }
  return "centre";
}

std::string entry_json(const SearchEntry& entry) {
  return fmt::format("[{},{},{},{},{},{}],\n", json_text(kind_name(entry.kind)),
                     json_text(entry.title), json_text(entry.note), json_text(entry.path),
                     json_text(fmt::format("{}", fmt::join(entry.words, " "))),
                     json_text(entry.reading));
}

}  // namespace

std::string areas_script(const Areas& areas, const std::function<bool(int)>& has_page) {
  std::string out = "yokotenSearch.areas([\n";
  for (const int prefecture : areas.prefectures())
    out += prefecture_json(areas, prefecture, has_page);
  return out + "]);\n";
}

std::string more_script(const Areas& areas, const std::function<bool(int)>& has_page,
                        const std::vector<SearchEntry>& entries) {
  std::string out =
      "yokotenSearch.more({places:[\n" + places_json(areas, has_page) + "],entries:[\n";
  for (const SearchEntry& entry : entries) out += entry_json(entry);
  return out + "]});\n";
}

}  // namespace yokoten
