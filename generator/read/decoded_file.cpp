#include "read/decoded_file.h"

#include <fmt/format.h>

#include "base/first_bytes.h"
#include "model/report.h"

namespace yokoten {
namespace {

void report_no_letter(Encoding encoding, Place place, Findings& findings) {
  report_error(findings, std::move(place), "table.encoding",
               {fmt::format("{}として正しくない文字があります", name_of(encoding)),
                fmt::format("there are bytes that are not {}", name_of(encoding))});
}

void report_mark(const TextFile& file, Findings& findings) {
  const std::string_view declared = name_of(*file.encoding);
  report_error(
      findings, {file.file, 1, 1}, "table.encoding",
      {fmt::format("文字コードを{}としていますが、ファイルの先頭の印（BOM）は別の文字コードです",
                   declared),
       fmt::format("said to be {}, but the file's mark (BOM) is of another encoding", declared)});
}

bool is_text(const DecodedText& decoded, const TextFile& file, Findings& findings) {
  const std::string_view text = decoded.text();
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos)
    report_error(findings, file.place_behind(text.substr(0, nul)), "table.encoding",
                 {"セルにNUL文字があります", "the cell holds a NUL character"});
  else if (!decoded.whole())
    report_no_letter(decoded.encoding(), file.place_behind(text), findings);
  return nul == std::string_view::npos && decoded.whole();
}

// Two encodings can look alike: what was only detected is said.
void report_detected(const TextFile& file, Encoding encoding, Findings& findings) {
  if (file.encoding || encoding == Encoding::utf8) return;
  const std::string word = word_of(encoding);
  add_finding(findings, Level::note, {file.file, 1, 1}, "table.detected",
              {fmt::format("文字コードは{}と見分けました。encoding = \"{}\"と書けば確かになります",
                           name_of(encoding), word),
               fmt::format("the encoding seems to be {}; encoding = \"{}\" makes it sure",
                           name_of(encoding), word)});
}

Message words_of_kind(const std::string& kind, std::string_view bytes) {
  if (kind == "HTML")
    return {
        "表ではなく、ウェブページです（ログインやお知らせの画面かもしれません）。表のファイルを取り"
        "直してください",
        "this is a web page (perhaps a login or a notice), no table; fetch the table's file"};
  if (kind == "ZIP" && holds_workbook(bytes))
    return {
        "エクセルなどの表計算のファイルです。名前の末尾を.xlsx（か.ods）にするか、CSVで保存し直して"
        "ください",
        "this is a spreadsheet; let its name end with .xlsx (or .ods), or save it as CSV"};
  if (kind == "OLE2")
    return {
        "エクセルの古い形式（.xls）か、パスワード付きのファイルです。表計算ソフトで開き、."
        "xlsx形式で"
        "保存し直してください",
        "this is an old .xls, or a file with a password; open it in a spreadsheet program and "
        "save it as .xlsx"};
  return {fmt::format("文字の表ではなく、{}のファイルです。表のファイルを取り直してください",
                      kind == "image" ? "画像" : kind),
          fmt::format("this is {}, no table of text; fetch the table's file",
                      kind == "image" ? "an image" : kind)};
}

// What would be read as a table of rubbish, because all of its bytes are letters.
bool is_foreign(std::string_view bytes, const TextFile& file, Findings& findings) {
  const std::string kind = kind_by_first_bytes(bytes);
  if (!kind.empty())
    report_error(findings, {file.file, 0, 0}, "table.content", words_of_kind(kind, bytes));
  else if (has_jis_letters(bytes))
    report_error(findings, {file.file, 0, 0}, "table.encoding",
                 {"文字コードがISO-2022-JP（JIS）のようで、読めません。UTF-8で保存し直してください",
                  "the encoding seems to be ISO-2022-JP (JIS), which is not read; save it as "
                  "UTF-8"});
  else
    return false;
  return true;
}

}  // namespace

std::optional<DecodedText> decoded_file(std::string_view bytes, const TextFile& file,
                                        Findings& findings) {
  if (bytes.size() > file.most) {
    report_size(file.file, file.most, findings);
    return std::nullopt;
  }
  if (is_foreign(bytes, file, findings)) return std::nullopt;
  auto decoded = DecodedText::settled(bytes, file.encoding);
  if (!decoded) {
    report_mark(file, findings);
    return std::nullopt;
  }
  if (!is_text(*decoded, file, findings)) return std::nullopt;
  report_detected(file, decoded->encoding(), findings);
  return decoded;
}

void report_size(const std::string& file, std::size_t most, Findings& findings) {
  report_error(findings, {file, 0, 0}, "table.limit",
               {fmt::format("ファイルが{}バイトを超えています", most),
                fmt::format("the file has more than {} bytes", most)});
}

void report_private(int count, Place first, std::string_view pointer, Findings& findings) {
  const std::string where = pointer.empty() ? "" : std::string(pointer) + ' ';
  report_warning(
      findings, std::move(first), "table.private_character",
      {fmt::format(
           "{}外字（私用領域の文字）か、失われた文字（U+FFFD）が{}字あります。ほかの機械では"
           "読めません。正しい文字に直してください",
           where, count),
       fmt::format("{}{} private-use characters, or U+FFFD where a character was lost; other "
                   "machines can't show them; put the right ones in their place",
                   where, count)});
}

}  // namespace yokoten
