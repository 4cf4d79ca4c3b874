#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "difference/page_changes.h"

namespace yokoten {

/// Servers that redirects are written for.
enum class RedirectForm { nginx, apache, static_host };

/// By the name of the file: `moved.conf` is nginx's, `.htaccess` Apache's, `_redirects` that of
/// static hosts. Nothing for other names.
std::optional<RedirectForm> redirect_form(std::string_view file);

/// A line an address that has moved: permanently (301) to where it stands now. `base_url` is the
/// public address of the site, below which the addresses lie.
std::string redirects(const PageChanges& pages, RedirectForm form, const std::string& base_url);

}  // namespace yokoten
