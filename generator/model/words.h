#pragma once

#include <string>
#include <vector>

#include "model/publication.h"

namespace yokoten {

/// A word of templates/words (`state.not_published`) with its `{}` places filled in order; the key
/// itself where it is not there.
std::string word_of(const Publication& publication, const std::string& key,
                    const std::vector<std::string>& values = {});

/// 2024年12月31日 or 令和6（2024）年12月31日, as the publication writes years; the text itself
/// where it is no date.
std::string date_of(const Publication& publication, const std::string& moment);

}  // namespace yokoten
