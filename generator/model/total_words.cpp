#include "model/total_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace yokoten {

bool is_total_word(std::string_view text) {
  constexpr std::array<std::string_view, 10> words = {
      "計", "合計", "総計", "総数", "小計", "全体", "全数", "総合計", "全国計", "全国合計"};
  std::string tight = folded(text);
  std::erase(tight, ' ');
  return std::ranges::find(words, tight) != words.end();
}

}  // namespace yokoten
