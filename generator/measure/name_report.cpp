#include "measure/name_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/excerpt.h"
#include "base/text.h"
#include "measure/candidates.h"
#include "model/cell_number.h"
#include "model/total_words.h"

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

Finding of_totals(const char* code, const Resolution& found, const Place& place) {
  const std::string& text = found.printed.empty() ? found.name : found.printed;
  return error(
      place, code,
      fmt::format("{} は地域の名称ではありません。合計の行なら、sources.toml に total_row = "
                  "\"{}\" と書いてください",
                  text, text),
      fmt::format("{} is no area; if this is the row of totals, say total_row = \"{}\" in "
                  "sources.toml",
                  text, text));
}

// 市部, 町村計, 県外: what is more than one area, or none.
bool is_of_several(std::string_view text) {
  constexpr std::string_view words[] = {
      "市部", "区部", "郡部", "町村部", "町部",   "村部",       "県内",
      "県外", "府内", "府外", "都内",   "都外",   "道内",       "道外",
      "国外", "不明", "不詳", "その他", "区市部", "住所地不明", "市町村不明"};
  const std::string tight = tight_text(text);
  return total_word(tight) != TotalWord::none ||
         std::find(std::begin(words), std::end(words), tight) != std::end(words);
}

Finding of_several(const char* code, const Resolution& found, const Place& place) {
  const std::string& text = found.printed.empty() ? found.name : found.printed;
  return error(
      place, code,
      fmt::format("{} は地域の名称ではありません。表全体の合計なら total_row に、ほかの行の計や内訳"
                  "なら of_which = {{ column = \"地域の列\", values = [\"{}\"] }} に書いてください"
                  "。どの行にも含まれない値なら、合計と照らすときに差になります",
                  text, text),
      fmt::format(
          "{} is no area; the total of the table goes to total_row, sums and parts of other "
          "rows to of_which = {{ column = \"…\", values = [\"{}\"] }}; what is in no "
          "other row will be a difference from the total",
          text, text));
}

// 長野市, 長野県長野市 where prefectures are looked for: the source does not say its level.
bool is_municipality(const Areas& areas, std::string_view name) {
  for (const int each : areas.prefectures())
    if (name.starts_with(areas.at(each).name)) name.remove_prefix(areas.at(each).name.size());
  return !same_names(areas, name).empty();
}

Finding forgotten_level(const Resolution& found, const Place& place) {
  return error(place, "name.unknown",
               fmt::format("{} は都道府県ではなく市区町村です。市区町村の表なら、資料に level = "
                           "\"municipality\" と書いてください",
                           found.name),
               fmt::format("{} is a municipality and no prefecture; if the table is one of "
                           "municipalities, say level = \"municipality\" in its source",
                           found.name));
}

Finding no_such_prefecture(const Areas& areas, const Resolution& found, const Place& place) {
  const char* code = found.fault == AreaFault::unknown ? "name.unknown" : "name.prefecture";
  if (found.name.empty())
    return error(place, code, "都道府県が空です。各行に正式名称か団体コードを書いてください",
                 "the prefecture is empty; write its full name or code in every row");
  if (is_total_word(found.name)) return of_totals(code, found, place);
  if (is_of_several(found.name)) return of_several(code, found, place);
  if (found.fault == AreaFault::unknown && is_municipality(areas, found.name))
    return forgotten_level(found, place);
  return error(
      place, code,
      fmt::format("{} は都道府県の正式名称ではありません。{}", found.name, hint_ja(areas, found)),
      fmt::format("{} is no full name of a prefecture{}", found.name, hint_en(areas, found)));
}

// 鳥取県米子市 (312029): names with their prefecture.
std::string full_names(const Areas& areas, const std::vector<int>& ids, const char* separator) {
  std::string text;
  for (const int id : ids) {
    if (!text.empty()) text += separator;
    text += areas.at(areas.at(id).parent).name + areas.at(id).name;
  }
  return text;
}

