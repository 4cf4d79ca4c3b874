#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "pull/fault.h"

namespace yokoten {

/// Whether all of `bytes` are characters of an encoding: utf-8, utf-16, utf-16le, utf-16be, cp932
/// or euc-jp.
using FitsEncoding = std::function<bool(std::string_view bytes, const std::string& encoding)>;

/// What speaks against the characters of a file: a fault refuses it, a warning does not.
struct CharsetVerdict {
  std::optional<Fault> fault, warning;
};

/// `content_type` is the server's header, `declared` the `encoding` of the source, empty for none.
/// What the source declares decides; a header that says otherwise is a warning then. Without it
/// the header has to be true.
CharsetVerdict charset_verdict(const std::string& content_type, const std::string& declared,
                               std::string_view bytes, const FitsEncoding& fits);

}  // namespace yokoten
