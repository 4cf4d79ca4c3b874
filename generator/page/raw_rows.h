#pragma once

#include <optional>

#include "page/book.h"

namespace yokoten {

/// A row of a source: positions as in Publication::sources and Table.
struct RawRow {
  int source = -1, row = -1;
};

/// The source in whose raw file the place lies, -1 for none.
int source_of(const Book& book, const Place& place);

/// The row of a raw file that a finding speaks of; empty where its place lies elsewhere.
std::optional<RawRow> raw_row(const Book& book, const Place& place);

/// The area of a row, Areas::none for totals and rows without one.
int area_of(const Book& book, const RawRow& row);

/// The area of the row that a finding stands at, Areas::none where it stands at none.
int area_of(const Book& book, const Finding& finding);

/// Whether something about `area` concerns a page about `page`: itself, on a prefecture's page its
/// municipalities and unions, on pages about the nation everything.
bool concerns(const Book& book, int page, int area);

/// The correction of this line of the source, nullptr for none.
const Correction* correction_of(const Book& book, int source, int file_row);

/// Whether this finding tells of a spelling that was understood (name.variant …).
bool is_name_note(const Finding& finding);

}  // namespace yokoten
