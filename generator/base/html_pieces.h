#pragma once

#include <string_view>

namespace yokoten {

/// The name of the element that a tag, with its brackets, opens or closes.
std::string_view element_of(std::string_view tag);

/// Where the end tag of an element stands whose inside begins at `at`; `at` where it has none.
std::size_t end_of_element(std::string_view html, std::size_t at, std::string_view name);

/// Where the words stand next from `from` on, npos where they do not. Faster than find(), which
/// stops at each sign that the words begin with: in HTML most begin with `<`.
std::size_t find_words(std::string_view html, std::string_view words, std::size_t from = 0);

/// Walks through HTML of our own making: tags and the texts between them, in order.
class HtmlPieces {
 public:
  explicit HtmlPieces(std::string_view html) : html_(html) {}

  /// Steps to the next piece; false behind the last one.
  bool next();
  /// The next piece is one nearer to that place, which lies further on: of what lies between
  /// nothing is in it.
  void pass_over(std::size_t before);
  std::string_view text() const { return text_; }  ///< of the piece, a tag with its brackets
  bool is_tag() const { return is_tag_; }
  /// Whether elements may stand in this text: not in `title`, `script` …
  bool takes_elements() const { return plain_.empty(); }
  bool in_svg() const { return svg_depth_ > 0; }
  /// Whether the piece stands in an element with `lang="ja"`, or is its tag.
  bool in_japanese() const { return japanese_depth_ > 0 || closes_japanese_; }

 private:
  void enter(std::string_view name);
  void leave(std::string_view name);
  void pass_over_drawing(std::size_t before);
  void pass_over_tags(std::size_t before);
  std::size_t next_lang();

  std::string_view html_, text_, plain_;
  std::size_t at_ = 0;
  std::size_t lang_ = 0;  ///< where a `lang="ja"` stands next; from an earlier place on
  bool is_tag_ = false, closes_japanese_ = false;
  int svg_depth_ = 0;
  int japanese_depth_ = 0;  ///< open elements from the one with `lang="ja"` on
};

}  // namespace yokoten
