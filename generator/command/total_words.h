#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// What a cell says of its row: the whole of the table, or a part of it that was added up.
enum class TotalWord { none, whole, part };

/// Blanks between letters don't count: 合　　計. A part is 小計, 東部計, うち…, 再掲.
TotalWord total_word(std::string_view cell);

/// NFKC without any blanks.
std::string without_blanks(std::string_view cell);

}  // namespace yokoten
