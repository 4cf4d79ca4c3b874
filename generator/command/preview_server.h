#pragma once

#include <string>

#include "command/preview.h"

namespace httplib {
class Server;
}

namespace yokoten {

/// How many pages may listen for changes at a time; further ones are told to do without.
inline constexpr int kMostStreams = 32;

/// A host as it stands in addresses: `[::1]`.
std::string host_in_address(const std::string& host);

/// Sets up a server of the preview: pages with the panel, `/_yokoten/` with what that asks for.
/// Requests by another name than the server's are refused: a page elsewhere could otherwise make
/// the browser fetch a draft by a name that leads here.
void answer_by(httplib::Server& server, const Preview& preview, const Surroundings& surroundings,
               const std::string& host);

}  // namespace yokoten
