#pragma once

#include <optional>
#include <string>

#include "base/disk.h"
#include "base/place.h"

namespace yokoten {

/// Why the file must not be replaced by a work list: it is none, or answers stand in it. Nothing
/// where there is no file, or a list without answers.
std::optional<Message> lost_with_work_list(Disk& disk, const std::string& file);

/// Why the workbook must not be replaced by an annotated one: it is none. Nothing where there is no
/// file.
std::optional<Message> lost_with_annotation(Disk& disk, const std::string& file);

}  // namespace yokoten
