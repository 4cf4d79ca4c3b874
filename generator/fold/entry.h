#pragma once

#include "fold/book_rows.h"

namespace yokoten {

/// What a cell of the form's column says. Findings as read_tables() has them.
EntryCell understood(const BookCell& cell, const BookColumn& column, Place place,
                     Findings& findings);

}  // namespace yokoten
