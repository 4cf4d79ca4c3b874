#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"
#include "model/table.h"

namespace yokoten {

/// Whether it is letters, digits and signs of ASCII with no blank between them, as most cells are.
bool is_one_word(std::string_view text);
/// Whether it is digits and points behind a minus sign or none.
bool is_plain_number(std::string_view cell);

/// How a figure is written: digits alone, with more than digits (1,234 or △5 or 2,570件 or wide
/// digits), with a note in brackets, or a symbol that is none of the usual ones.
enum class FigureForm { digits, dressed, with_note, symbol };
FigureForm figure_form(std::string_view cell);

/// The columns of a table that hold figures: measures, columns of an unpivot, printed rates.
std::set<int> figure_columns(const Source& source, const Table& table);

/// Whether blanks or line breaks stand in a text only for its looks: at its ends, or between single
/// letters (`鳥 取 県`).
bool is_spaced(std::string_view text);

/// Whether a heading names an amount or a rate without its unit in brackets; （再掲） is none.
bool lacks_unit(std::string_view heading);

/// The characters that differ from machine to machine: ①, Ⅳ, ㈱, ㌫ and private ones.
std::vector<std::string> odd_letters(std::string_view text);

/// Whether a period is in a Japanese era without the western year.
bool in_era(std::string_view cell);
/// The same of one of the parts of a heading that ／ joins.
bool any_part_in_era(std::string_view heading);

/// The text in at most twenty letters, in one line.
std::string shortened(std::string_view text);

}  // namespace yokoten
