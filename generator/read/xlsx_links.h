#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "read/zip_parts.h"

namespace yokoten {

/// What a part of an XLSX file says about another one.
struct XlsxLink {
  std::string kind;  ///< last word of its type: `worksheet`, `styles`, `sharedStrings`
  std::string part;  ///< name of the part inside the archive; empty when it lies outside
};

/// By id, as `r:id` names them.
using XlsxLinks = std::map<std::string, XlsxLink, std::less<>>;

/// The links of a part (`""` is the whole file); empty optional when they are missing, or refused
/// because two have one id; the draft then says why.
std::optional<XlsxLinks> read_xlsx_links(ZipParts& parts, std::string_view part,
                                         WorkbookDraft& draft);

/// Whether a part has links at all.
bool has_xlsx_links(const ZipParts& parts, std::string_view part);

/// The first link of a kind, or nullptr.
const XlsxLink* link_of_kind(const XlsxLinks& links, std::string_view kind);

}  // namespace yokoten