std::string after_stop(const std::string& text) { return text.empty() ? text : '.' + text; }

// All that it became; of a ward that kept its name the code.
std::string successors(const Resolution& found, const char* separator) {
  std::vector<std::string> names;
  for (const AreaChange* each : found.changes)
    names.push_back(each->new_name == each->old_name ? each->new_code : each->new_name);
  return fmt::format("{}", fmt::join(names, separator));
}

// 岩舟町 became 栃木市: tells what is no longer official from a misprint.
std::string change_ja(const Resolution& found) {
  if (found.changes.empty()) return {};
  const AreaChange& first = *found.changes.front();
  return fmt::format("。{} は {} から {} です", first.old_name, first.date,
                     successors(found, "、"));
}

std::string change_en(const Resolution& found) {
  if (found.changes.empty()) return {};
  const AreaChange& first = *found.changes.front();
  return fmt::format(" {} has been {} since {}", first.old_name, successors(found, ", "),
                     first.date);
}

// 米子市東区: the city, if it stands in front, of a ward that nobody knows.
std::vector<int> cities_in_front(const Areas& areas, const Resolution& found) {
  constexpr std::string_view city = "市", ward = "区";
  const std::size_t at = found.name.find(city);
  if (at == std::string::npos || !found.name.ends_with(ward)) return {};
  const int id = areas.by_name(found.prefecture, found.name.substr(0, at + city.size()));
  return id == Areas::none ? std::vector<int>{} : std::vector{id};
}

// 北区: most cities have one.
std::vector<int> first_of(std::vector<int> cities) {
  cities.resize(std::min(cities.size(), most_candidates));
  return cities;
}

Finding a_ward(const Areas& areas, const Resolution& found, const std::vector<int>& cities,
               const Place& place) {
  const bool is_code = found.fault == AreaFault::bad_code;
  return error(
      place, is_code ? "name.code" : "name.unknown",
      fmt::format("{} は市の区{}で、市区町村ではありません。区の値は {} にまとめてください{}",
                  found.name, is_code ? "の団体コード" : "", listed(areas, cities, "、"),
                  change_ja(found)),
      fmt::format("{} is {} and no municipality; add it up to {}.{}", found.name,
                  is_code ? "the code of a ward" : "a ward", listed(areas, cities, ", "),
                  change_en(found)));
}

// 北区 alone, which is 東京都北区 as well.
std::string or_wards_ja(const Areas& areas, const Resolution& found) {
  if (found.cities.empty()) return {};
  return fmt::format("。市の区（{}{}）の値なら、市にまとめてください",
                     listed(areas, first_of(found.cities), "、"),
                     found.cities.size() > most_candidates ? "…" : "");
}

std::string or_wards_en(const Areas& areas, const Resolution& found) {
  if (found.cities.empty()) return {};
  return fmt::format("; if it is a ward ({}{}), add it up to the city",
                     listed(areas, first_of(found.cities), ", "),
                     found.cities.size() > most_candidates ? " …" : "");
}

// A right name under a wrong prefecture.
std::string elsewhere(const Areas& areas, const Resolution& found, std::string_view separator) {
  std::string text;
  for (const int id : same_names(areas, found.name)) {
    if (!text.empty()) text += separator;
    text += areas.at(areas.at(id).parent).name;
  }
  return text;
}

std::string elsewhere_ja(const Areas& areas, const Resolution& found) {
  const std::string there = elsewhere(areas, found, "、");
  return there.empty() ? "" : fmt::format("（{}にあります）", there);
}

std::string elsewhere_en(const Areas& areas, const Resolution& found) {
  const std::string there = elsewhere(areas, found, ", ");
  return there.empty() ? "" : fmt::format(" (but of {})", there);
}

