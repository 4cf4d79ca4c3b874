#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "model/book.h"

namespace yokoten {

/// The folder of a publication as a workbook's cells. Empty with findings where it can't be one:
/// `book.unreadable`, `book.long`; a file that is no text is left out with a warning `book.left`.
std::optional<CellBook> folded_publication(Disk& disk, const std::string& home,
                                           const std::string& folder, Findings& findings);

/// The words that the drop-downs of a book offer beside those of its forms: prefectures, services
/// and the ids of its indicators.
std::map<std::string, std::vector<std::string>> offered_lists(Disk& disk, const std::string& home,
                                                              const CellBook& book);

}  // namespace yokoten
