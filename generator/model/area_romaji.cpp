#include "model/area_romaji.h"

#include <array>
#include <utility>

#include "base/romaji.h"

namespace yokoten {
namespace {

/// What the last letter of a name is read as.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> endings = {{{"市", "し"},
                                                                                   {"町", "ちょう"},
                                                                                   {"町", "まち"},
                                                                                   {"村", "むら"},
                                                                                   {"村", "そん"},
                                                                                   {"区", "く"},
                                                                                   {"県", "けん"},
                                                                                   {"府", "ふ"},
                                                                                   {"都", "と"}}};

std::string capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

std::string hepburn_name(std::string_view name, std::string_view reading) {
  for (const auto& [letter, kana] : endings) {
    const bool fits = name.ends_with(letter) && reading.ends_with(kana);
    if (!fits || reading.size() == kana.size()) continue;
    return capital(hepburn(reading.substr(0, reading.size() - kana.size()))) + '-' + hepburn(kana);
  }
  return capital(hepburn(reading));
}

std::string hepburn_name(const Area& area) {
  if (!area.own_romaji.empty()) return area.own_romaji;
  return hepburn_name(area.name, area.parted_reading.empty() ? area.reading : area.parted_reading);
}

std::string_view subprefecture(const Area& area) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> places = {
      {{"013617", "Hiyama"}, {"015148", "Soya"}}};
  for (const auto& [code, place] : places)
    if (code == area.code) return place;
  return {};
}

std::string english_prefecture(const Area& area) {
  const std::string& name = japanese_name(area);
  const bool alone = name == "北海道" || name == "東京都";
  return alone ? area.name_en : area.name_en + " Prefecture";
}

}  // namespace yokoten
