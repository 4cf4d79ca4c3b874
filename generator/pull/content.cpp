#include "pull/content.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr const char* hint_ja = "。中身が正しいなら expect = \"anything\" と書いてください";
constexpr const char* hint_en = "; if it is right, say expect = \"anything\"";

Fault not_promised(const std::string& ja, const std::string& en) {
  return {"pull.content", {ja + hint_ja, en + hint_en}};
}

bool is_html(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  const std::string start = lower_ascii(bytes.substr(0, 64));
  return start.starts_with("<!doctype html") || start.starts_with("<html") ||
         start.starts_with("<head") || start.starts_with("<!--") || start.starts_with("<script");
}

// What the first bytes give away; empty for text.
std::string kind_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("PK\3\4")) return "ZIP";
  if (bytes.starts_with("%PDF")) return "PDF";
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "OLE2";
  if (bytes.starts_with("\x1F\x8B")) return "gzip";
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("GIF8") ||
      bytes.starts_with("\xFF\xD8\xFF"))
    return "image";
  return is_html(bytes) ? "HTML" : "";
}

std::optional<Fault> spreadsheet_fault(std::string_view file, std::string_view bytes) {
  const std::string ending(file.substr(file.rfind('.')));
  const std::string kind = kind_of(bytes);
  if (kind == "OLE2")
    return not_promised(
        "古い形式（.xls）かパスワード付きのファイルです。Excelで."
        "xlsxとして保存し直してもらってください",
        "it is an old .xls or a file with a password; it has to be saved as .xlsx");
  if (kind != "ZIP")
    return not_promised(
        fmt::format("{}のはずが、{}が来ました", ending, kind.empty() ? "別のもの" : kind),
        fmt::format("{} was expected, but {} came", ending,
                    kind.empty() ? "something else" : kind));
  // The list of a ZIP's files stands at its end, with at most 64 KiB of a remark behind.
  constexpr std::size_t furthest = (64U << 10U) + 22;
  const std::size_t from = bytes.size() > furthest ? bytes.size() - furthest : 0;
  if (bytes.substr(from).find("PK\5\6") != std::string_view::npos) return std::nullopt;
  return not_promised("ファイルの終わりがありません。途中で切れています",
                      "the end of the file is missing; it was cut off");
}

std::optional<Fault> json_fault(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const auto first = bytes.find_first_not_of(" \t\r\n");
  const auto last = bytes.find_last_not_of(" \t\r\n");
  const bool opens = first != bytes.npos && (bytes[first] == '{' || bytes[first] == '[');
  if (opens && bytes[last] == (bytes[first] == '{' ? '}' : ']')) return std::nullopt;
  return not_promised(opens ? "JSONが途中で切れています" : "JSONではありません",
                      opens ? "the JSON was cut off" : "it is no JSON");
}

std::optional<Fault> text_fault(std::string_view file, std::string_view bytes) {
  const std::string kind = kind_of(bytes);
  if (kind == "HTML")
    return not_promised(
        "表ではなく、ウェブページが来ました（ログインやお知らせの画面かもしれません）",
        "a web page came in place of a table (perhaps a login or a notice)");
  if (!kind.empty())
    return not_promised(
        fmt::format("文字の表のはずが、{}が来ました。fileの末尾を確かめてください", kind),
        fmt::format("a table of text was expected, but {} came; look at the ending of file", kind));
  return file.ends_with(".json") ? json_fault(bytes) : std::nullopt;
}

// text/csv; charset="Shift_JIS" → shift_jis
std::string charset_of(const std::string& content_type) {
  const auto at = content_type.find("charset=");
  if (at == std::string::npos) return {};
  std::string charset = content_type.substr(at + 8, content_type.find(';', at) - at - 8);
  std::erase_if(charset,
                [](char letter) { return letter == '"' || letter == '\'' || letter == ' '; });
  return charset;
}

bool is_utf16(const std::string& charset) { return charset.starts_with("utf-16"); }

bool has_high_bytes(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char letter) { return letter < 0; });
}

std::optional<Fault> charset_fault(const std::string& charset, std::string_view bytes) {
  if (charset.empty() || !has_high_bytes(bytes)) return std::nullopt;
  const bool utf16_mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const auto invalid = first_invalid_utf8(bytes);
  const bool says_utf8 = charset == "utf-8" || charset == "utf8" || charset == "us-ascii";
  const bool says_other = charset == "shift_jis" || charset == "windows-31j" ||
                          charset == "cp932" || charset == "x-sjis" || charset == "euc-jp" ||
                          charset == "iso-2022-jp" || is_utf16(charset);
  if (says_utf8 && !invalid && charset != "us-ascii") return std::nullopt;
  if (says_utf8 && invalid)
    return Fault{
        "pull.charset",
        {fmt::format("charsetは{}ですが、{}バイト目から違います（Shift_JISかもしれません）{}",
                     charset, *invalid + 1, hint_ja),
         fmt::format("charset says {}, which the bytes are not from byte {} on (perhaps "
                     "Shift_JIS){}",
                     charset, *invalid + 1, hint_en)}};
  const bool contradicts = (says_other && !invalid) || charset == "us-ascii" ||
                           (says_other && !is_utf16(charset) && utf16_mark);
  if (!contradicts) return std::nullopt;
  return Fault{"pull.charset",
               {fmt::format("charsetは{}ですが、中身は{}です{}", charset,
                            utf16_mark ? "UTF-16" : "UTF-8", hint_ja),
                fmt::format("charset says {}, but the bytes are {}{}", charset,
                            utf16_mark ? "UTF-16" : "UTF-8", hint_en)}};
}

// Types that no table has, whatever the bytes look like.
std::optional<Fault> type_fault(const std::string& content_type) {
  const std::string type = content_type.substr(0, content_type.find_first_of("; "));
  const bool foreign = type == "text/html" || type == "application/xhtml+xml" ||
                       type == "application/pdf" || type.starts_with("image/") ||
                       type.starts_with("video/") || type.starts_with("audio/");
  if (!foreign) return std::nullopt;
  return not_promised(fmt::format("表のはずが、{}とのことです", type),
                      fmt::format("a table was expected, but the server calls it {}", type));
}

}  // namespace

std::optional<Fault> content_fault(std::string_view file, std::string_view content_type,
                                   std::string_view bytes) {
  if (bytes.empty()) return Fault{"pull.empty", {"空のファイルが来ました", "an empty file came"}};
  const bool is_spreadsheet = file.ends_with(".xlsx") || file.ends_with(".ods");
  const std::string said = lower_ascii(content_type);
  auto fault = is_spreadsheet ? spreadsheet_fault(file, bytes) : text_fault(file, bytes);
  if (!fault) fault = type_fault(said);
  if (!fault && !is_spreadsheet) fault = charset_fault(charset_of(said), bytes);
  return fault;
}

}  // namespace yokoten
