#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "read/encoding.h"

namespace yokoten {

/// A file of text that is about to become a table.
struct TextFile {
  const std::string& file;           ///< for places
  std::size_t most;                  ///< bytes
  std::optional<Encoding> encoding;  ///< as declared; empty: detected
  /// The place of the first letter behind `text`, which is the file's beginning.
  std::function<Place(std::string_view text)> place_behind;
};

/// The file as UTF-8; `bytes` must outlive it. Too many bytes, a mark of another encoding, bytes
/// that are no letters and NULs are errors (`table.limit`, `table.encoding`), and nothing comes
/// back; an encoding that was only detected is a note (`table.detected`).
std::optional<DecodedText> decoded_file(std::string_view bytes, const TextFile& file,
                                        Findings& findings);

/// Says that a file has more than `most` bytes.
void report_size(const std::string& file, std::size_t most, Findings& findings);

/// Says how many characters of an office's own (外字) there are, which look different, or like
/// nothing, everywhere else, and of those that stand where one was lost (U+FFFD). `pointer` names
/// the first where the place can't.
void report_private(int count, Place first, std::string_view pointer, Findings& findings);

}  // namespace yokoten
