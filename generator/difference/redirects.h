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

/// Where the addresses of both sides lie: the public addresses of the sites.
struct RedirectBases {
  std::string before, after;
};

/// What is to stand in the file: a line an address that has moved, permanently (301) to where it
/// stands now. Lines of earlier releases in `standing` stay, and lead to where their page stands
/// now; those whose address is one of `after` again go. Nothing where `standing` was not written by
/// this program.
std::optional<std::string> redirects(const PageChanges& pages, RedirectForm form,
                                     const RedirectBases& bases, const Snapshot& after,
                                     const std::string& standing = {});

}  // namespace yokoten
