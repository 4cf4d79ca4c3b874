#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// What a figure says, in plain Japanese (plain text): its value with date and parts, the place of
/// its area among its like, the nation beside it, the figure before, and the next target with the
/// pace that it takes. Clauses of which nothing is known are left out; a missing figure says why.
///
/// 鳥取県は24.7%（2024年9月13日時点、234 / 948事業所）で、47都道府県中、最も高い値です。
/// 全国の6.0%より18.7ポイント高くなっています。
std::string figure_sentence(const Book& book, const Figure& figure);

/// The same where a word stands for the number (1: 一覧に掲載あり): the word with its date. Such
/// figures make no order and lie at no distance.
std::string worded_sentence(const Book& book, const Figure& figure, const std::string& word);

/// Whether more or less is better, in a few words: 高いほど望ましい. Empty where neither is.
std::string better_text(const Book& book, int indicator);

}  // namespace yokoten
