#include "publish/hand_over.h"

#include <sys/stat.h>

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <set>

#include "base/interruption.h"
#include "model/report.h"
#include "publish/generations.h"
#include "publish/tree.h"

namespace yokoten {
namespace {

namespace fs = std::filesystem;

// Who may enter the folder that stands may read what is laid in it, whatever umask the one who
// publishes has: else a web server could read nothing of the new site. Its group may write where it
// may write there and others may not; all others never.
void keep_rights(const std::string& target) {
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0) return;
  mode_t open = status.st_mode & 0055;
  open |= (open & 0011) << 2;
  if ((status.st_mode & 0022) == 0020) open |= 0020;
  ::umask(~open & 0077);
}

/// One folder that sites are handed over to; each step tells what keeps it from going on.
class TargetFolder {
 public:
  TargetFolder(Disk& disk, const std::string& target, Findings& findings, Progress& progress)
      : disk_(disk),
        target_(real_folder(target)),
        folders_{target_, beside(target_, ".previous"), beside(target_, ".next")},
        findings_(findings),
        progress_(progress) {}

  HandedOver take(const BuiltSite& site, const PublishExtras& extras) {
    if (!is_elsewhere(site.folder()) || leads_nowhere() || !is_mine()) return {};
    keep_rights(target_);
    PublishedTree tree(disk_, folders_.next);
    const auto write = [&](const PublishedFile& file, std::string_view bytes) {
      return tree.take(file, bytes);
    };
    if (!give_files(site, extras, write, findings_, progress_)) return failed(tree.reason());
    return stands(tree, {.site = site.hash(),
                         .title = site.record().title,
                         .as_of = site.record().as_of,
                         .files = tree.files()});
  }

  HandedOver take_previous() {
    if (leads_nowhere() || !is_mine()) return {};
    auto record = record_at(disk_, folders_.previous);
    if (!record) {
      refuse(target_, "publish.no_way_back",
             {"前に公開していたものが取ってありません。戻せるのは、publish "
              "で置きかえる前のものだけです",
              "what stood here before is not kept; there is a way back only to what a publish has "
              "replaced"});
      return {};
    }
    progress_.begin({"前のサイトへの切りかえ", "going back"}, 0);
    const std::string broken = broken_file(disk_, folders_.previous, *record);
    if (!broken.empty()) {
      refuse(folders_.previous + '/' + broken, "publish.no_way_back",
             {"変わったか、なくなっているので、前のものへ戻せません",
              "it was changed or removed, so there is no way back"});
      return {};
    }
    keep_rights(target_);
    PublishedTree tree(disk_, folders_.next);
    if (!tree.take_site(folders_.previous, *record)) return failed(tree.reason());
    record->files = tree.files();
    return stands(tree, std::move(*record));
  }

 private:
  void refuse(const std::string& file, const char* code, Message message) {
    report_error(findings_, {file, 0, 0}, code, std::move(message));
  }

  HandedOver failed(const std::string& reason) {
    disk_.remove_tree(folders_.next);
    if (!blocks(findings_)) refuse_write(reason);
    return {};
  }

  bool refuse_write(const std::string& reason) {
    refuse(target_, "publish.write",
           {"書けません（" + reason + "）。今まで公開していたものはそのままです",
            "can't write (" + reason + "); what stood there stays as it was"});
    return false;
  }

  // A target inside the site, or around it, would take a part of itself away.
  bool is_elsewhere(const std::string& site) {
    const auto inside = [](const fs::path& inner, const fs::path& outer) {
      const std::string a = inner.generic_string() + '/', b = outer.generic_string() + '/';
      return a.starts_with(b);
    };
    const auto path = [](const std::string& text) {
      auto made = fs::weakly_canonical(fs::absolute(text));
      return made.has_filename() ? made : made.parent_path();
    };
    const auto from = path(site), to = path(target_);
    if (!inside(from, to) && !inside(to, from)) return true;
    refuse(target_, "publish.target",
           {"サイトと重なる場所へは公開できません。別のフォルダーを指定してください",
            "this is the site itself, or lies in it or around it; name another folder"});
    return false;
  }

