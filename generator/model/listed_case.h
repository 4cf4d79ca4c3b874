#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace yokoten {

/// The headings of an index of cases (publish/cases.md) that a source of kind `cases` must have.
inline constexpr std::array<std::string_view, 11> case_headings = {
    "title",    "address",     "summary",          "area_codes", "areas",  "service_codes",
    "services", "theme_codes", "technology_codes", "status",     "effects"};

/// A case that another publication has published: a row of its index, as it stands there.
struct ListedCase {
  int source = -1, row = -1;
  std::string title, address, summary, areas, services, status, effects;
  std::vector<std::string> area_codes, service_codes, theme_codes, technology_codes;
};

/// The rows of a source of kind `cases`; none where its table could not be read.
std::vector<ListedCase> listed_cases(const Publication& publication, int source);

/// Whether a page may lead to this address of somebody else: https, a host, and nothing that could
/// mean something else (blanks, quotes, a name before the host, letters that are not ASCII).
bool is_public_address(std::string_view address);

}  // namespace yokoten
