#include "read/cell_symbols.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace yokoten {
namespace {

// Any number of these, alone or mixed: －－, ***, …, ・・・.
constexpr std::string_view kStrokes[] = {"-", "‐",  "–", "—", "―", "−", "ー", "─", ".",
                                         "…", "・", "･", "*", "/", "×", "#",  "■"};
constexpr std::string_view kSymbolWords[] = {"x", "X", "χ", "秘", "秘匿", "N/A", "n/a", "NA"};
constexpr std::string_view kCellErrors[] = {"#N/A",  "#DIV/0!", "#VALUE!", "#REF!",
                                            "#NUM!", "#NAME?",  "#NULL!"};

bool is_strokes(std::string_view text) {
  while (!text.empty()) {
    const auto stroke = std::find_if(std::begin(kStrokes), std::end(kStrokes),
                                     [&](auto each) { return text.starts_with(each); });
    if (stroke == std::end(kStrokes)) return false;
    text.remove_prefix(stroke->size());
  }
  return true;
}

bool is_one_of(std::string_view text, const auto& words) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

}  // namespace

bool is_symbol(std::string_view cell) {
  if (cell.size() > 60) return false;  // longer than any sign: a text
  std::string text = folded(cell);
  std::erase_if(text, [](char letter) {
    return letter == ' ' || letter == '(' || letter == ')' || letter == '[' || letter == ']';
  });
  if (text.empty()) return false;
  return is_strokes(text) || is_one_of(text, kSymbolWords) || is_one_of(text, kCellErrors);
}

}  // namespace yokoten
