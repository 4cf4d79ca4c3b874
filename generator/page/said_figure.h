#pragma once

#include <string>
#include <utility>

#include "model/release_changes.h"
#include "page/book.h"

namespace yokoten {

/// What a release says of a figure of the indicator: 24.7%, 少なくとも 2.0%, or the reason's word.
std::string said_text(const Book& book, int indicator, const SaidFigure& said);

/// The same of two that differ: where rounding would make them one, with all their decimals.
std::pair<std::string, std::string> said_texts(const Book& book, int indicator,
                                               const SaidFigure& before, const SaidFigure& after);

}  // namespace yokoten
