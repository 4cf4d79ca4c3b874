#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// あ か さ た な は ま や ら わ.
inline constexpr int kana_rows = 10;

/// The row of 五十音 that a hiragana reading begins in, from 0; voiced and small letters stand in
/// the row of their plain one. -1 for any other text.
int kana_row(std::string_view reading);

/// The plain letter that a hiragana reading begins with: か for がまごおり. Empty for other text.
std::string kana_letter(std::string_view reading);

/// あ行
std::string kana_row_name(int row);

}  // namespace yokoten