// Where the name is right and the prefecture is not, that is the hint.
std::string moved_ja(const Areas& areas, const Resolution& found) {
  const auto there = same_names(areas, found.name);
  if (there.empty() || !found.changes.empty()) return hint_ja(areas, found);
  return fmt::format("都道府県の誤りなら {} です。corrections.toml で正してください",
                     full_names(areas, there, "、"));
}

std::string moved_en(const Areas& areas, const Resolution& found) {
  const auto there = same_names(areas, found.name);
  if (there.empty() || !found.changes.empty()) return hint_en(areas, found);
  return fmt::format("; if the prefecture is wrong, it is {}: correct it in corrections.toml",
                     full_names(areas, there, ", "));
}

Finding unknown(const Areas& areas, const Resolution& found, const Place& place) {
  if (found.prefecture == Areas::nation) return no_such_prefecture(areas, found, place);
  const std::string& prefecture = areas.at(found.prefecture).name;
  if (is_total_word(found.name)) return of_totals("name.unknown", found, place);
  if (is_of_several(found.name)) return of_several("name.unknown", found, place);
  if (!found.cities.empty()) return a_ward(areas, found, first_of(found.cities), place);
  if (const auto cities = cities_in_front(areas, found); !cities.empty())
    return a_ward(areas, found, cities, place);
  return error(place, "name.unknown",
               fmt::format("{} は{}の市区町村にありません{}。{}{}", found.name, prefecture,
                           elsewhere_ja(areas, found), moved_ja(areas, found), change_ja(found)),
               fmt::format("{} is no municipality of {}{}{}{}", found.name, prefecture,
                           elsewhere_en(areas, found), moved_en(areas, found), change_en(found)));
}

// A prefecture beside an empty cell, as tables of several prefectures have their totals.
Finding total_or_empty(const Areas& areas, const Resolution& found, const Place& place) {
  const std::string& prefecture = areas.at(found.prefecture).name;
  const std::string key =
      fmt::format("total_row = {{ column = \"{}\", values = [\"\"] }}", found.heading);
  return error(
      place, "name.unknown",
      fmt::format("{}の地域の名称が空です。{}の合計の行なら、sources.toml に {} "
                  "と書いてください。上の行と同じ地域なら、各行に正式名称を書いてください",
                  prefecture, prefecture, key),
      fmt::format("the name of an area of {} is empty; if this is the row of its total, say {} in "
                  "sources.toml; if it is the area of the row above, write its name in every row",
                  prefecture, key));
}

Finding empty(const Areas& areas, const Resolution& found, const Place& place) {
  if (found.prefecture > Areas::nation && !found.heading.empty())
    return total_or_empty(areas, found, place);
  return error(
      place, "name.unknown",
      "地域の名称が空です。上の行と同じ地域でも、各行に正式名称か6桁の団体コードを書いてください",
      "the name of the area is empty; write the official name or the six-digit code in every "
      "row, also where it is that of the row above");
}

Finding no_prefecture(const Areas& areas, const Resolution& found, const Place& place) {
  if (found.prefecture == Areas::nation) return no_such_prefecture(areas, found, place);
  if (is_total_word(found.name)) return of_totals("name.prefecture", found, place);
  if (is_of_several(found.name)) return of_several("name.prefecture", found, place);
  if (found.cities.size() == 1 && same_names(areas, found.name).empty())
    return a_ward(areas, found, first_of(found.cities), place);
  const auto example = [&](const char* separator) {
    return found.candidates.empty() ? "鳥取県米子市"
                                    : full_names(areas, found.candidates, separator);
  };
  return error(place, "name.prefecture",
               fmt::format("{} の都道府県が分かりません。{} のように都道府県名を前に付けるか、"
                           "都道府県の列を area に書いてください{}{}",
                           found.name, example("、"), or_wards_ja(areas, found), change_ja(found)),
               fmt::format("{} names no prefecture; put its full name in front ({}) or name the "
                           "column of prefectures in area{}{}",
                           found.name, example(", "), or_wards_en(areas, found),
                           after_stop(change_en(found))));
}

