#include "model/unit_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace yokoten {
namespace {

struct UnitWord {
  std::string_view word;
  UnitKind kind = UnitKind::things;
  std::int64_t size = 1;
};

// As folding leaves them: ㎡ is m2, ％ is %.
constexpr std::array<UnitWord, 43> kUnitWords = {{
    {"円", UnitKind::money},
    {"人", UnitKind::people},
    {"名", UnitKind::people},
    {"件", UnitKind::things},
    {"か所", UnitKind::things},
    {"カ所", UnitKind::things},
    {"ヶ所", UnitKind::things},
    {"ケ所", UnitKind::things},
    {"ヵ所", UnitKind::things},
    {"個所", UnitKind::things},
    {"箇所", UnitKind::things},
    {"事業所", UnitKind::things},
    {"施設", UnitKind::things},
    {"団体", UnitKind::things},
    {"法人", UnitKind::things},
    {"市町村", UnitKind::things},
    {"市区町村", UnitKind::things},
    {"都道府県", UnitKind::things},
    {"台", UnitKind::things},
    {"回", UnitKind::things},
    {"世帯", UnitKind::things},
    {"戸", UnitKind::things},
    {"棟", UnitKind::things},
    {"床", UnitKind::things},
    {"校", UnitKind::things},
    {"社", UnitKind::things},
    {"個", UnitKind::things},
    {"本", UnitKind::things},
    {"冊", UnitKind::things},
    {"%", UnitKind::share, 10},
    {"パーセント", UnitKind::share, 10},
    {"‰", UnitKind::share},
    {"時間", UnitKind::time, 3600},
    {"分", UnitKind::time, 60},
    {"秒", UnitKind::time},
    {"日", UnitKind::days},
    {"日間", UnitKind::days},
    {"点", UnitKind::points},
    {"m2", UnitKind::surface},
    {"平方メートル", UnitKind::surface},
    {"平米", UnitKind::surface},
    {"ha", UnitKind::surface, 10'000},
    {"km2", UnitKind::surface, 1'000'000},
}};

struct UnitPrefix {
  std::string_view word;
  std::int64_t size = 1;
};

constexpr std::array<UnitPrefix, 9> kUnitPrefixes = {{{"千", 1'000},
                                                      {"百万", 1'000'000},
                                                      {"十万", 100'000},
                                                      {"千万", 10'000'000},
                                                      {"万", 10'000},
                                                      {"十億", 1'000'000'000},
                                                      {"億", 100'000'000},
                                                      {"兆", 1'000'000'000'000},
                                                      {"百", 100}}};

std::optional<KnownUnit> plain_unit(std::string_view word) {
  const auto* found = std::ranges::find(kUnitWords, word, &UnitWord::word);
  if (found == kUnitWords.end()) return std::nullopt;
  return KnownUnit{found->kind, found->size, std::string(word)};
}

bool takes_prefix(UnitKind kind) {
  return kind == UnitKind::money || kind == UnitKind::people || kind == UnitKind::things;
}

std::optional<KnownUnit> folded_unit(std::string_view word) {
  if (auto unit = plain_unit(word)) return unit;
  for (const UnitPrefix& prefix : kUnitPrefixes) {
    if (!word.starts_with(prefix.word)) continue;
    auto unit = plain_unit(word.substr(prefix.word.size()));
    if (!unit || !takes_prefix(unit->kind)) continue;
    unit->size *= prefix.size;
    unit->word = word;
    return unit;
  }
  return std::nullopt;
}

// 円/月 as 円, 単位:千円 as 千円.
std::string_view word_alone(std::string_view text) {
  constexpr std::string_view kUnit = "単位";
  text = trimmed_text(text);
  if (text.starts_with(kUnit)) text = trimmed_text(text.substr(kUnit.size()));
  if (text.starts_with(':')) text.remove_prefix(1);
  return trimmed_text(text.substr(0, text.find('/')));
}

}  // namespace

std::optional<KnownUnit> known_unit(std::string_view word) {
  return folded_unit(word_alone(folded(word)));
}

std::optional<KnownUnit> unit_of_heading(std::string_view heading) {
  const std::string text = folded(heading);
  std::optional<KnownUnit> found;
  for (std::size_t open = text.find_first_of("(["); open != std::string::npos;
       open = text.find_first_of("([", open + 1)) {
    const std::size_t close = text.find_first_of(")]", open);
    if (close == std::string::npos) return found;
    const auto unit =
        folded_unit(word_alone(std::string_view(text).substr(open + 1, close - open - 1)));
    if (!unit) continue;
    if (found && contradict(*found, *unit)) return std::nullopt;
    if (!found) found = unit;
  }
  return found;
}

bool contradict(const KnownUnit& one, const KnownUnit& other) {
  return one.kind != other.kind || one.size != other.size;
}

}  // namespace yokoten
