#pragma once

#include <string>
#include <vector>

#include "base/place.h"
#include "model/duty.h"
#include "model/publication.h"

namespace yokoten {

/// For a terminal: what each programme binds to publish, its state, where it is.
std::string duty_list_text(const Publication& publication, const std::vector<Duty>& duties,
                           Language language);
/// One JSON object with a line end.
std::string duty_list_json(const Publication& publication, const std::vector<Duty>& duties,
                           Language language);

}  // namespace yokoten
