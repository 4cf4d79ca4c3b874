#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "model/finding.h"
#include "model/observation.h"
#include "model/period.h"
#include "model/source.h"

namespace yokoten {

/// What a measure cell says: a value, or the reason why there is none, and what its note adds.
struct ReadNumber {
  std::optional<Decimal> value;
  Missing missing = Missing::none;  ///< set when there is no value
  std::uint8_t flags = 0;           ///< of the note: provisional …
  std::optional<Period> period;     ///< of the note, where it names another one
  std::string note;                 ///< text in the brackets, without them; or the mark: ※1
  std::string_view counter;         ///< 件, 時間 … behind the number, as this room writes it
};

/// Reads `1,234`, `１２３`, `△5`, `2,570件`, `90%以上` (a bound), `2570(R5暫定値)`, `1234※1` or a
/// symbol of the source's legend. A cell without text is "not published" unless the legend says
/// otherwise. Empty when the cell is not understood: no number, no known symbol, or a note in
/// brackets or a mark that the source does not explain.
std::optional<ReadNumber> read_number(std::string_view cell, const Source& source);

/// Why such a cell is not understood, and what to write where.
Message number_wanted(std::string_view cell);

/// The mark of a footnote that a trimmed text ends with (※1, *, 注2, ¹): from its first ※, *, 注 or
/// raised digit on, where something stands in front. Empty where there is none.
std::string_view footnote_mark(std::string_view text);

/// What the source's `notes` say of words in brackets, or of a mark.
std::optional<NoteMeaning> meaning_of_note(std::string_view note, const Source& source);

}  // namespace yokoten
