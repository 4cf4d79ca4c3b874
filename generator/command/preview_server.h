#pragma once

#include <string>

#include "command/preview.h"

namespace httplib {
class Server;
}

namespace yokoten {

/// Sets up a server of the preview: pages with the panel, `/_yokoten/` with what that asks for.
/// Requests by another name than the server's are refused: a page elsewhere could otherwise make
/// the browser fetch a draft by a name that leads here.
void answer_by(httplib::Server& server, const Preview& preview, const Surroundings& surroundings,
               const std::string& host);

}  // namespace yokoten
