#pragma once

#include <string_view>

namespace yokoten {

/// Whether tables call a row or column of totals so: 合計, 合　計, 総数, 全国計.
bool is_total_word(std::string_view text);

}  // namespace yokoten
