#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// What the first bytes of a file give away: `ZIP`, `PDF`, `OLE2` (the old forms of Office),
/// `gzip`, `image`, `HTML` or `XML`; empty for text that may be a table.
std::string kind_by_first_bytes(std::string_view bytes);

/// Without a byte order mark and blanks at the beginning.
std::string_view after_blanks(std::string_view bytes);

/// Whether the bytes of a ZIP name a part that an XLSX or ODS has.
bool holds_workbook(std::string_view zip);

/// Whether a text switches to Japanese letters as ISO-2022-JP does (JIS), which no other encoding
/// of tables does.
bool has_jis_letters(std::string_view text);

}  // namespace yokoten
