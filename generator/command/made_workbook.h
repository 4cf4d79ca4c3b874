#pragma once

#include <xlsxwriter.h>

#include <functional>
#include <optional>
#include <string>

namespace yokoten {

/// The bytes of the workbook that `fill` fills; the same fill gives the same bytes. Empty when it
/// can't be made. libxlsxwriter of Debian 12 writes to files only, so it goes through one that is
/// removed at once.
std::optional<std::string> made_workbook(const std::function<void(lxw_workbook*)>& fill);

}  // namespace yokoten
