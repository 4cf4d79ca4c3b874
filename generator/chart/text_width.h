#pragma once

#include <string_view>

namespace yokoten {

/// Width of `text` in pixels at `size`, from a table: ASCII by the advances of Noto Sans CJK JP
/// with tabular digits, half-width kana half an em, everything from U+1100 on one em. The text is
/// never measured in a browser, so that the same input gives the same bytes everywhere.
double text_width(std::string_view text, double size);

}  // namespace yokoten
