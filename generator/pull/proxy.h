#pragma once

#include <string>
#include <string_view>

#include "pull/environment.h"

namespace yokoten {

/// The proxy that the environment names for a host, empty for none, as curl finds it:
/// `https_proxy` or `http_proxy`, else `all_proxy`; without it for a host in `no_proxy`, which is
/// `*` alone or a list of names, which stand for all below them too, of addresses and of blocks of
/// addresses (`10.0.0.0/8`, `fd00::/8`). Small letters come before capitals, and HTTP_PROXY does
/// not count. `scheme` is https or http, `host` is in lower case and without brackets.
std::string proxy_for(std::string_view scheme, std::string_view host,
                      const Environment& environment);

}  // namespace yokoten
