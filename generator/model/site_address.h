#pragma once

#include <string>

namespace yokoten {

/// `/kpi/` of https://example.jp/kpi/: where on its host a site stands. Empty where the address
/// tells no host.
std::string mount_of(const std::string& base_url);

}  // namespace yokoten
