#pragma once

#include <cstddef>

#include "base/place.h"
#include "model/table.h"
#include "read/table_form.h"

namespace yokoten {

/// What is to be said of a table that has grown beyond `limits`; empty while it has not.
Message lack_of_room(const Table& table, const TableLimits& limits);

/// The limits of a table made of so many decoded bytes. Names put in place of codes, merged cells
/// and texts used many times must not make a table out of all proportion to its file.
TableLimits in_proportion(const TableLimits& limits, std::size_t decoded);

}  // namespace yokoten
