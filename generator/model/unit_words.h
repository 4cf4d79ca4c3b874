#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// What a unit measures. Things are all that is counted one by one (件, か所, 事業所, 回).
enum class UnitKind : std::uint8_t { money, people, things, share, time, days, points, surface };

/// A unit that is known by its word: 円, 千円, 人, 名, 件, %, 時間.
struct KnownUnit {
  UnitKind kind = UnitKind::things;
  std::int64_t size = 1;  ///< 1,000 of 千円 where 円 has 1
  std::string word;       ///< as it is written, wide signs as narrow ones
};

/// The unit that a word is; of 円/月 what stands in front of the stroke. Empty for all other words.
std::optional<KnownUnit> known_unit(std::string_view word);

/// The unit that a heading has in brackets: 給付費（千円）, 費用（単位：円）, 利用者数(人)（再掲）.
/// Empty without one, and where two stand there that contradict each other.
std::optional<KnownUnit> unit_of_heading(std::string_view heading);

/// Whether figures in the one can't be figures in the other: 円 and 千円, 人 and %. 件 and か所 may
/// be the same things.
bool contradict(const KnownUnit& one, const KnownUnit& other);

}  // namespace yokoten
