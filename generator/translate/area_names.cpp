#include "translate/area_names.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "model/area_romaji.h"

namespace yokoten {
namespace {

// Yonago of Yonago-shi, Minami-Alps of Minami-Alps-shi.
std::string stem(const std::string& hepburn) { return hepburn.substr(0, hepburn.rfind('-')); }

std::string ending(const std::string& kind) {
  static const std::map<std::string, std::string> endings = {
      {"市", " City"}, {"特別区", " City"}, {"町", " Town"}, {"村", " Village"}};
  const auto at = endings.find(kind);
  return at == endings.end() ? std::string() : at->second;
}

std::string english_name(const Area& area) {
  if (area.level == AreaLevel::nation) return "Japan";
  if (area.level == AreaLevel::prefecture) return english_prefecture(area);
  return stem(hepburn_name(area)) + ending(area.kind);
}

// 北海道, 東北, 関東 … as prefectures are listed.
std::string region_name(const std::string& region) {
  static const std::map<std::string, std::string> names = {{"北海道", "Hokkaido"},
                                                           {"東北", "Tohoku"},
                                                           {"関東", "Kanto"},
                                                           {"中部", "Chubu"},
                                                           {"近畿", "Kinki"},
                                                           {"中国", "Chugoku"},
                                                           {"四国", "Shikoku"},
                                                           {"九州", "Kyushu"},
                                                           {"九州・沖縄", "Kyushu and Okinawa"},
                                                           {"北陸", "Hokuriku"},
                                                           {"甲信越", "Koshinetsu"},
                                                           {"東海", "Tokai"},
                                                           {"北海道・東北", "Hokkaido and Tohoku"},
                                                           {"沖縄", "Okinawa"}};
  const auto at = names.find(region);
  return at == names.end() ? region : at->second;
}

// As many as a tile of a map holds, in the order of the numbers of prefectures.
std::string three_letters(const Area& area) {
  constexpr std::array<const char*, 47> letters = {
      "HKD", "AOM", "IWT", "MYG", "AKT", "YGT", "FKS", "IBR", "TCG", "GNM", "STM", "CHB",
      "TKY", "KNG", "NGT", "TYM", "ISK", "FKI", "YMN", "NGN", "GIF", "SZO", "AIC", "MIE",
      "SIG", "KYT", "OSK", "HYO", "NAR", "WKY", "TTR", "SMN", "OKY", "HRS", "YGC", "TKS",
      "KGW", "EHM", "KOC", "FKO", "SAG", "NGS", "KMM", "OIT", "MYZ", "KGS", "OKN"};
  const auto number = parse_decimal(area.code.substr(0, 2));
  const bool known = number && number->mantissa >= 1 && number->mantissa <= 47;
  return known ? letters[static_cast<std::size_t>(number->mantissa - 1)] : area.name_en;
}

Area named(const Area& area) {
  Area made = area;
  made.japanese = area.name;
  made.name = english_name(area);
  made.reading = lower_ascii(made.name);
  made.parted_reading.clear();
  made.own_romaji.clear();
  if (!area.short_name.empty())
    made.short_name = area.level == AreaLevel::nation ? made.name : three_letters(area);
  made.region = region_name(area.region);
  made.hard_to_read = false;
  return made;
}

std::string ward_name(const std::string& name, const std::string& reading) {
  return stem(hepburn_name(name, reading)) + " Ward";
}

std::vector<Ward> named_wards(const Areas& areas) {
  std::vector<Ward> wards(areas.wards().begin(), areas.wards().end());
  for (Ward& ward : wards) {
    ward.japanese = ward.name;
    ward.name = ward_name(ward.name, ward.reading);
    ward.reading = lower_ascii(ward.name);
  }
  return wards;
}

// What a former municipality was called, by the last letter of its name.
std::string former_name(const std::string& name, const std::string& reading) {
  for (const auto& [letter, word] : {std::pair{"市", " City"}, std::pair{"町", " Town"},
                                     std::pair{"村", " Village"}, std::pair{"区", " Ward"}})
    if (name.ends_with(letter)) return stem(hepburn_name(name, reading)) + word;
  return hepburn_name(name, reading);
}

std::vector<AreaChange> named_changes(const Areas& areas) {
  std::vector<AreaChange> changes(areas.changes().begin(), areas.changes().end());
  for (AreaChange& change : changes) {
    change.english = former_name(change.old_name, change.old_reading);
  }
  return changes;
}

// Of towns that read alike in one prefecture the subprefecture; the code where it is not known.
std::string_view where_it_lies(const Area& area) {
  const std::string_view place = subprefecture(area);
  return place.empty() ? std::string_view(area.code) : place;
}

void tell_apart(Areas& areas) {
  for (const int prefecture : areas.prefectures()) {
    std::map<std::string, std::vector<int>> alike;
    for (const int id : areas.children(prefecture)) alike[areas.at(id).name].push_back(id);
    for (const auto& [name, ids] : alike)
      for (const int id : ids) {
        if (ids.size() < 2) break;
        Area area = areas.at(id);
        area.name = fmt::format("{} ({})", area.name, where_it_lies(area));
        areas.rename(id, std::move(area));
      }
  }
}

}  // namespace

Areas english_areas(const Areas& areas) {
  Areas made = areas;
  for (int id = 0; id < areas.size(); ++id) made.rename(id, named(areas.at(id)));
  tell_apart(made);
  made.rename_wards(named_wards(areas));
  made.rename_changes(named_changes(areas));
  return made;
}

}  // namespace yokoten
