#include "pull/content.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/first_bytes.h"
#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::string_view blanks("\0 \t\r\n", 5);  // in UTF-16 with NULs between
constexpr const char* hint_ja = "。中身が正しいなら expect = \"anything\" と書いてください";
constexpr const char* hint_en = "; if it is right, say expect = \"anything\"";

Fault not_promised(const std::string& ja, const std::string& en) {
  return {"pull.content", {ja + hint_ja, en + hint_en}};
}

// A ZIP with the names of its files in it. What is inside of them is looked at by whoever reads it.
bool is_workbook(std::string_view file, std::string_view bytes) {
  const char* needed = lower_ascii(file).ends_with(".ods") ? "content.xml" : "[Content_Types].xml";
  return bytes.find(needed) != std::string_view::npos;
}

std::optional<Fault> spreadsheet_fault(std::string_view file, std::string_view bytes) {
  const std::string ending(file.substr(file.rfind('.')));
  const std::string kind = kind_by_first_bytes(bytes);
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
  if (bytes.substr(from).find("PK\5\6") == std::string_view::npos)
    return not_promised("ファイルの終わりがありません。途中で切れています",
                        "the end of the file is missing; it was cut off");
  if (is_workbook(file, bytes)) return std::nullopt;
  return not_promised(fmt::format("{}のはずが、ほかのZIPファイルが来ました", ending),
                      fmt::format("{} was expected, but another ZIP file came", ending));
}

bool is_json(std::string_view bytes) {
  bytes = after_blanks(bytes);
  const auto last = bytes.find_last_not_of(blanks);
  return (bytes.starts_with('{') && bytes[last] == '}') ||
         (bytes.starts_with('[') && bytes[last] == ']');
}

std::optional<Fault> json_fault(std::string_view bytes) {
  if (is_json(bytes)) return std::nullopt;
  bytes = after_blanks(bytes);
  const bool opens = bytes.starts_with('{') || bytes.starts_with('[');
  return not_promised(opens ? "JSONが途中で切れています" : "JSONではありません",
                      opens ? "the JSON was cut off" : "it is no JSON");
}

std::optional<Fault> text_fault(std::string_view file, std::string_view bytes) {
  const std::string kind = kind_by_first_bytes(bytes);
  if (kind == "HTML")
    return not_promised(
        "表ではなく、ウェブページが来ました（ログインやお知らせの画面かもしれません）",
        "a web page came in place of a table (perhaps a login or a notice)");
  if (!kind.empty())
    return not_promised(
        fmt::format("文字の表のはずが、{}が来ました。fileの末尾を確かめてください", kind),
        fmt::format("a table of text was expected, but {} came; look at the ending of file", kind));
  if (lower_ascii(file).ends_with(".json")) return json_fault(bytes);
  if (!is_json(bytes)) return std::nullopt;
  return not_promised("表ではなく、JSONが来ました（エラーの知らせかもしれません）",
                      "JSON came in place of a table (perhaps the notice of an error)");
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

bool is_spreadsheet(std::string_view file) {
  const std::string name = lower_ascii(file);
  return name.ends_with(".xlsx") || name.ends_with(".xlsm") || name.ends_with(".ods");
}

std::optional<Fault> empty_fault(std::string_view bytes) {
  if (!bytes.empty()) return std::nullopt;
  return Fault{"pull.empty", {"空のファイルが来ました", "an empty file came"}};
}

std::optional<Fault> content_fault(std::string_view file, const std::string& content_type,
                                   std::string_view bytes) {
  if (auto fault = empty_fault(bytes)) return fault;
  auto fault = is_spreadsheet(file) ? spreadsheet_fault(file, bytes) : text_fault(file, bytes);
  if (!fault) fault = type_fault(lower_ascii(content_type));
  return fault;
}

}  // namespace yokoten