  // What a link names would not become the site: the link itself would be replaced.
  bool leads_nowhere() {
    std::error_code error;
    const fs::path plain = fs::path(target_ + '/').lexically_normal().parent_path();
    if (!fs::is_symlink(plain, error)) return false;
    refuse(target_, "publish.target",
           {"リンクの指す先がありません。フォルダーを指定してください",
            "this is a link to nothing; name a folder"});
    return true;
  }

  // Holds the lock from here on, and knows what stands.
  bool is_mine() {
    lock_ = lock_of(disk_, target_);
    if (!lock_) {
      if (const std::string why = disk_.reason(); !why.empty()) return refuse_write(why);
      refuse(target_, "publish.locked",
             {"別の publish がここへ書いています。終わってからやり直してください",
              "another publish is writing here; try again when it has ended"});
      return false;
    }
    const bool settled = settle(disk_, folders_);
    if (report_unread(disk_, findings_)) return false;
    if (!settled) {
      failed(disk_.reason());
      return false;
    }
    if (const auto standing = record_at(disk_, target_)) {
      standing_ = *standing;
      return true;
    }
    if (!disk_.read(target_) && disk_.entries(target_).empty()) return true;
    refuse(target_, "publish.foreign",
           {"このフォルダーには別のものがあるので置き換えません",
            "something else stands in this folder; it is not replaced"});
    return false;
  }

  /// What others put here: it stays.
  bool take_foreign(PublishedTree& tree, const PublishedRecord& next) {
    std::set<std::string> ours = {record_name}, wanted = {record_name};
    for (const PublishedFile& each : standing_.files) ours.insert(each.entry.path);
    for (const PublishedFile& each : next.files) wanted.insert(each.entry.path);
    for (const std::string& each : disk_.entries(target_)) {
      if (ours.contains(each)) continue;
      if (wanted.contains(each)) {
        refuse(target_ + '/' + each, "publish.foreign",
               {"publish が置いたものではないので置き換えません。サイトにも同じ名前のものが"
                "あります。どちらかの名前を変えてください",
                "publish did not put this here, so it is not replaced, and the site has a file of "
                "this name; rename one of them"});
        return false;
      }
      if (!tree.take_over(target_, each)) return false;
    }
    return true;
  }

  HandedOver stands(PublishedTree& tree, PublishedRecord record) {
    HandedOver done{
        .files = record.files.size(), .kept = 0, .title = record.title, .as_of = record.as_of};
    if (!take_foreign(tree, record)) return failed(tree.reason());
    for (PublishedFile& each : kept_files(standing_, record)) {
      if (!disk_.exists(target_ + '/' + each.entry.path)) continue;
      if (!tree.take_over(target_, each.entry.path)) return failed(tree.reason());
      record.files.push_back(std::move(each));
      ++done.kept;
    }
    record.generation = standing_.generation + 1;
    if (report_unread(disk_, findings_)) return failed({});
    progress_.begin({"ディスクへの書き込み", "bringing it to the disk"}, 0);
    if (!tree.finish(std::move(record))) return failed(tree.reason());
    complete_undisturbed();
    return advance(disk_, folders_) ? done : failed(disk_.reason());
  }

  Disk& disk_;
  std::string target_;
  Generations folders_;
  Findings& findings_;
  Progress& progress_;
  std::unique_ptr<DiskLock> lock_;
  PublishedRecord standing_;
};

}  // namespace

HandedOver hand_over(Disk& disk, const std::string& site, const std::string& target,
                     const PublishExtras& extras, Findings& findings, Progress& progress) {
  const auto built = BuiltSite::opened(disk, site, extras.approval, findings);
  if (!built) return {};
  return TargetFolder(disk, target, findings, progress).take(*built, extras);
}

HandedOver hand_back(Disk& disk, const std::string& target, Findings& findings,
                     Progress& progress) {
  return TargetFolder(disk, target, findings, progress).take_previous();
}

}  // namespace yokoten
