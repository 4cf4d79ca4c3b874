#include "difference/word_changes.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

#include "base/text.h"

namespace yokoten {
namespace {

// Lines of more words than this are set side by side whole.
constexpr std::size_t most_words = 1'200;
// Letters that stay on each side of a change.
constexpr std::size_t letters_around = 24;

enum class Letters { blank, latin, hiragana, katakana, kanji, mark };

// The letter at `at` and its length in bytes; well-formed UTF-8 is what pages are.
std::uint32_t letter_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t of) {
    return at + of < text.size() ? static_cast<unsigned char>(text[at + of]) : 0U;
  };
  const unsigned lead = byte(0);
  length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  length = std::min(length, text.size() - at);
  std::uint32_t letter = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (std::size_t of = 1; of < length; ++of) letter = (letter << 6U) | (byte(of) & 0x3FU);
  return letter;
}

bool is_between(std::uint32_t letter, std::uint32_t low, std::uint32_t high) {
  return letter >= low && letter <= high;
}

Letters letters_of(std::uint32_t letter) {
  if (letter == ' ' || letter == 0x3000) return Letters::blank;
  // 3f2a is one word, so is B7.
  if (is_between(letter, '0', '9') || is_between(letter, 'A', 'Z') ||
      is_between(letter, 'a', 'z') || is_between(letter, 0xC0, 0x24F))
    return Letters::latin;
  if (is_between(letter, 0x3041, 0x309F)) return Letters::hiragana;
  if (is_between(letter, 0x30A0, 0x30FF)) return Letters::katakana;
  if (letter == 0x3005 || is_between(letter, 0x3400, 0x9FFF) ||
      is_between(letter, 0xF900, 0xFAFF) || is_between(letter, 0x20000, 0x3FFFF))
    return Letters::kanji;
  return Letters::mark;
}

// Numbers keep their commas and points, marks stand alone.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  Letters last = Letters::mark;
  std::size_t length = 0;
  for (std::size_t at = 0; at < line.size(); at += length) {
    const std::uint32_t letter = letter_at(line, at, length);
    Letters kind = letters_of(letter);
    std::size_t after = 0;
    if ((letter == ',' || letter == '.') && last == Letters::latin && at + 1 < line.size() &&
        letters_of(letter_at(line, at + 1, after)) == Letters::latin)
      kind = Letters::latin;
    if (kind == last && kind != Letters::mark && !words.empty())
      words.back() = line.substr(static_cast<std::size_t>(words.back().data() - line.data()),
                                 words.back().size() + length);
    else
      words.push_back(line.substr(at, length));
    last = kind;
  }
  return words;
}

void add_piece(std::vector<WordPiece>& pieces, WordPiece::Kind kind, std::string_view text) {
  if (text.empty()) return;
  if (!pieces.empty() && pieces.back().kind == kind)
    pieces.back().text += text;
  else
    pieces.push_back({kind, std::string(text)});
}

/// The longest row of words that both lines have, by the table of lengths.
class CommonWords {
 public:
  CommonWords(std::vector<std::string_view> before, std::vector<std::string_view> after)
      : before_(std::move(before)), after_(std::move(after)) {
    lengths_.assign((before_.size() + 1) * (after_.size() + 1), 0);
    for (std::size_t x = before_.size(); x-- > 0;)
      for (std::size_t y = after_.size(); y-- > 0;)
        at(x, y) = before_[x] == after_[y] ? static_cast<std::uint16_t>(at(x + 1, y + 1) + 1)
                                           : std::max(at(x + 1, y), at(x, y + 1));
  }

  std::vector<WordPiece> pieces() {
    std::vector<WordPiece> made;
    std::size_t x = 0, y = 0;
    while (x < before_.size() || y < after_.size()) {
      if (x < before_.size() && y < after_.size() && before_[x] == after_[y]) {
        add_piece(made, WordPiece::Kind::stays, before_[x++]);
        ++y;
      } else if (y == after_.size() || (x < before_.size() && at(x + 1, y) >= at(x, y + 1))) {
        add_piece(made, WordPiece::Kind::gone, before_[x++]);
      } else {
        add_piece(made, WordPiece::Kind::come, after_[y++]);
      }
    }
    return made;
  }

 private:
  std::uint16_t& at(std::size_t x, std::size_t y) { return lengths_[x * (after_.size() + 1) + y]; }

  std::vector<std::string_view> before_, after_;
  std::vector<std::uint16_t> lengths_;
};

// Where the letter `count` letters from the front begins.
std::size_t front_letters(std::string_view text, std::size_t count) {
  std::size_t at = 0, length = 0;
  for (; count > 0 && at < text.size(); --count, at += length) letter_at(text, at, length);
  return at;
}

}  // namespace

std::vector<WordPiece> word_changes(const std::string& before, const std::string& after) {
  auto gone = words_of(before), come = words_of(after);
  if (gone.size() > most_words || come.size() > most_words) {
    std::vector<WordPiece> pieces;
    add_piece(pieces, WordPiece::Kind::gone, before);
    add_piece(pieces, WordPiece::Kind::come, after);
    return pieces;
  }
  return CommonWords(std::move(gone), std::move(come)).pieces();
}

std::vector<WordPiece> shortened(std::vector<WordPiece> pieces) {
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (pieces[at].kind != WordPiece::Kind::stays) continue;
    std::string& text = pieces[at].text;
    const auto letters = static_cast<std::size_t>(letters_in(text));
    const std::size_t front = at > 0 ? letters_around : 0;
    const std::size_t back = at + 1 < pieces.size() ? letters_around : 0;
    if (letters <= front + back + 2) continue;
    text = text.substr(0, front_letters(text, front)) + "…" +
           text.substr(front_letters(text, letters - back));
  }
  return pieces;
}

double in_common(const std::string& before, const std::string& after) {
  const auto gone = words_of(before), come = words_of(after);
  std::map<std::string_view, int> left;
  for (const auto word : come) ++left[word];
  std::size_t both = 0;
  for (const auto word : gone) both += left[word]-- > 0 ? 1 : 0;
  const std::size_t least = std::min(gone.size(), come.size());
  return least == 0 ? 0 : static_cast<double>(both) / static_cast<double>(least);
}

}  // namespace yokoten
