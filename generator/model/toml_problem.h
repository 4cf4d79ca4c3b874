#pragma once

#include <string>
#include <string_view>

#include "base/place.h"

namespace yokoten {

/// Why a file can't be read as TOML, in words of those who write it, and where.
struct TomlProblem {
  Place place;
  Message message;
};

/// Of bytes that are no UTF-8; they must hold one that is not.
TomlProblem encoding_problem(std::string_view bytes, std::size_t at, const std::string& file);

/// `why` and `place` are what the parser says; its own words stand where nothing better is known.
TomlProblem toml_problem(std::string_view bytes, std::string_view why, const Place& place);

}  // namespace yokoten
