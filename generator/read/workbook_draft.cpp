#include "read/workbook_draft.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/report.h"

namespace yokoten {
namespace {

constexpr std::string_view compound_file = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

// The name of the stream that a compound file keeps an encrypted workbook in, as UTF-16.
std::string encrypted_stream() {
  std::string bytes;
  for (const char letter : std::string_view("EncryptedPackage")) (bytes += letter) += '\0';
  return bytes;
}

Message not_this(std::string_view ja, std::string_view en, std::string_view format) {
  return {fmt::format("{}です。表計算ソフトで開き、{}形式で保存し直してください", ja, format),
          fmt::format("{}; open it in a spreadsheet program and save it as {}", en, format)};
}

}  // namespace

WorkbookDraft::WorkbookDraft(const std::string& file_, const WorkbookLimits& limits_,
                             Findings& findings_)
    : file(file_), limits(limits_), findings(findings_) {
  limits.cell = std::min<std::size_t>(limits.cell, CellRun::most_text);
}

bool WorkbookDraft::refuse(std::string code, Message message, int row, int column) {
  report_error(findings, {file, row, column}, std::move(code), std::move(message));
  refused = true;
  return false;
}

bool WorkbookDraft::refuse_limit(Message message, int row, int column) {
  return refuse("table.limit", std::move(message), row, column);
}

bool WorkbookDraft::refuse_password() {
  return refuse(
      "workbook.encrypted",
      {"パスワードで保護されています。表計算ソフトで開き、パスワードを外して保存し直してください",
       "the file is protected by a password; open it, remove the password and save it anew"});
}

bool WorkbookDraft::is_archive(std::string_view bytes, std::string_view format) {
  if (bytes.size() > limits.bytes)
    return refuse_limit({fmt::format("ファイルが{}バイトを超えています", limits.bytes),
                         fmt::format("the file has more than {} bytes", limits.bytes)});
  if (bytes.starts_with("PK")) return true;
  if (bytes.empty()) return refuse("workbook.format", {"ファイルが空です", "the file is empty"});
  if (bytes.starts_with(compound_file)) {
    if (bytes.find(encrypted_stream()) != std::string_view::npos) return refuse_password();
    return refuse("workbook.format",
                  not_this("古い形式（.xls）のファイル", "a file of the old form .xls", format));
  }
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (first != std::string_view::npos && bytes[first] == '<')
    return refuse("workbook.format",
                  not_this("HTMLまたはXMLのファイル", "an HTML or XML file", format));
  return refuse("workbook.format",
                not_this("スプレッドシートでないファイル", "no spreadsheet file", format));
}

}  // namespace yokoten
