#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// SHA-256 as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

/// What other systems know a file by: `md5`, `sha1` or `sha256`; empty for another kind.
std::string hash_of(std::string_view kind, std::string_view bytes);

}  // namespace yokoten
