#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// Whether a file of this name is text, which compressing makes smaller; pictures, workbooks and
/// PDF are compressed already.
bool is_text_file(std::string_view path);

/// The same bytes for the same text, whatever the clock: gzip without name and time, brotli. Empty
/// where it would not get smaller.
std::optional<std::string> gzip_of(std::string_view text);
std::optional<std::string> brotli_of(std::string_view text);

/// The raw deflate stream that zip archives hold; never empty.
std::string deflated(std::string_view bytes);

}  // namespace yokoten
