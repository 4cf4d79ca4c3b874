#pragma once

#include <optional>
#include <string>

#include "base/place.h"

namespace yokoten {

/// Why a source could not be taken.
struct Fault {
  std::string code;  ///< stable, `pull.word` (README.md)
  Message message;
  std::optional<Place> place{};  ///< where to mend it; none for the source itself
};

/// What libcurl's result (a CURLcode that is none of ours) means.
Fault fault_of_transfer(int result, const std::string& detail, const std::string& host);

/// What a status that is no 200 means; where access is denied, by whether the source has headers.
Fault fault_of_status(long status, bool has_headers);

/// Whether the same request may well work a little later.
bool may_pass(int transfer_result);
bool may_pass_status(long status);

}  // namespace yokoten
