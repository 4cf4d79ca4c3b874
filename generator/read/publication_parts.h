#pragma once

#include <string>
#include <vector>

namespace yokoten {

/// The files and folders that a publication is read from; others beside them are nobody's business.
const std::vector<std::string>& parts_of_publication();

}  // namespace yokoten
