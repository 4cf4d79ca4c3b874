#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "page/book.h"

namespace yokoten {

/// One code of an indicator's `by` with the area's figure, or with the reason why there is none: of
/// parts without the missing ones the others would look like the whole.
struct PartFigure {
  std::string code;  ///< 第一期
  std::string label;  ///< 令和４年度下半期, or the code where the publication has no labels for it
  Figure figure;  ///< without observation where others have the part and the area has not

  bool tells() const { return figure.has_value() || figure.is_bound(); }
};

/// The codes of the indicator's `by` that any area has at the period, in the order of their labels
/// (else as they were read), with the area's figures. Empty where the indicator has no `by`.
std::vector<PartFigure> parts_at(const Book& book, int indicator, int area, int period);

/// The same of the period that most of the area's parts are of. Empty where nothing is known of any
/// of them, not even a reason.
std::vector<PartFigure> parts_of(const Book& book, int indicator, int area);

/// All codes that any area has at any period, without figures.
std::vector<PartFigure> part_codes(const Book& book, int indicator);

/// The period that most of the areas' parts are of, of those without any value the newest; -1 where
/// nothing is known of them.
int common_part_period(const Book& book, int indicator, std::span<const int> areas);

/// How many a part counts: its numerator, or the value that counts. Empty without a value.
std::optional<Decimal> counted(const Figure& part);
/// What that number is of: the unit of a value, else that of what is counted.
const std::string& counted_unit(const Indicator& indicator);
/// The same as text; a bound as such, and else the word for the reason.
std::string counted_text(const Book& book, const Figure& part);

/// Whether any of them has a value or a bound.
bool any_tells(const std::vector<PartFigure>& parts);
/// The figure that they take date and source from; there is one part at least.
const Figure& dated_part(const std::vector<PartFigure>& parts);

/// What an indicator has figures of where it has none of an area as a whole.
enum class Instead { nothing, parts, areas };
Instead has_instead(const Book& book, const Figure& figure);

}  // namespace yokoten
