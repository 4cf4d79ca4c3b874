#include "check/readable_cells.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "model/cell_number.h"
#include "model/heading_parts.h"
#include "model/unit_words.h"

namespace yokoten {
namespace {

constexpr std::size_t kShown = 20;  // letters of an example

constexpr std::array<std::string_view, 12> kUsualSymbols = {"-", "－", "−", "―",   "…", "...",
                                                            "x", "X",  "*", "***", "0", "0.0"};

struct Letter {
  char32_t code = 0;
  std::size_t size = 1;  // bytes
};

// The first letter; the text is UTF-8.
Letter first_letter(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char lead = byte(0);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || size > text.size()) return {lead, 1};
  char32_t code = lead & (0xFFU >> (size + 1));
  for (std::size_t at = 1; at < size; ++at) code = code << 6U | (byte(at) & 0x3FU);
  return {code, size};
}

std::vector<char32_t> letters_of(std::string_view text) {
  std::vector<char32_t> letters;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    letters.push_back(letter.code);
    text.remove_prefix(letter.size);
  }
  return letters;
}

bool is_blank(char32_t letter) { return letter == U' ' || letter == 0x3000 || letter == 0xA0; }

bool is_odd(char32_t letter) {
  const auto between = [&](char32_t low, char32_t high) { return letter >= low && letter <= high; };
  return between(0x2160, 0x217F) || between(0x2460, 0x24FF) || between(0x3220, 0x33FF) ||
         between(0xE000, 0xF8FF);
}

bool is_japanese(char32_t letter) { return letter >= 0x3040 && letter <= 0x9FFF; }

// 令和6(2024)年度: four digits in a row.
bool has_western_year(std::string_view text) {
  std::size_t digits = 0;
  for (const char byte : text) {
    digits = byte >= '0' && byte <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

// What headings of amounts end with; counts of people and things say what they count.
constexpr std::array<std::string_view, 17> kAmounts = {
    "率",   "割合", "額", "費",   "費用", "時間", "時間数", "日数", "料",
    "単価", "価格", "金", "面積", "距離", "重量", "予算",   "決算"};

// Within more words: （月額・円）, （税込 千円）, （人口10万人対）.
bool brackets_name_unit(std::string_view heading) {
  const std::size_t open = heading.find_first_of("([");
  if (open == std::string_view::npos) return false;
  const std::string_view inside = heading.substr(open);
  return std::ranges::any_of(
      std::array<std::string_view, 11>{"円", "%", "人", "件", "時間", "分", "日", "回", "m2", "ha",
                                       "対"},
      [&](auto word) { return inside.find(word) != std::string_view::npos; });
}

}  // namespace

bool is_one_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return byte > ' ' && byte < 0x7f; });
}

bool is_plain_number(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char byte) {
    return (byte >= '0' && byte <= '9') || byte == '.';
  });
}

FigureForm figure_form(std::string_view cell) {
  if (cell.empty() || is_plain_number(cell)) return FigureForm::digits;
  if (read_number(cell, Source{})) return FigureForm::dressed;
  const bool digits = cell.find_first_of("0123456789") != std::string_view::npos ||
                      folded(cell).find_first_of("0123456789") != std::string::npos;
  if (digits) return FigureForm::with_note;
  const bool usual =
      std::find(kUsualSymbols.begin(), kUsualSymbols.end(), cell) != kUsualSymbols.end();
  return usual ? FigureForm::digits : FigureForm::symbol;
}

std::set<int> figure_columns(const Source& source, const Table& table) {
  std::set<int> columns;
  const auto add = [&](const std::string& heading) {
    if (const auto column = table.column(heading)) columns.insert(*column);
  };
  for (const auto& [measure, heading] : source.measures) add(heading);
  for (const Unpivot& unpivot : source.unpivots) {
    for (const auto& [heading, meaning] : unpivot.columns) add(heading);
    add(unpivot.total);
  }
  for (const PrintedRate& printed : source.printed) add(printed.column);
  return columns;
}

bool is_spaced(std::string_view text) {
  if (is_one_word(text)) return false;
  if (trimmed_text(text).size() != text.size()) return true;
  const std::vector<char32_t> letters = letters_of(text);
  if (std::find(letters.begin(), letters.end(), U'\n') != letters.end()) return letters.size() < 30;
  int single = 0, words = 0;
  std::size_t start = 0;
  for (std::size_t at = 0; at <= letters.size(); ++at) {
    if (at < letters.size() && !is_blank(letters[at])) continue;
    if (at > start) {
      ++words;
      single += at - start == 1 && is_japanese(letters[start]) ? 1 : 0;
    }
    start = at + 1;
  }
  return words > 1 && single == words;
}

bool lacks_unit(std::string_view heading) {
  if (unit_of_heading(heading) || brackets_name_unit(folded(heading))) return false;
  const std::string text = folded(heading);
  const std::string_view name =
      trimmed_text(std::string_view(text).substr(0, text.find_first_of("([")));
  return std::ranges::any_of(kAmounts, [&](auto amount) { return name.ends_with(amount); });
}

std::vector<std::string> odd_letters(std::string_view text) {
  std::vector<std::string> odd;
  if (is_one_word(text)) return odd;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    if (is_odd(letter.code)) odd.emplace_back(text.substr(0, letter.size));
    text.remove_prefix(letter.size);
  }
  return odd;
}

bool in_era(std::string_view cell) {
  if (!cell.empty() && cell.front() >= '0' && cell.front() <= '9') return false;
  const std::string text = folded(cell);
  if (has_western_year(text)) return false;
  for (const std::string_view era : {"令和", "平成", "昭和", "大正", "令", "平", "昭"})
    if (text.starts_with(era)) return true;
  return text.size() > 2 && (text[0] == 'R' || text[0] == 'H' || text[0] == 'S') &&
         text[1] >= '0' && text[1] <= '9';
}

namespace {

// 平均年齢 begins as 平6 does.
bool is_year_of_era(std::string_view part) {
  if (!in_era(part) || part.starts_with("平均")) return false;
  const std::string text = folded(part);
  const std::size_t year = text.find_first_of("0123456789");
  const std::size_t most = std::string_view("令和").size();
  return (year != std::string::npos && year <= most) || text.find("元年") <= most;
}

}  // namespace

bool any_part_in_era(std::string_view heading) {
  return std::ranges::any_of(heading_parts(heading),
                             [](auto part) { return is_year_of_era(trimmed_text(part)); });
}

std::string shortened(std::string_view text) {
  std::string shown;
  std::size_t count = 0;
  while (!text.empty() && count < kShown) {
    const Letter letter = first_letter(text);
    const bool line = letter.code == U'\n' || letter.code == U'\r';
    shown += line ? std::string(" ") : std::string(text.substr(0, letter.size));
    text.remove_prefix(letter.size);
    ++count;
  }
  return text.empty() ? shown : shown + "…";
}

}  // namespace yokoten
