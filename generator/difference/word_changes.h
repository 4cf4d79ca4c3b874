#pragma once

#include <string>
#include <vector>

namespace yokoten {

/// A piece of a line that stays, goes or comes.
struct WordPiece {
  enum class Kind { stays, gone, come };
  Kind kind = Kind::stays;
  std::string text;
  bool operator==(const WordPiece&) const = default;
};

/// What changed inside a line, word by word. Words of Japanese are runs of one kind of letters.
std::vector<WordPiece> word_changes(const std::string& before, const std::string& after);

/// The same with `…` for what stays far from any change.
std::vector<WordPiece> shortened(std::vector<WordPiece> pieces);

/// How much of the shorter line's words the longer one has: 0 to 1.
double in_common(const std::string& before, const std::string& after);

}  // namespace yokoten
