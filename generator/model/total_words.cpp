#include "model/total_words.h"

#include <algorithm>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::string_view kWholes[] = {
    "計",   "合計", "総計",   "総数", "総合計", "全体",     "全国",       "全国計", "全国合計",
    "全県", "県計", "全県計", "府計", "都計",   "市町村計", "市区町村計", "県全体", "県合計"};
// Words that end as a total does, and are none.
constexpr std::string_view kNoTotals[] = {"会計", "統計", "設計", "推計", "累計",
                                          "集計", "家計", "時計", "余計"};
constexpr std::size_t kLongestTotal = 45;  // bytes: fifteen letters

bool is_any_of(std::string_view text, const auto& words) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

bool ends_as_any_of(std::string_view text, const auto& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](auto word) { return text.ends_with(word); });
}

}  // namespace

TotalWord total_word(std::string_view cell) {
  if (cell.size() > 2 * kLongestTotal) return TotalWord::none;
  const std::string text = tight_text(cell);
  if (is_any_of(text, kWholes)) return TotalWord::whole;
  if (text.starts_with("うち") || text.starts_with("再掲") || text.starts_with("(再掲)"))
    return TotalWord::part;
  if (text.size() > kLongestTotal || !text.ends_with("計") || ends_as_any_of(text, kNoTotals))
    return TotalWord::none;
  constexpr std::string_view kPrefectures[] = {"県計", "府計", "東京都計", "北海道計"};
  return ends_as_any_of(text, kPrefectures) ? TotalWord::whole : TotalWord::part;
}

bool is_total_word(std::string_view cell) {
  return total_word(cell) == TotalWord::whole || tight_text(cell) == "小計";
}

}  // namespace yokoten
