#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "pull/environment.h"
#include "pull/request.h"

namespace yokoten {

/// How far a pull is.
struct FetchState {
  std::size_t done = 0, all = 0;
  std::int64_t bytes = 0;  ///< that have come so far
};

struct FetchHooks {
  /// Called with what came for the request at `index`. What it returns is asked for next in the
  /// same place (a further page, the file that an answer names), within the same time; nothing ends
  /// that place.
  std::function<std::optional<Request>(std::size_t index, Response&& response)> take;
  /// Called some times a second; may be empty.
  std::function<void(const FetchState&)> progress;
};

/// Asks for all of it, several at once, at most two of one host. Follows redirects (at most 5) and
/// tries again what may pass: 429, 5xx, timeouts and broken connections, after waits that double.
void fetch_all(std::vector<Request> requests, const Environment& environment,
               const FetchHooks& hooks);

}  // namespace yokoten
