#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// 2024年9月13日, or 令和6（2024）年9月13日 where the publication writes both years.
std::string date_text(const Book& book, Period period);

/// The same with 時点 behind a day or a month.
std::string as_of_date_text(const Book& book, Period period);

/// What a date as the publication's files have it says; the text itself where it is none.
std::string date_text(const Book& book, const std::string& moment);

/// How all periods of the figures are called.
PeriodTexts period_texts_of(const Book& book);
/// What the period of a figure that has an observation is called; nullptr of one that came later.
const std::string* known_text(const Book& book, const Figure& figure,
                              std::vector<std::string> PeriodTexts::*which);

}  // namespace yokoten
