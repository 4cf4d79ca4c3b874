#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// How the characters of a file are written. CP932 is Microsoft's Shift_JIS with ①, ㈱, 髙 and 﨑.
enum class Encoding : std::uint8_t { utf8, utf16le, utf16be, cp932, euc_jp };

/// The words that `encoding` of a source takes, in small letters or capitals: utf-8, utf-16,
/// utf-16le, utf-16be, cp932 (also windows-31j, ms932, shift_jis, sjis) and euc-jp. Nothing for
/// other words.
std::optional<Encoding> encoding_named(std::string_view word);
std::string_view name_of(Encoding encoding);
std::string word_of(Encoding encoding);
const std::vector<std::string>& encoding_words();

/// What the bytes are: by their mark, by the NULs of separators in 16 bits, UTF-8 where they are
/// that, else the one of CP932 and EUC-JP that reads furthest, or whose kana are not half as wide.
Encoding detected_encoding(std::string_view bytes);

/// The encoding by which the file is to be decoded: the declared one, of UTF-16 in the order of
/// its mark, or the detected one. Nothing where the file's mark contradicts what was declared.
std::optional<Encoding> settled_encoding(std::string_view bytes, std::optional<Encoding> declared);

/// A file as UTF-8. UTF-8 itself is not copied: `bytes` must outlive this then.
class DecodedText {
 public:
  /// Decodes strictly: it ends before the first character that is none. A mark is left out.
  DecodedText(std::string_view bytes, Encoding encoding);

  /// The same in the encoding that settled_encoding() finds.
  static std::optional<DecodedText> settled(std::string_view bytes,
                                            std::optional<Encoding> declared);

  Encoding encoding() const { return encoding_; }
  std::string_view text() const { return copied_ ? std::string_view(own_) : given_; }
  /// Whether all bytes were characters; otherwise text() ends where the first stood that was none.
  bool whole() const { return whole_; }
  bool marked() const { return marked_; }

 private:
  DecodedText() = default;

  Encoding encoding_ = Encoding::utf8;
  bool copied_ = false, whole_ = true, marked_ = false;
  std::string own_;
  std::string_view given_;
};

/// Where the first character stands that says nothing elsewhere, from `from` on: one that Unicode
/// leaves to private agreement (an office's own 外字), or U+FFFD, which stands where one was lost.
/// npos for none. `text` is UTF-8.
std::size_t foreign_letter(std::string_view text, std::size_t from = 0);

}  // namespace yokoten
