#include "publish/site_place.h"

#include <filesystem>
#include <optional>

#include "model/report.h"
#include "publish/published_record.h"

namespace yokoten {
namespace {

struct Objection {
  const char* code;
  Message message;
};

std::optional<Objection> objection_to_lock(const Disk& disk) {
  if (const std::string reason = disk.reason(); !reason.empty())
    return Objection{"publish.write",
                     {"書けません（" + reason + "）。今までのサイトはそのままです",
                      "can't write (" + reason + "); the site stays as it was"}};
  return Objection{"publish.locked",
                   {"別の build がここへ書いています。終わってからやり直してください",
                    "another build is writing here; try again when it has ended"}};
}

// What takes the place of a name replaces a link itself, not what it leads to.
std::optional<Objection> objection_to_name(const std::string& into, Disk& disk) {
  std::error_code error;
  if (std::filesystem::is_symlink(without_slash(into), error))
    return Objection{
        "publish.foreign",
        {"フォルダーではなくリンクなので置き換えません。リンクの指すフォルダーを指定してください",
         "this is a link and no folder; it is not replaced. Name the folder that it leads to"}};
  if (disk.read(into))
    return Objection{"publish.foreign",
                     {"フォルダーではなくファイルがあるので置き換えません",
                      "this is a file and no folder; it is not replaced"}};
  return std::nullopt;
}

std::optional<Objection> objection(const NextTree& tree, const std::string& into, Disk& disk) {
  if (!tree.is_ours()) return objection_to_lock(disk);
  if (auto found = objection_to_name(into, disk)) return found;
  if (disk.exists(into + '/' + record_name))
    return Objection{
        "publish.published",
        {"publish で公開したフォルダーなので置き換えません（ほかの人のファイルや、前のサイトへ"
         "戻る道がなくなります）。別のフォルダーに build して、publish してください",
         "this folder was published to, and is not replaced: files of others and the way back "
         "would be lost; build into another folder and publish that here"}};
  if (tree.may_replace()) return std::nullopt;
  return Objection{
      "publish.foreign",
      {"このフォルダーには別のものがあるので置き換えません（manifest.json がありません）",
       "something else stands in this folder; it is not replaced (it has no manifest.json)"}};
}

}  // namespace

bool may_take_place(const NextTree& tree, const std::string& into, Disk& disk, Findings& findings) {
  auto found = objection(tree, into, disk);
  if (found) report_error(findings, {into, 0, 0}, found->code, std::move(found->message));
  return !found;
}

}  // namespace yokoten
