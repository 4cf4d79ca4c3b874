#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// A number as people say it: two digits, rounded half up, the rest in 万, 億 and 兆; with 約 where
/// rounding changed it; a language without such words (`number.ten_thousand` …) writes digits.
/// 181,566 is 約18万, 95,218 is 約9万5千, 1,234 is 約1,200, 570,000 is 57万.
std::string about_text(const Book& book, Decimal number);

}  // namespace yokoten
