#pragma once

#include <string>

#include "page/context.h"

namespace yokoten {

/// careplan_link_prefecture_2024-09-13.csv
std::string file_name(const Source& source);

/// 2024年9月13日時点; empty where the source states none.
std::string as_of_text(const Book& book, const Source& source);

/// Where the list of sources shows it: `../../data/#source-ID`.
std::string source_link(const Context& context, int source);

/// Its title as a link to there.
std::string source_link_html(const Context& context, int source);

/// Its raw file as a link to the published copy.
std::string raw_link_html(const Context& context, int source);

/// 2024年9月13日時点, 出典 …, 数値の根拠 as the line under a table. `evidence_href` may be empty.
std::string source_line_html(const Context& context, const std::string& as_of,
                             const std::string& publisher, const std::string& evidence_href);

/// A path as an address has it: signs that would end it or mean something else (% # ? and blanks)
/// as %XX. For names of files that others have given.
std::string in_address(const std::string& path);

std::string link_html(const std::string& href, const std::string& text);

}  // namespace yokoten
