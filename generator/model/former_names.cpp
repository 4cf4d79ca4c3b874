#include "model/former_names.h"

#include <string>

#include "base/lists.h"

namespace yokoten {
namespace {

bool is_code(std::string_view code, std::string_view digits) {
  return code == digits || (digits.size() == 5 && code.starts_with(digits));
}

/// An old name taken apart; `city` is none but for wards.
struct OldName {
  int prefecture = Areas::none, city = Areas::none;
  std::string_view name, ward;
};

const std::string& own_name(const Ward& ward) {
  return ward.japanese.empty() ? ward.name : ward.japanese;
}

OldName old_name(const Areas& areas, const AreaChange& change) {
  OldName old;
  for (const int each : areas.prefectures())
    if (change.old_name.starts_with(japanese_name(areas.at(each)))) old.prefecture = each;
  if (old.prefecture == Areas::none) return old;
  old.name =
      std::string_view(change.old_name).substr(japanese_name(areas.at(old.prefecture)).size());
  for (const Ward& ward : areas.wards())
    if (ward.code == change.new_code) old.city = ward.city;
  if (old.city == Areas::none) return old;
  const std::string& city = japanese_name(areas.at(old.city));
  if (old.name.starts_with(city)) old.ward = old.name.substr(city.size());
  return old;
}

// 黒川郡富谷町: of counties of the past nothing is known, so none is wrong.
bool is_behind_county(std::string_view name, std::string_view old) {
  return name.size() > old.size() && name.ends_with(old) &&
         name.substr(0, name.size() - old.size()).ends_with("郡");
}

bool is_called(const OldName& old, std::string_view name) {
  if (old.name.empty() || name.empty()) return false;
  return name == old.name || name == old.ward || is_behind_county(name, old.name);
}

bool lies_below(const Areas& areas, int area, int prefecture) {
  return prefecture == Areas::none || areas.prefecture_of(area) == prefecture;
}

}  // namespace

AreaChanges changes_of_code(const Areas& areas, std::string_view digits) {
  AreaChanges found;
  for (const AreaChange& each : areas.changes())
    if (is_code(each.old_code, digits) && each.old_code != each.new_code) found.push_back(&each);
  return found;
}

AreaChanges changes_of_name(const Areas& areas, int prefecture, std::string_view name) {
  AreaChanges found;
  for (const AreaChange& each : areas.changes()) {
    if (each.old_name == each.new_name) continue;
    const OldName old = old_name(areas, each);
    const bool is_there = prefecture == Areas::none || old.prefecture == prefecture;
    if (is_there && is_called(old, name)) found.push_back(&each);
  }
  return found;
}

int same_area_today(const Areas& areas, const AreaChanges& changes) {
  if (changes.size() != 1) return Areas::none;
  const std::string& kind = changes.front()->kind;
  const bool is_same = kind == "市制施行" || kind == "町制施行" || kind == "名称変更";
  return is_same ? areas.by_code(changes.front()->new_code) : Areas::none;
}

std::vector<int> cities_of_ward_today(const Areas& areas, int prefecture, std::string_view name) {
  std::vector<int> cities;
  if (!name.ends_with("区")) return cities;
  for (const Ward& ward : areas.wards())
    if (lies_below(areas, ward.city, prefecture) &&
        (name == own_name(ward) || name == japanese_name(areas.at(ward.city)) + own_name(ward)))
      add_new(cities, ward.city);
  return cities;
}

std::vector<int> cities_of_ward(const Areas& areas, int prefecture, std::string_view name) {
  std::vector<int> cities = cities_of_ward_today(areas, prefecture, name);
  if (!cities.empty() || !name.ends_with("区")) return cities;
  for (const AreaChange& each : areas.changes()) {
    const OldName old = old_name(areas, each);
    if (old.city != Areas::none && lies_below(areas, old.city, prefecture) && is_called(old, name))
      add_new(cities, old.city);
  }
  return cities;
}

int city_of_ward_code(const Areas& areas, std::string_view digits) {
  for (const Ward& ward : areas.wards())
    if (is_code(ward.code, digits)) return ward.city;
  for (const AreaChange* each : changes_of_code(areas, digits))
    for (const Ward& ward : areas.wards())
      if (ward.code == each->new_code) return ward.city;
  return Areas::none;
}

}  // namespace yokoten
