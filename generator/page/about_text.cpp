#include "page/about_text.h"

#include <array>
#include <cstdint>
#include <utility>

namespace yokoten {
namespace {

constexpr std::int64_t thousand = 1000, ten_thousand = 10'000;

// Rounded half up, away from zero, to two digits.
Decimal two_digits(Decimal number) {
  std::int64_t size = number.mantissa < 0 ? -number.mantissa : number.mantissa;
  int digits = 0;
  for (; size > 0; size /= 10) ++digits;
  const int surplus = digits - 2;
  if (surplus <= 0) return number;
  if (number.scale >= surplus) return rounded(number, number.scale - surplus);
  std::int64_t unit = 1;
  for (int at = number.scale; at < surplus; ++at) unit *= 10;
  const Decimal units = *quotient(number, {unit, 0}, 0);
  return {units.mantissa * unit, 0};
}

// 9万5千, 1,200万, 1億2千万: of two digits, the second one may belong to the next lower unit.
std::string in_units(const Book& book, std::int64_t number) {
  const std::array<std::pair<std::int64_t, std::string>, 3> units = {
      {{1'000'000'000'000, book.word("number.trillion")},
       {100'000'000, book.word("number.hundred_million")},
       {ten_thousand, book.word("number.ten_thousand")}}};
  for (std::size_t at = 0; at < units.size(); ++at) {
    const auto& [size, word] = units[at];
    if (number < size || word.empty()) continue;
    const std::string lower = at + 1 < units.size() ? units[at + 1].second : "";
    const std::int64_t rest = number % size / (size / ten_thousand) / thousand;
    std::string text = to_shown({number / size, 0}) + word;
    return rest == 0 ? text : text + std::to_string(rest) + book.word("number.thousand") + lower;
  }
  return to_shown({number, 0});
}

}  // namespace

std::string about_text(const Book& book, Decimal number) {
  const Decimal made = two_digits(number);
  const auto said = [&](const std::string& text) {
    return compare(made, number) == 0 ? text : book.word("number.about", {text});
  };
  const Decimal whole = rounded(made, 0);
  if (compare(whole, made) != 0) return said(to_shown(trimmed(made)));
  const bool below = whole.mantissa < 0;
  return said((below ? "−" : "") + in_units(book, below ? -whole.mantissa : whole.mantissa));
}

}  // namespace yokoten
