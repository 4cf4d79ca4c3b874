#include "difference/cause_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace yokoten {
namespace {

struct CauseWords {
  const char *word, *ja, *en;
};

// In the order of Cause.
constexpr std::array<CauseWords, 12> kCauses = {
    {{"correction", "訂正（corrections.toml）", "correction (corrections.toml)"},
     {"disclosure", "秘匿の有無・規則", "disclosure control"},
     {"boundary", "市区町村の変更", "change of areas"},
     {"definition", "計算・読み取り方の変更", "computed or read otherwise"},
     {"status", "速報・確報などの別", "status of the figure"},
     {"source_file", "資料の更新", "another file of the source"},
     {"other_source", "別の資料", "another source"},
     {"closed_source", "公開しない資料の更新とみられる（ほかは同じ）",
      "presumably the file of a source that does not go out (all else is the same)"},
     {"rounding", "端数処理（分子と分母は同じ）", "rounding (the parts are the same)"},
     {"new_indicator", "指標の追加", "the indicator is new"},
     {"no_indicator", "指標の削除", "the indicator was taken out"},
     {"unknown", "不明", "unknown"}}};

constexpr std::array<CauseWords, 6> kMissing = {{{"not_published", "未公表", "not published"},
                                                 {"not_applicable", "該当なし", "not applicable"},
                                                 {"not_reported", "未報告", "not reported"},
                                                 {"not_set", "設定なし", "not set"},
                                                 {"suppressed", "秘匿", "hidden"},
                                                 {"unknown", "不明", "unknown"}}};

constexpr std::array<CauseWords, 5> kFlags = {{{"provisional", "暫定", "provisional"},
                                               {"revised", "改定", "revised"},
                                               {"corrected", "訂正", "corrected"},
                                               {"bound", "下限・上限だけ", "bound"},
                                               {"planned", "予定", "planned"}}};

// provisional → corrected planned: the flags of both releases.
std::string both_flags(const std::string& detail, Language language) {
  constexpr std::string_view kBetween = " → ";
  const std::size_t at = detail.find(kBetween);
  if (at == std::string::npos) return flag_words(detail, language);
  return flag_words(detail.substr(0, at), language) + std::string(kBetween) +
         flag_words(detail.substr(at + kBetween.size()), language);
}

const CauseWords& words_of(Cause cause) { return kCauses[static_cast<std::size_t>(cause)]; }

}  // namespace

std::string cause_word(Cause cause) { return words_of(cause).word; }

std::string reason_words(const Reason& reason, Language language) {
  const bool ja = language == Language::ja;
  const std::string cause = ja ? words_of(reason.cause).ja : words_of(reason.cause).en;
  if (reason.detail.empty()) return cause;
  const std::string detail =
      reason.cause == Cause::status ? both_flags(reason.detail, language) : reason.detail;
  return cause + (ja ? "：" : ": ") + detail;
}

std::string missing_words(const std::string& missing, Language language) {
  for (const CauseWords& each : kMissing)
    if (missing == each.word) return language == Language::ja ? each.ja : each.en;
  return missing.empty() ? "-" : missing;
}

std::string flag_words(const std::string& flags, Language language) {
  std::string words;
  for (std::size_t from = 0; from < flags.size();) {
    const std::size_t to = std::min(flags.find(' ', from), flags.size());
    const std::string_view flag = std::string_view(flags).substr(from, to - from);
    const auto* known = std::ranges::find(kFlags, flag, &CauseWords::word);
    if (!words.empty()) words += language == Language::ja ? "・" : ", ";
    words += known == kFlags.end() ? flag : language == Language::ja ? known->ja : known->en;
    from = to + 1;
  }
  return words;
}

}  // namespace yokoten
