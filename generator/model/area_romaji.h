#pragma once

#include <string>
#include <string_view>

#include "model/area.h"

namespace yokoten {

/// The name of a prefecture or municipality in Hepburn, what it is behind a hyphen: Yonago-shi,
/// Shin'onsen-cho, Osaka-fu; Hokkaido alone. Unions keep their whole name in one word. Behind the
/// last hyphen stands what it is: a name may have one of its own (Minami-Alps-shi).
std::string hepburn_name(const Area& area);

/// A reading of a name that ends with 市, 町, 村, 区, 県, 府 or 都, the same way. Without such an
/// end it is one word.
std::string hepburn_name(std::string_view name, std::string_view reading);

/// Where a town lies that reads like another of its prefecture: the subprefecture, Hiyama. Empty
/// for all others.
std::string_view subprefecture(const Area& area);

/// A prefecture in English: Tottori Prefecture; Hokkaido and Tokyo alone.
std::string english_prefecture(const Area& area);

}  // namespace yokoten
