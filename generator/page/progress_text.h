#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// What the figure still lacks to the target: 48.0ポイント; 多くとも 48.0ポイント where only a
/// bound is known; 達成; 設定なし; a word for the missing value. Empty where the target is no
/// number.
std::string progress_text(const Book& book, const Figure& figure, const Target& target);

}  // namespace yokoten
