#include "pull/charset.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"

namespace yokoten {
namespace {

// text/csv; charset="Shift_JIS" → shift_jis
std::string charset_of(const std::string& content_type) {
  const std::string type = lower_ascii(content_type);
  constexpr std::string_view key = "charset=";
  const auto at = type.find(key);
  if (at == std::string::npos) return {};
  const auto from = at + key.size();
  std::string charset = type.substr(from, type.find(';', from) - from);
  std::erase_if(charset,
                [](char letter) { return letter == '"' || letter == '\'' || letter == ' '; });
  return charset;
}

// The word for it in sources.toml; empty for a charset that is not read.
std::string encoding_of(const std::string& charset) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 18> names = {{{"utf-8", "utf-8"},
                                           {"utf8", "utf-8"},
                                           {"utf-16", "utf-16"},
                                           {"utf-16le", "utf-16le"},
                                           {"utf-16be", "utf-16be"},
                                           {"cp932", "cp932"},
                                           {"ms932", "cp932"},
                                           {"shift_jis", "cp932"},
                                           {"shift-jis", "cp932"},
                                           {"sjis", "cp932"},
                                           {"x-sjis", "cp932"},
                                           {"windows-31j", "cp932"},
                                           {"windows-932", "cp932"},
                                           {"cswindows31j", "cp932"},
                                           {"ms_kanji", "cp932"},
                                           {"euc-jp", "euc-jp"},
                                           {"x-euc-jp", "euc-jp"},
                                           {"eucjp", "euc-jp"}}};
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const Pair& pair) { return pair.first == charset; });
  return found == names.end() ? std::string() : std::string(found->second);
}

// These say what is meant by seven bits; no byte of them is higher.
bool has_seven_bits(const std::string& charset) {
  return charset == "us-ascii" || charset == "ascii" || charset == "iso-2022-jp";
}

bool has_high_bytes(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char letter) { return letter < 0; });
}

bool is_utf16(const std::string& encoding) { return encoding.starts_with("utf-16"); }

bool is_same(const std::string& one, const std::string& other) {
  return one == other ||
         (is_utf16(one) && is_utf16(other) && (one == "utf-16" || other == "utf-16"));
}

// What the bytes could be, as words for sources.toml; empty when nothing fits.
std::string fitting(std::string_view bytes, const FitsEncoding& fits) {
  if (!first_invalid_utf8(bytes)) return "\"utf-8\"";
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return fits(bytes, "utf-16") ? "\"utf-16\"" : "";
  std::vector<std::string> words;
  for (const char* word : {"cp932", "euc-jp"})
    if (fits(bytes, word)) words.push_back('"' + std::string(word) + '"');
  return fmt::format("{}", fmt::join(words, ", "));
}

Message with_fitting(Message message, std::string_view bytes, const FitsEncoding& fits) {
  const std::string words = fitting(bytes, fits);
  if (words.empty()) return message;
  return {message.ja + "（encoding = " + words + "なら合います）",
          message.en + " (encoding = " + words + " would fit)"};
}

CharsetVerdict declared_verdict(const std::string& charset, const std::string& declared,
                                std::string_view bytes, const FitsEncoding& fits) {
  if (!fits(bytes, declared))
    return {Fault{"pull.charset",
                  with_fitting(
                      {"資料のencodingは" + declared + "ですが、中身は違います",
                       "the source says encoding = \"" + declared + "\", which the bytes are not"},
                      bytes, fits)},
            std::nullopt};
  if (charset.empty() || is_same(encoding_of(charset), declared) || !has_high_bytes(bytes))
    return {};
  return {std::nullopt,
          Fault{"pull.charset",
                {fmt::format("相手はcharset={}と言いますが、資料のencodingの{}として受け取りました",
                             charset, declared),
                 fmt::format("the server says charset={}; it was taken as {}, as the encoding of "
                             "the source says",
                             charset, declared)}}};
}

CharsetVerdict said_verdict(const std::string& charset, std::string_view bytes,
                            const FitsEncoding& fits) {
  const std::string encoding = encoding_of(charset);
  if (encoding.empty() && !has_seven_bits(charset))
    return {std::nullopt,
            Fault{"pull.charset",
                  {fmt::format("相手の言うcharset={}は確かめられません。sources."
                               "tomlにencodingを書けば確かになります",
                               charset),
                   fmt::format("the server says charset={}, which can't be compared; encoding in "
                               "sources.toml makes it sure",
                               charset)}}};
  // What reads as UTF-8 is hardly ever anything else.
  const bool is_utf8 = !first_invalid_utf8(bytes);
  const bool is_true =
      encoding == "utf-8" ? is_utf8 : !encoding.empty() && !is_utf8 && fits(bytes, encoding);
  if (is_true) return {};
  return {Fault{"pull.charset",
                with_fitting(
                    {fmt::format("相手はcharset={}と言いますが、中身は違います", charset),
                     fmt::format("the server says charset={}, which the bytes are not", charset)},
                    bytes, fits)},
          std::nullopt};
}

}  // namespace

CharsetVerdict charset_verdict(const std::string& content_type, const std::string& declared,
                               std::string_view bytes, const FitsEncoding& fits) {
  const std::string charset = charset_of(content_type);
  if (!declared.empty()) return declared_verdict(charset, declared, bytes, fits);
  if (charset.empty() || !has_high_bytes(bytes)) return {};
  return said_verdict(charset, bytes, fits);
}

}  // namespace yokoten
