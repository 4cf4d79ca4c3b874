#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "page/book.h"

namespace yokoten {

// Figures of several areas that stand beside each other are of one period: the one that a block is
// dated by. An area without a figure of it says its own date beside what it has.

/// The period that most of the figures with a value or a bound are of, of two the newer; -1 where
/// there is none.
int common_period(const Book& book, const std::vector<Figure>& figures);
/// The newest period of which more than half of those areas have a figure that have any; where
/// there is no such period, the one that most have, of two the newer. -1 where there is none.
int common_period(const Book& book, int indicator, std::span<const int> areas);

/// The area's figure of the period, or the reason that is said for its having none; an area that
/// isn't listed at that period, or has only a plan of it beside others, has its newest figure. -1
/// is any period.
Figure figure_at(const Book& book, int indicator, int area, int period,
                 const std::string& part = {});

/// Leaves those of the period that most are of, and returns it; -1 where there is none.
int keep_common_period(const Book& book, std::vector<Figure>& figures);

/// The first area's figure with a value or a bound of that very period; empty where there is none.
std::optional<Figure> first_of_period(const Book& book, int indicator, std::span<const int> areas,
                                      int period);

/// The area's figure of the same indicator, part and period; without observation where there is
/// none, or one of them alone is a plan.
Figure same_period(const Book& book, const Figure& figure, int area);

/// Leaves out plans where something else is known: they stand beside each other alone.
void drop_plans(std::vector<Figure>& figures);
/// Whether it is a plan of an area that has nothing else, beside others that are none.
bool is_plan_among(const Figure& figure, const std::vector<Figure>& others);

/// Whether it is of another period than what it stands beside.
bool is_of_other_period(const Figure& figure, int period);
/// The date of such a figure, to stand beside it; empty where it is of the period.
std::string own_date_text(const Book& book, const Figure& figure, int period);
/// Its tag words (暫定, 予定 …) and its own date, for table cells.
std::string dated_tag(const Book& book, const Figure& figure, int period);
/// 17.6, or 17.6（2022年度） where its date has to stand beside it.
std::string with_own_date(const Book& book, const std::string& text, const Figure& figure,
                          int period);

}  // namespace yokoten
