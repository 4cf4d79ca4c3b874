#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/area.h"
#include "model/search_entry.h"

namespace yokoten {

// What browser/search/search.js reads. Scripts, since pages opened from a folder may not fetch.

/// `search/areas.js`: name, reading, Hepburn, code and other spellings of every area that has a
/// page, by prefecture.
std::string areas_script(const Areas& areas, const std::function<bool(int)>& has_page);

/// `search/more.js`: former names and wards that lead to those areas, and `entries`.
std::string more_script(const Areas& areas, const std::function<bool(int)>& has_page,
                        const std::vector<SearchEntry>& entries);

}  // namespace yokoten
