#pragma once

#include "pull/answer_file.h"
#include "pull/errand.h"

namespace yokoten {

/// Asks a PostgreSQL server and waits for all of its answer. Which server, who asks and how TLS is
/// used is libpq's affair: PG* variables, its files of services and passwords. `service` names one
/// of the former, or is empty.
Catch ask_postgres(const Source& source, const std::string& service, const QueryFile& file,
                   const Environment& environment, AnswerFile& into);

}  // namespace yokoten
