#pragma once

#include <string>

#include "base/place.h"
#include "difference/figure_changes.h"

namespace yokoten {

/// `source_file`: the word in JSON.
std::string cause_word(Cause cause);

/// 資料の更新（careplan-link）: the cause and what is known of it.
std::string reason_words(const Reason& reason, Language language);

/// 非公表, 未公表: why there is no figure; the word itself where it is none of ours.
std::string missing_words(const std::string& missing, Language language);

}  // namespace yokoten
