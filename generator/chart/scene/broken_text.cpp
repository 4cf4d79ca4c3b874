#include "chart/scene/broken_text.h"

#include <algorithm>

#include "chart/scene/bounds.h"

namespace yokoten::chart {
namespace {

constexpr std::string_view kNotFirst =
    "、。，．・：；？！）」』】〕］｝〉》ー々ぁぃぅぇぉっゃゅょ"
    "ァィゥェォッャュョヶ゛゜～…‥,.:;?!)]}%％";
constexpr std::string_view kNotLast = "（「『【〔［｛〈《([{";

std::size_t letter_bytes(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

std::vector<std::string_view> letters_of(std::string_view text) {
  std::vector<std::string_view> letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = std::min(letter_bytes(text[at]), text.size() - at);
    letters.push_back(text.substr(at, bytes));
    at += bytes;
  }
  return letters;
}

/// Kana, kanji and their signs stand from U+2E80 on, which is E2 BA 80 in UTF-8.
bool is_wide_letter(std::string_view letter) {
  return letter.size() > 2 && letter >= "\xE2\xBA\x80";
}

bool may_break(std::string_view before, std::string_view after) {
  if (before == " " || after == " ") return true;
  if (!is_wide_letter(before) && !is_wide_letter(after)) return false;
  return kNotFirst.find(after) == std::string_view::npos &&
         kNotLast.find(before) == std::string_view::npos;
}

class LineBreaker {
 public:
  LineBreaker(const Font& font, double width) : font_(font), width_(width) {}

  /// A piece within which no line ends, as long as it fits into one.
  void add(const std::string& piece) {
    if (fits(line_ + piece)) {
      line_ += piece;
      return;
    }
    end_line();
    for (const std::string_view letter : letters_of(piece)) {
      if (!fits(line_ + std::string(letter))) end_line();
      line_ += letter;
    }
  }

  std::vector<std::string> take() {
    if (!line_.empty() || lines_.empty()) lines_.push_back(line_);
    return std::move(lines_);
  }

 private:
  bool fits(const std::string& line) const { return text_width(font_, line) <= width_; }

  void end_line() {
    while (line_.ends_with(' ')) line_.pop_back();
    if (!line_.empty()) lines_.push_back(line_);
    line_.clear();
  }

  const Font& font_;
  double width_;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> broken_text(const Font& font, std::string_view text, double width) {
  const std::vector<std::string_view> letters = letters_of(text);
  LineBreaker lines(font, width);
  std::string piece;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    piece += letters[i];
    if (i + 1 < letters.size() && !may_break(letters[i], letters[i + 1])) continue;
    lines.add(piece);
    piece.clear();
  }
  return lines.take();
}

}  // namespace yokoten::chart
