#include "read/number_dress.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/period_words.h"
#include "model/unit_words.h"
#include "read/workbook_number.h"

namespace yokoten {
namespace {

constexpr std::string_view kDigits = "0123456789";

// Words around numbers that say what is counted; units of unit_words.h do, too.
constexpr std::array<std::string_view, 17> kUsualWords = {
    "年",   "月",   "歳",   "才", "位", "倍",       "期", "か月", "ヶ月",
    "カ月", "ヵ月", "か年", "第", "号", "ポイント", "pt", "No"};

// Signs that set numbers off or stand for a minus or a currency.
constexpr std::array<std::string_view, 26> kSigns = {
    "(", ")", "[",  "]", "（", "）", "「", "」", "+", "-", "−",  "－",     "△",
    "▲", "¥", "￥", "$", "€",  "/",  ".",  ",",  ":", " ", "　", "\u00A0", "'"};

std::string without_signs(std::string_view words) {
  std::string left;
  while (!words.empty()) {
    const auto* sign = std::ranges::find_if(
        kSigns, [&](std::string_view each) { return words.starts_with(each); });
    if (sign == kSigns.end()) left += words[0];
    words.remove_prefix(sign == kSigns.end() ? 1 : sign->size());
  }
  return left;
}

bool are_usual(std::string_view words) {
  const std::string left = without_signs(words);
  if (left.empty() || known_unit(words) || known_unit(left)) return true;
  return std::ranges::find(kUsualWords, left) != kUsualWords.end();
}

// What stands for 0 in accounts.
bool is_nought(std::string_view words) {
  const std::string_view shown = trimmed_text(words);
  return std::ranges::any_of(
      std::array<std::string_view, 9>{"-", "－", "−", "―", "—", "–", "‐", "0", "０"},
      [&](std::string_view each) { return shown == each; });
}

bool shows_minus(std::string_view before) {
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"-", "−", "－", "△", "▲"},
      [&](std::string_view each) { return before.find(each) != std::string_view::npos; });
}

bool is_zero(std::string_view number) {
  return number.find_first_of("123456789") == std::string_view::npos;
}

Message hides(std::string_view words) {
  if (words.empty())
    return {
        "書式が値を見せていません。空のセルとして読みます。値はファイルの中に残るので、公表して"
        "よいか確かめてください",
        "its format shows nothing of this number; read as an empty cell. The number stays in "
        "the file: look whether it may be published"};
  return {fmt::format("書式が値を隠して「{}」と見せています。見えるとおりに読みます。値はファイルの"
                      "中に残るので、公表してよいか確かめてください",
                      words),
          fmt::format("its format hides this number behind \"{}\"; read as it is shown. The number "
                      "stays in the file: look whether it may be published",
                      words)};
}

Message scales(std::string_view number, int thousands) {
  std::string by = "1";
  for (int at = 0; at < thousands; ++at) by += ",000";
  return {fmt::format("書式が{}分の1にして見せています。読むのは保存された値{}です。見出しや指標の"
                      "単位が見える値のもの（千円など）なら、表の値か単位を直してください",
                      by, number),
          fmt::format("its format shows this number divided by {}; what is stored is read, {}: if "
                      "the unit of the heading or indicator is that of what is shown, mend it",
                      by, number)};
}

Message adds_words(std::string_view words) {
  return {
      fmt::format("書式が数値に「{}」を添えて見せています。数値だけを読みます。意味のある言葉なら"
                  "別の列に書いてください",
                  words),
      fmt::format("its format shows \"{}\" beside this number, and the number alone is read; if "
                  "it means something, write it in a column of its own",
                  words)};
}

Message turns_round(std::string_view number, std::string_view before) {
  return {fmt::format("書式が正の数{}に「{}」をつけて見せています。正の数として読みます", number,
                      trimmed_text(before)),
          fmt::format("its format shows {} with \"{}\" in front, but it is above zero and read so",
                      number, trimmed_text(before))};
}

// 2024 that is shown as 2024年度, 6 that is shown as 令和6年: not what the number alone says.
std::optional<std::string> shown_period(std::string_view number, const NumberDress& dress) {
  if (dress.thousands > 0 || number.find_first_not_of(kDigits) != std::string_view::npos)
    return std::nullopt;
  std::string shown = dress.before + std::string(number) + dress.after;
  const auto period = period_of_cell(shown);
  if (period && period != period_of_cell(number)) return shown;
  if (!trimmed_text(dress.before).empty() && fiscal_year_of_cell(shown)) return shown;
  return std::nullopt;
}

