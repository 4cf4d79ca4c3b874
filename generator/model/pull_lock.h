#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"

namespace yokoten {

/// `pull.lock`: source id → sha256 of its file.
using PullLock = std::map<std::string, std::string>;

std::optional<PullLock> read_lock(std::string_view bytes, const std::string& file,
                                  Findings& findings);
std::string to_toml(const PullLock& lock);

}  // namespace yokoten
