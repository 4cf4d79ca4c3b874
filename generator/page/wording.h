#pragma once

#include <string>
#include <vector>

#include "page/book.h"

namespace yokoten {

// How texts are put together in the language of the publication (words `join.*`, `kind.*`).

/// What a number is of, as it stands behind it: offices, but office behind exactly 1.
const std::string& unit_behind(const Book& book, const std::string& number,
                               const std::string& unit);
/// 24.7%, 82事業所, 82 offices, 1 office.
std::string measured_text(const Book& book, const std::string& number, const std::string& unit);
/// What stands right behind the number there: %, 事業所, " offices".
std::string unit_joined(const Book& book, const std::string& number, const std::string& unit);
/// 申請率（%）; the title alone where there is no unit.
std::string titled_unit(const Book& book, const std::string& title, const std::string& unit);
/// The date of a figure, of a plan as 2026年度、予定: whoever reads the date alone is told too.
std::string marked_plan(const Book& book, const Figure& figure, std::string date);
/// A title of the figure, of a plan as 申請（予定）.
std::string planned_title(const Book& book, const Figure& figure, const std::string& title);
/// 92（51.1%）
std::string bracketed(const Book& book, const std::string& text, const std::string& inside);
/// Names one after the other: 、
std::string joined(const Book& book, const std::vector<std::string>& texts);
/// Puts one more name behind those that are there; an empty one is none.
void add_listed(const Book& book, std::string& list, const std::string& text);
/// Puts a sentence behind what is there.
void add_sentence(const Book& book, std::string& text, const std::string& sentence);
/// Areas of a level in a sentence: 都道府県, municipalities.
const std::string& kind_word(const Book& book, AreaLevel level);
/// The heading of a column of a prefecture's municipalities: 市町村, Municipality.
std::string municipality_heading(const Book& book, int prefecture);
/// 47都道府県
std::string counted_kind(const Book& book, std::int64_t count, const std::string& kind);

/// What a source prints, on a page of another language: its translation where the publication has
/// one, else marked as Japanese (japanese_marks.h).
std::string printed_text(const Book& book, const std::string& text);
/// The same where a table of raw/ may have a translation of its own.
std::string printed_text(const Book& book, int source, const std::string& text);
/// The same in quotation marks.
std::string quoted_cell(const Book& book, const std::string& text);

/// How the area is called besides its name: its reading; on pages of another language its Japanese
/// name, marked.
std::string other_name(const Book& book, const Area& area);

/// What charts say by themselves.
ChartWords chart_words(const Book& book);

}  // namespace yokoten
