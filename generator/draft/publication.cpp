#include "draft/publication.h"

#include "model/report.h"

namespace yokoten {
namespace {

void replace_all(std::string& text, std::string_view mark, std::string_view with) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
    text.replace(at, mark.size(), with);
    at += with.size();
  }
}

bool is_free(Disk& disk, const std::string& folder, Findings& findings) {
  if (!disk.read(folder) && disk.files(folder).empty()) return true;
  report_error(findings, {folder, 0, 0}, "new.exists",
               {"ここにはもうファイルがあります。別のフォルダーを指定してください",
                "there are files already; name another folder"});
  return false;
}

}  // namespace

std::size_t begin_publication(Disk& disk, const std::string& home, const NewPublication& wanted,
                              Findings& findings) {
  if (!is_free(disk, wanted.folder, findings)) return 0;
  const std::string from = home + "/data/new/" + wanted.kind;
  const auto files = disk.files(from);
  for (const std::string& file : files) {
    std::string text = disk.read(from + '/' + file).value_or(std::string());
    replace_all(text, "%PREFECTURE%", wanted.prefecture);
    replace_all(text, "%CODE%", wanted.code);
    replace_all(text, "%TODAY%", wanted.today);
    if (disk.write(wanted.folder + '/' + file, text)) continue;
    report_error(findings, {wanted.folder + '/' + file, 0, 0}, "new.write",
                 {"書けません（" + disk.reason() + "）", "can't write (" + disk.reason() + ")"});
    return 0;
  }
  if (files.empty())
    report_error(findings, {from, 0, 0}, "new.home",
                 {"始めのファイルがありません。プログラムを入れ直してください",
                  "the starting files are not there; install the program anew"});
  return files.size();
}

}  // namespace yokoten
