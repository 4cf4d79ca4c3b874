#pragma once

#include <map>
#include <set>
#include <string>

#include "base/disk.h"
#include "fold/spelled_file.h"
#include "model/book.h"

namespace yokoten {

/// What a workbook spells.
struct UnfoldedBook {
  std::string kind, prefecture, as_of;       ///< of the starting files that it stands on
  std::map<std::string, SpelledFile> files;  ///< path below the publication → text
  std::set<std::string> dropped;             ///< starting files that it does without
  std::set<std::string> sheets;              ///< forms that the book has
  std::map<std::string, BookTable> tables;   ///< the sheets, by name
  Findings own;                              ///< about the book itself
};

/// Where the raw files lie, for the checksums that the book leaves open.
struct BesideBook {
  Disk& disk;
  std::string folder;  ///< of the book; empty: the working one
};

/// Whether one of the sheets is where the file at this path is written, so that there is none where
/// the sheet has no row for it.
bool is_described(const std::string& path, const std::set<std::string>& sheets);

/// Spells a book as the files of a publication: publication.toml, sources.toml, events/ID.toml …
/// Its findings are those of read_tables() and `book.twice` (an id or a file twice),
/// `book.reference` (a row that names a source or page that no row describes), `book.file` (a raw
/// file that is not there), `book.order` (lines of a file that don't ascend).
UnfoldedBook unfold(const CellBook& book, const BesideBook& beside);

/// The finding as it is about the book, where it is about one of its files below `folder`.
Finding in_the_book(Finding finding, const UnfoldedBook& unfolded, const std::string& folder,
                    const std::string& book_file);

/// Findings of the readers without what only follows from `own`: about a cell that one of those is
/// about, or about something missing in its row.
Findings without_echoes(Findings findings, const Findings& own);

}  // namespace yokoten
