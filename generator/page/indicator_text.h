#pragma once

#include <string>
#include <vector>

#include "page/book.h"

namespace yokoten {

/// The short title, the title where there is none.
const std::string& short_title(const Book& book, int indicator);

/// An indicator's name for what it counts: 事業所件数, or 分母 where it has none.
std::string numerator_name(const Book& book, int indicator);
std::string denominator_name(const Book& book, int indicator);

/// What stands over 82 / 340: 利用申請件数 / 事業所件数, without what the names put in brackets.
std::string parts_title(const Book& book, int indicator);

/// Whether a place says something: not where most areas share it (0 of 1,741).
bool tells_apart(const Rank* rank);

/// The figure's place where it says something, nullptr otherwise: sentences, cards, placeholders
/// and maps give one or the other alike.
const Rank* telling_rank(const Book& book, const Figure& figure, bool prefectural);

/// Stages of the KPI framework in its order, then those of other indicators; indicators without
/// one are under the empty stage, last.
std::vector<std::string> stages_of(const Book& book);

/// The indicators of a stage: rows of the framework in their order, then the others in theirs.
std::vector<int> indicators_of_stage(const Book& book, const std::string& stage);

/// The indicator that is this row of the framework, -1 for none.
int indicator_of_row(const Book& book, const FrameworkRow& row);

}  // namespace yokoten
