#pragma once

#include <cstdint>
#include <string>

namespace yokoten {

enum class ChromiumEnd : std::uint8_t { printed, missing, failed, late };

/// Where Chromium is: YOKOTEN_CHROMIUM, or the first of chromium, chromium-browser and
/// google-chrome in PATH. Empty where there is none.
std::string chromium_path();

/// Starts `program` without a window and without a shell, prints `page` (a file) to `pdf`, and
/// waits for its end for at most two minutes; everything that it keeps goes into `folder`. `log`
/// gets what it said, shortened.
ChromiumEnd print_by_chromium(const std::string& program, const std::string& page,
                              const std::string& pdf, const std::string& folder, std::string& log);

}  // namespace yokoten
