#pragma once

#include "check/subject.h"

namespace yokoten {

/// Rows of `of_which` that are not what they are printed as: a 小計 that is not the sum of its
/// block, where enough shows that it has to be (subtotal.differs), うち… above its row
/// (subtotal.over).
void check_subtotals(const Subject& subject);

}  // namespace yokoten
