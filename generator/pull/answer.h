#pragma once

#include <optional>
#include <string>

#include "pull/answer_file.h"
#include "pull/errand.h"

namespace yokoten {

/// What came of a database, with its server, columns and rows filled in: completes it by the file.
/// A fault where no table can be made of it.
std::optional<Fault> complete_answer(const Source& source, const FilledQuery& query,
                                     AnswerFile& file, Catch& caught);

}  // namespace yokoten
