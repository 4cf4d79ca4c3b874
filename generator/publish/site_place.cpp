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

// The built site that `into` lies in; empty where it lies in none. What was published keeps what
// others put there.
std::string outer_site(const std::string& into, Disk& disk) {
  std::error_code error;
  std::filesystem::path outer = std::filesystem::absolute(without_slash(into), error);
  while (outer.has_relative_path()) {
    outer = outer.parent_path();
    const auto manifest = disk.read((outer / "manifest.json").string());
    if (manifest && read_manifest(*manifest) && !disk.exists((outer / record_name).string()))
      return outer.string();
  }
  return {};
}

std::optional<Objection> objection_to_outer(const std::string& into, Disk& disk) {
  const std::string outer = outer_site(into, disk);
  if (outer.empty()) return std::nullopt;
  return Objection{
      "publish.foreign",
      {"サイト（" + outer + "）の中です。その次の build で消えるので、ほかの場所に作ってください",
       "this lies in a site (" + outer +
           "), whose next build would remove it; build into another place"}};
}

std::optional<Objection> objection_to_place(const std::string& into, Disk& disk) {
  if (auto found = objection_to_name(into, disk)) return found;
  if (disk.exists(into + '/' + record_name))
    return Objection{
        "publish.published",
        {"publish で公開したフォルダーなので置き換えません（ほかの人のファイルや、前のサイトへ"
         "戻る道がなくなります）。別のフォルダーに build して、publish してください",
         "this folder was published to, and is not replaced: files of others and the way back "
         "would be lost; build into another folder and publish that here"}};
  if (may_be_replaced(disk, without_slash(into))) return objection_to_outer(into, disk);
  return Objection{
      "publish.foreign",
      {"このフォルダーには別のものがあるので置き換えません（manifest.json がありません）",
       "something else stands in this folder; it is not replaced (it has no manifest.json)"}};
}

bool is_without(std::optional<Objection> found, const std::string& into, Findings& findings) {
  if (found) report_error(findings, {into, 0, 0}, found->code, std::move(found->message));
  return !found;
}

}  // namespace

bool may_stand(const std::string& into, Disk& disk, Findings& findings) {
  return is_without(objection_to_place(into, disk), into, findings);
}

bool may_take_place(const NextTree& tree, const std::string& into, Disk& disk, Findings& findings) {
  return is_without(tree.is_ours() ? objection_to_place(into, disk) : objection_to_lock(disk), into,
                    findings);
}

}  // namespace yokoten