Finding wrong_prefecture(const Areas& areas, const Resolution& found, const Place& place) {
  const std::string right = full_names(areas, found.candidates, "、");
  const std::string& printed = areas.at(found.prefecture).name;
  return error(place, "name.prefecture_differs",
               fmt::format("団体コード {} は {} ですが、都道府県は{}とあります。どちらかを "
                           "corrections.toml で正してください",
                           found.name, right, printed),
               fmt::format("the code {} is {}, but {} is the prefecture beside it; correct one of "
                           "them in corrections.toml",
                           found.name, right, printed));
}

Finding bad_code(const Areas& areas, const Resolution& found, const Place& place) {
  if (!found.cities.empty()) return a_ward(areas, found, found.cities, place);
  return error(place, "name.code",
               fmt::format("{} は団体コードにありません（検査数字を含む）。{}{}", found.name,
                           hint_ja(areas, found), change_ja(found)),
               fmt::format("{} is no area code (its check digit counts){}{}", found.name,
                           hint_en(areas, found), change_en(found)));
}

Finding short_code(const Areas& areas, const Resolution& found, const Place& place) {
  return error(place, "name.code",
               fmt::format("{} は5桁ですが、ほかの行は6桁です。先頭の0が落ちていませんか。{}",
                           found.name, hint_ja(areas, found)),
               fmt::format("{} has five digits where other rows have six; its leading zero may be "
                           "lost{}",
                           found.name, hint_en(areas, found)));
}

Finding wrong_level(const Areas& areas, const Resolution& found, const Place& place) {
  const std::string area = listed(areas, found.candidates, "、");
  return error(
      place, "name.level",
      fmt::format("{} は {} ですが、この原資料の level と合いません。level を直すか、合計の行なら "
                  "total_row に書いてください",
                  found.name, area),
      fmt::format("{} is {}, which is not of this source's level; mend its level, or name a row "
                  "of totals under total_row",
                  found.name, area));
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

// 川上村※1: what stands behind the name is no part of it.
Finding a_footnote(const std::string& text, std::string_view mark, const Place& place) {
  return error(
      place, "name.unknown",
      fmt::format("{} の後ろの「{}」が注の印なら、sources.toml の [source.notes] に \"{}\" = "
                  "{{}} と書いてください（名称の後ろでは、数値に関わらない注だけを読みます）",
                  text, mark, mark),
      fmt::format("if {} behind {} marks a note, write \"{}\" = {{}} in [source.notes] of "
                  "sources.toml (behind names only notes that change no figure are read)",
                  mark, text, mark));
}

}  // namespace

Finding name_error(const Areas& areas, const Resolution& found, const Place& place) {
  Resolution resolution = found;
  resolution.name = excerpt(found.name, most_of_cell);
  resolution.printed = excerpt(found.printed, most_of_cell);
  const bool is_unknown =
      resolution.fault == AreaFault::unknown || resolution.fault == AreaFault::no_prefecture;
  const std::string_view mark = is_unknown ? footnote_mark(resolution.name) : std::string_view();
  if (!mark.empty()) return a_footnote(resolution.name, mark, place);
  switch (resolution.fault) {
    case AreaFault::empty:
      return empty(areas, resolution, place);
    case AreaFault::no_prefecture:
      return no_prefecture(areas, resolution, place);
    case AreaFault::bad_code:
      return bad_code(areas, resolution, place);
    case AreaFault::short_code:
      return short_code(areas, resolution, place);
    case AreaFault::wrong_level:
      return wrong_level(areas, resolution, place);
    case AreaFault::wrong_county:
      return wrong_county(areas, resolution, place);
    case AreaFault::wrong_prefecture:
      return wrong_prefecture(areas, resolution, place);
    case AreaFault::none:
    case AreaFault::unknown:
      break;
  }
  return unknown(areas, resolution, place);
}

}  // namespace yokoten
