#include "command/title_period.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

constexpr std::string_view kBetween = " ()[]:,";  // what stands between pieces of a title
constexpr std::size_t kLongestPeriod = 100;       // bytes

/// A piece of a title that is a period.
struct PeriodPiece {
  std::size_t begin = 0, end = 0;
  Period period;
};

// 【令和6年9月末現在】 as [令和6年9月末現在].
std::string with_plain_brackets(std::string text) {
  constexpr std::array<std::pair<std::string_view, char>, 13> signs = {{{"【", '['},
                                                                        {"】", ']'},
                                                                        {"〔", '['},
                                                                        {"〕", ']'},
                                                                        {"「", '['},
                                                                        {"」", ']'},
                                                                        {"〈", '['},
                                                                        {"〉", ']'},
                                                                        {"《", '['},
                                                                        {"》", ']'},
                                                                        {"、", ','},
                                                                        {"。", ','},
                                                                        {"・", ' '}}};
  for (const auto& [sign, plain] : signs)
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
      text.replace(at, sign.size(), 1, plain);
  return text;
}

bool is_between(char letter) { return kBetween.find(letter) != std::string_view::npos; }

// Whether it ends as a text does, or with brackets of its own: 2024年4月1日(月).
bool is_whole_piece(std::string_view piece) {
  return !is_between(piece.back()) ||
         (piece.back() == ')' && piece.find('(') != std::string_view::npos);
}

// The longest piece from here on that is a period, with what stands in its brackets.
std::optional<PeriodPiece> piece_from(std::string_view text, std::size_t begin) {
  for (std::size_t end = std::min(text.size(), begin + kLongestPeriod); end > begin; --end) {
    if (end < text.size() && !is_between(text[end])) continue;
    const std::string_view piece = text.substr(begin, end - begin);
    if (!is_whole_piece(piece)) continue;
    if (piece.find_first_not_of("0123456789 ") == std::string_view::npos) continue;
    if (const auto period = period_of_cell(piece)) return PeriodPiece{begin, end, *period};
  }
  return std::nullopt;
}

std::vector<PeriodPiece> pieces_of(std::string_view text) {
  std::vector<PeriodPiece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    at = std::min(text.find_first_not_of(kBetween, at), text.size());
    if (at == text.size()) break;
    const auto piece = piece_from(text, at);
    if (piece) pieces.push_back(*piece);
    at = piece ? piece->end : std::min(text.find_first_of(kBetween, at), text.size());
  }
  return pieces;
}

// ～ 令和7年3月, - 9月; but no stroke before words.
bool begins_range(std::string_view text) {
  if (text.starts_with("~") || text.starts_with("〜") || text.starts_with("から")) return true;
  if (!text.starts_with("-")) return false;
  text = trimmed_text(text.substr(1));
  return text.starts_with("令") || text.starts_with("平") ||
         (!text.empty() && text.front() >= '0' && text.front() <= '9');
}

// 3月31日, 上半期, 第1四半期, ～3月: what says more of a year.
bool says_part_of_year(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view behind = text.substr(digits);
  if (digits > 0 && (behind.starts_with("月") || behind.starts_with("日"))) return true;
  constexpr std::size_t quarter = 18;  // bytes of 第一四半期 and a blank
  if (text.starts_with("第")) return text.substr(0, quarter).find("四半期") != text.npos;
  return begins_range(text) ||
         std::ranges::any_of(std::array<std::string_view, 4>{"上半期", "下半期", "上期", "下期"},
                             [&](auto word) { return text.starts_with(word); });
}

// A month at the front, taken off: 4月; 0 where there is none.
int month_taken(std::string_view& text) {
  constexpr std::string_view month = "月";
  text = trimmed_text(text);
  int number = 0;
  std::size_t digits = 0;
  for (;
       digits < std::min<std::size_t>(2, text.size()) && text[digits] >= '0' && text[digits] <= '9';
       ++digits)
    number = 10 * number + (text[digits] - '0');
  if (digits == 0 || !text.substr(digits).starts_with(month)) return 0;
  text.remove_prefix(digits + month.size());
  return number;
}

// Whether brackets say the months of the period once more: 令和6年度上半期（4月～9月）.
bool says_its_months(std::string_view inside, Period period) {
  const int first = month_taken(inside);
  inside = trimmed_text(inside);
  for (const std::string_view to : {"~", "〜", "-", "から"})
    if (inside.starts_with(to)) {
      inside.remove_prefix(to.size());
      break;
    }
  const int last = month_taken(inside);
  if (inside.starts_with("まで")) inside.remove_prefix(std::string_view("まで").size());
  return (inside.empty() || inside.front() == ')' || inside.front() == ']') &&
         first == first_day(period).month && last == last_day(period).month;
}

// Whether behind a piece, or behind brackets that follow it, stands what says more of it.
bool goes_on(std::string_view rest, Period period) {
  while (!rest.empty()) {
    if (rest.front() == ' ' || rest.front() == ')' || rest.front() == ']') {
      rest.remove_prefix(1);
    } else if (rest.front() == '(' || rest.front() == '[') {
      const std::string_view inside = rest.substr(1);
      if (says_part_of_year(inside) && !says_its_months(inside, period)) return true;
      rest.remove_prefix(std::min(rest.find_first_of(")]"), rest.size()));
    } else {
      return says_part_of_year(rest);
    }
  }
  return false;
}

constexpr std::array<std::string_view, 11> kDoings = {
    "作成", "更新", "公表", "発行", "印刷", "出力", "取得", "掲載", "提出", "発表", "改訂"};

bool ends_with_doing(std::string_view text) {
  return std::ranges::any_of(kDoings, [&](auto word) { return text.ends_with(word); });
}

// 作成日, 最終更新日時; 公表: with a colon.
bool says_day_of_paper(std::string_view before) {
  const std::size_t last = before.find_last_not_of(kBetween);
  if (last == std::string_view::npos) return false;
  const bool named = before.find(':', last) != std::string_view::npos;
  before = before.substr(0, last + 1);
  for (const std::string_view end : {"年月日", "日時", "日"})
    if (before.ends_with(end)) return ends_with_doing(before.substr(0, before.size() - end.size()));
  return named && ends_with_doing(before);
}

// A day of the paper, not of its figures: 作成日：2024/9/13, 令和6年9月13日 公表.
bool is_of_paper(std::string_view before, std::string_view behind) {
  if (says_day_of_paper(before)) return true;
  behind.remove_prefix(std::min(behind.find_first_not_of(kBetween), behind.size()));
  return ends_with_doing(behind.substr(0, behind.find_first_of(kBetween)));
}

}  // namespace

std::optional<Period> period_of_titles(const std::vector<TitleLine>& titles) {
  std::optional<Period> found;
  for (const TitleLine& title : titles) {
    const std::string text = with_plain_brackets(folded(title.label + ":" + title.text));
    for (const PeriodPiece& piece : pieces_of(text)) {
      const std::string_view whole = text;
      const std::string_view rest = whole.substr(piece.end);
      if (is_of_paper(whole.substr(0, piece.begin), rest)) continue;
      if (goes_on(rest, piece.period) || (found && *found != piece.period)) return std::nullopt;
      found = piece.period;
    }
  }
  return found;
}

}  // namespace yokoten
