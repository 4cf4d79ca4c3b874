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

}  // namespace

std::map<std::string, std::string> starting_files(Disk& disk, const std::string& home,
                                                  const NewPublication& wanted,
                                                  Findings& findings) {
  std::map<std::string, std::string> files;
  const std::string from = home + "/data/new/" + wanted.kind;
  for (const std::string& file : disk.files(from)) {
    std::string text = disk.read(from + '/' + file).value_or(std::string());
    replace_all(text, "%PREFECTURE%", wanted.prefecture);
    replace_all(text, "%CODE%", wanted.code);
    replace_all(text, "%TODAY%", wanted.today);
    files[file] = std::move(text);
  }
  if (files.empty())
    report_error(findings, {from, 0, 0}, "new.home",
                 {"始めのファイルがありません。プログラムを入れ直してください",
                  "the starting files are not there; install the program anew"});
  return files;
}

bool is_free(Disk& disk, const std::string& folder, Findings& findings) {
  if (!disk.read(folder) && disk.files(folder).empty()) return true;
  report_error(findings, {folder, 0, 0}, "new.exists",
               {"ここにはもうファイルがあります。別の名前を指定してください",
                "there are files already; give another name"});
  return false;
}

bool write_files(Disk& disk, const std::string& folder,
                 const std::map<std::string, std::string>& files, Findings& findings) {
  for (const auto& [file, text] : files) {
    if (disk.write(folder + '/' + file, text)) continue;
    report_error(findings, {folder + '/' + file, 0, 0}, "new.write",
                 {"書けません（" + disk.reason() + "）", "can't write (" + disk.reason() + ")"});
    return false;
  }
  return true;
}

}  // namespace yokoten
