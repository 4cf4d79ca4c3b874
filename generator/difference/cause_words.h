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

/// 暫定・訂正 of `provisional corrected`; a word that is none of ours stays.
std::string flag_words(const std::string& flags, Language language);

}  // namespace yokoten
