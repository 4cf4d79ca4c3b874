#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// A hiragana reading in Hepburn, lower case: しんおんせん is shin'onsen, いっちょう itcho. ん is n
/// everywhere; a long o or u is written once, as on maps and in addresses. `|` stands between words
/// whose vowels don't run together: せと|うち is setouchi. What is no hiragana stays as it is.
std::string hepburn(std::string_view reading);

}  // namespace yokoten
