#pragma once

#include "command/commands.h"
#include "command/opened_publication.h"

namespace yokoten {

/// Writes the workbook that `check --annotate` names: the publication with each finding beside its
/// cell and in a sheet of findings. A folder is spelled as a workbook first. False with failures
/// (`annotate.write`, `annotate.name`) where it can't be written.
bool write_annotated_book(const Surroundings& surroundings, const CheckArguments& arguments,
                          const OpenedPublication& opened, const Findings& findings,
                          Findings& failures);

/// Whether an annotated workbook may be called so; otherwise annotate.name.
bool is_annotation_name(const std::string& file, Findings& failures);

}  // namespace yokoten
