#pragma once

#include <map>
#include <string>

#include "model/finding.h"

namespace yokoten {

/// Looks through the templates that a publication brings (`own`) beside the program's, both as path
/// below templates/ → bytes: a file that nothing uses or that is no UTF-8, a variable that its
/// template is not filled with, a picture without `alt`. `folder` is where the own ones lie, for
/// places.
void check_own_templates(const std::map<std::string, std::string>& program,
                         const std::map<std::string, std::string>& own, const std::string& folder,
                         Findings& findings);

}  // namespace yokoten