DressedNumber hidden_number(std::string_view number, std::string_view words) {
  const std::string_view shown = trimmed_text(words);
  if (!is_zero(number)) return {std::string(shown), hides(shown)};
  if (is_nought(shown)) return {};
  if (!shown.empty()) return {std::string(shown), hides(shown)};
  return {std::nullopt, Message{"書式が0を見せていません。0として読みます",
                                "its format does not show this 0; read as 0"}};
}

/// A digit as it is shown, narrow or wide, and its bytes.
std::size_t digit_at(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] >= '0' && text[0] <= '9') return 1;
  constexpr std::string_view kWide = "\xEF\xBC";  // ０ to ９ with a third byte from 0x90
  const bool wide = text.starts_with(kWide) && text.size() > 2 &&
                    static_cast<unsigned char>(text[2]) >= 0x90 &&
                    static_cast<unsigned char>(text[2]) <= 0x99;
  return wide ? kWide.size() + 1 : 0;
}

/// Where the digits of a shown number stand.
struct DigitSpan {
  std::size_t begin = std::string_view::npos, end = 0;
};

DigitSpan digits_of(std::string_view shown) {
  DigitSpan span;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const std::size_t size = digit_at(shown.substr(at));
    if (size == 0) continue;
    if (span.begin == std::string_view::npos) span.begin = at;
    span.end = at + size;
  }
  return span;
}

// How often a number was divided by 1,000 to be seen as `digits`, which are rounded.
int thousands_of(std::string_view digits, double number) {
  std::string plain = folded(digits);
  std::erase(plain, ',');
  const auto shown = parse_double(plain);
  if (!shown) return 0;
  const std::size_t point = plain.find('.');
  const std::size_t places = point == std::string::npos ? 0 : plain.size() - point - 1;
  const double half = 0.5000001 * std::pow(10.0, -static_cast<double>(places));
  double left = std::fabs(number);
  if (std::fabs(left - *shown) <= half) return 0;
  for (int thousands = 1; thousands <= 3; ++thousands)
    if (std::fabs((left /= 1000) - *shown) <= half) return thousands;
  return 0;
}

// 一千二百: digits that are not looked through.
bool is_written_out(std::string_view shown) {
  constexpr std::array<std::string_view, 17> kNumerals = {"〇", "一", "二", "三", "四", "五",
                                                          "六", "七", "八", "九", "十", "百",
                                                          "千", "万", "億", "壱", "#"};
  while (!shown.empty()) {
    const auto* numeral = std::ranges::find_if(
        kNumerals, [&](std::string_view each) { return shown.starts_with(each); });
    if (numeral == kNumerals.end()) return false;
    shown.remove_prefix(numeral->size());
  }
  return true;
}

}  // namespace

bool NumberDress::misleads() const { return thousands > 0 || (!has_digits && !is_nought(before)); }

DressedNumber dressed_number(std::string_view number, const NumberDress& dress) {
  if (dress.is_plain()) return {};
  if (!dress.has_digits) return hidden_number(number, dress.before);
  if (dress.thousands > 0) return {std::nullopt, scales(number, dress.thousands)};
  if (auto period = shown_period(number, dress)) return {std::move(period), std::nullopt};
  for (const std::string& words : {dress.before, dress.after})
    if (!are_usual(words)) return {std::nullopt, adds_words(trimmed_text(words))};
  const bool positive = !number.starts_with('-') && !is_zero(number);
  if (positive && shows_minus(dress.before))
    return {std::nullopt, turns_round(number, dress.before)};
  return {};
}

NumberDress dress_of_shown(std::string_view shown, double number) {
  NumberDress dress;
  const DigitSpan digits = digits_of(shown);
  if (digits.end == 0) {
    if (!shown.empty() && is_written_out(shown)) return dress;
    dress.has_digits = false;
    dress.before = shown;
    return dress;
  }
  dress.before = shown.substr(0, digits.begin);
  dress.after = shown.substr(digits.end);
  dress.thousands = thousands_of(shown.substr(digits.begin, digits.end - digits.begin), number);
  return dress;
}

}  // namespace yokoten
