#pragma once

#include <string>
#include <string_view>

#include "pull/environment.h"

namespace yokoten {

/// The proxy that the environment names for a host (`https_proxy`, `http_proxy`, `all_proxy`, and
/// `no_proxy` with names, endings of names and `*`); empty for none. `scheme` is https or http.
std::string proxy_for(std::string_view scheme, std::string_view host,
                      const Environment& environment);

}  // namespace yokoten
