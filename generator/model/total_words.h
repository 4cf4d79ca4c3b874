#pragma once

#include <string_view>

namespace yokoten {

/// What a cell says of its row: the whole of the table, or a part of it that was added up.
enum class TotalWord { none, whole, part };

/// Blanks between letters don't count: 合　　計. A part is 小計, 東部計, うち…, 再掲.
TotalWord total_word(std::string_view cell);

/// Whether a row or column called so is the total of others: 合計, 小計, not うち… or 再掲.
bool is_total_word(std::string_view cell);

}  // namespace yokoten
