#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

// On pages of another language, text that stays Japanese stands between two marks (U+E000 and
// U+E001, which no file that is read may hold) until with_language_spans() makes elements of them.

/// Whether a letter of the text is kana, kanji, full-width or a Japanese sign.
bool has_japanese(std::string_view text);

/// The text, marked from its first Japanese letter to the last one.
std::string japanese_marked(std::string_view text);
/// The text with each run of Japanese letters marked: names in a sentence of another language.
std::string japanese_runs_marked(std::string_view text);
/// The text without marks.
std::string without_marks(std::string_view text);

/// HTML in which what is marked stands in `<span lang="ja">` (`<tspan>` in SVG). Marks are only
/// taken away where no element can stand: in attributes, `title`, `desc`, `option`, `textarea`,
/// `script`, `style`. To `left` go the texts and tags that hold Japanese letters though they are
/// not marked and stand in no element with `lang="ja"`.
std::string with_language_spans(std::string_view html, std::vector<std::string>& left);

}  // namespace yokoten
