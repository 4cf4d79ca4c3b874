#pragma once

#include <string_view>

namespace yokoten {

/// How many lines a text takes in a column `width` half-width letters wide; wide letters count two.
int lines_in_column(std::string_view text, int width);

/// Height of a row with so many lines, in points. Programs don't fit rows to text when they open a
/// workbook that says nothing about them.
double row_height(int lines);

}  // namespace yokoten
