#pragma once

#include "check/subject.h"

namespace yokoten {

/// Columns that name each row's area once more (its name beside a code, its prefecture, its code
/// beside a name) and say another one in some rows (name.differs).
void check_names_beside(const Subject& subject);

}  // namespace yokoten
