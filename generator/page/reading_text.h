#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// All names that were read as others, in one sentence: 市町村名などの読み替え
/// 3件。梶原町は梼原町、… Empty where there is none.
std::string readings_text(const Book& book);

/// How many names were read as others.
int readings_count(const Book& book);

/// 原資料の「高知県梶原町」を「高知県梼原町」と読み替えました。理由。
std::string correction_text(const Book& book, const Correction& correction);

/// What a correction is about, in few words: 鳥取県の申請件数, 高知県梼原町.
std::string corrected_subject(const Book& book, const Correction& correction);

/// What a finding says to readers: its first sentence. What follows tells publishers how to mend
/// it.
std::string reader_text(const Book& book, const Finding& finding);

/// Japanese as readers get it: no blank beside a Japanese letter, full-width brackets.
std::string close_set(const std::string& text);

/// What stands in a file letter by letter, where its spelling matters: Japanese, and marked so.
std::string as_written(const Book& book, const std::string& text);

/// With a full stop at its end.
std::string sentence(const Book& book, std::string text);

}  // namespace yokoten
