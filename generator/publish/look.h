#pragma once

#include <map>
#include <string>

#include "model/finding.h"
#include "model/look.h"

namespace yokoten {

/// A style sheet that puts the publication's colours in place of the usual ones; empty for none.
std::string look_css(const Look& look);

/// Measures the colours of text and of what is drawn against what lies under them, light and dark,
/// as the styles (path below templates/ → bytes) and the look have them; too little is an error at
/// the colour. `own`: where a style of the publication lies, path below templates/ → file.
void check_contrast(const std::map<std::string, std::string>& styles,
                    const std::map<std::string, std::string>& own, const Look& look,
                    Findings& findings);

}  // namespace yokoten
