#include "page/kana_row.h"

#include <array>

namespace yokoten {
namespace {

// The last letter of each row: hiragana stand in Unicode in the order of 五十音.
constexpr std::array<std::string_view, kana_rows> last_letters = {"お", "ご", "ぞ", "ど", "の",
                                                                  "ぽ", "も", "よ", "ろ", "ゖ"};
constexpr std::array<std::string_view, kana_rows> row_names = {"あ", "か", "さ", "た", "な",
                                                               "は", "ま", "や", "ら", "わ"};

}  // namespace

int kana_row(std::string_view reading) {
  constexpr std::size_t bytes = std::string_view("あ").size();
  const std::string_view first = reading.substr(0, bytes);
  if (first < "ぁ") return -1;
  for (int row = 0; row < kana_rows; ++row)
    if (first <= last_letters[static_cast<std::size_t>(row)]) return row;
  return -1;
}

std::string kana_letter(std::string_view reading) {
  // A plain letter stands in Unicode before its voiced ones, which are no letters of their own.
  constexpr std::string_view letters =
      "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑ"
      "をん";
  constexpr std::size_t bytes = std::string_view("あ").size();
  if (kana_row(reading) < 0) return {};
  std::string_view found = letters.substr(0, bytes);
  for (std::size_t at = 0; at < letters.size(); at += bytes)
    if (letters.substr(at, bytes) <= reading.substr(0, bytes)) found = letters.substr(at, bytes);
  return std::string(found);
}

std::string kana_row_name(int row) {
  return std::string(row_names[static_cast<std::size_t>(row)]) + "行";
}

}  // namespace yokoten
