#include "measure/name_report.h"

#include <fmt/format.h>

#include "measure/candidates.h"

namespace yokoten {
namespace {

Finding error(const Place& place, const char* code, std::string ja, std::string en) {
  return {place, Level::error, code, {std::move(ja), std::move(en)}};
}

std::string hint_ja(const Areas& areas, const Resolution& found) {
  if (found.candidates.empty()) return "正式名称か6桁の団体コードで書いてください";
  return "もしかして " + listed(areas, found.candidates, "、");
}

std::string hint_en(const Areas& areas, const Resolution& found) {
  if (found.candidates.empty()) return "; write the official name or the six-digit code";
  return "; did you mean " + listed(areas, found.candidates, ", ") + "?";
}

Finding no_such_prefecture(const Areas& areas, const Resolution& found, const Place& place) {
  const char* code = found.fault == AreaFault::unknown ? "name.unknown" : "name.prefecture";
  return error(
      place, code,
      fmt::format("{} は都道府県の正式名称ではありません。{}", found.name, hint_ja(areas, found)),
      fmt::format("{} is no full name of a prefecture{}", found.name, hint_en(areas, found)));
}

Finding unknown(const Areas& areas, const Resolution& found, const Place& place) {
  if (found.prefecture == Areas::nation) return no_such_prefecture(areas, found, place);
  const std::string& prefecture = areas.at(found.prefecture).name;
  return error(
      place, "name.unknown",
      fmt::format("{} は{}の市区町村にありません。{}", found.name, prefecture,
                  hint_ja(areas, found)),
      fmt::format("{} is no municipality of {}{}", found.name, prefecture, hint_en(areas, found)));
}

// 鳥取県米子市: the name with the prefecture that it lacks, where only one can be meant.
std::string full_name(const Areas& areas, const Resolution& found) {
  if (found.candidates.size() != 1) return "鳥取県米子市";
  const Area& area = areas.at(found.candidates.front());
  return areas.at(area.parent).name + area.name;
}

Finding no_prefecture(const Areas& areas, const Resolution& found, const Place& place) {
  if (found.prefecture == Areas::nation) return no_such_prefecture(areas, found, place);
  const std::string full = full_name(areas, found);
  return error(place, "name.prefecture",
               fmt::format("{} の都道府県が分かりません。{} のように都道府県名を前に付けるか、"
                           "都道府県の列を area に書いてください",
                           found.name, full),
               fmt::format("{} names no prefecture; put its full name in front ({}) or name the "
                           "column of prefectures in area",
                           found.name, full));
}

Finding bad_code(const Areas& areas, const Resolution& found, const Place& place) {
  return error(place, "name.code",
               fmt::format("{} は団体コードにありません（検査数字を含む）。{}", found.name,
                           hint_ja(areas, found)),
               fmt::format("{} is no area code (its check digit counts){}", found.name,
                           hint_en(areas, found)));
}

Finding wrong_level(const Areas& areas, const Resolution& found, const Place& place) {
  const std::string area = listed(areas, found.candidates, "、");
  return error(
      place, "name.level",
      fmt::format("{} は {} ですが、この原資料の level と合いません。level を直してください",
                  found.name, area),
      fmt::format("{} is {}, which is not of this source's level; mend its level", found.name,
                  area));
}

Finding wrong_county(const Areas& areas, const Resolution& found, const Place& place) {
  const Area& area = areas.at(found.candidates.front());
  const std::string right = area.county + area.name;
  return error(
      place, "name.county_differs",
      fmt::format("{} の郡が違います。正しくは {}（{}）。corrections.toml で正してください",
                  found.name, right, area.code),
      fmt::format("{} has the wrong county; it is {} ({}); correct it in corrections.toml",
                  found.name, right, area.code));
}

}  // namespace

Finding name_error(const Areas& areas, const Resolution& resolution, const Place& place) {
  switch (resolution.fault) {
    case AreaFault::no_prefecture:
      return no_prefecture(areas, resolution, place);
    case AreaFault::bad_code:
      return bad_code(areas, resolution, place);
    case AreaFault::wrong_level:
      return wrong_level(areas, resolution, place);
    case AreaFault::wrong_county:
      return wrong_county(areas, resolution, place);
    case AreaFault::none:
    case AreaFault::unknown:
      break;
  }
  return unknown(areas, resolution, place);
}

}  // namespace yokoten
