#include "publish/remote_target.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "base/interruption.h"
#include "model/report.h"
#include "publish/kept_release.h"
#include "publish/remote_difference.h"

namespace yokoten {
namespace {

using Paths = std::vector<std::string>;

bool is_page(const std::string& path) {
  return path.ends_with(".html") || path.ends_with(".html.gz") || path.ends_with(".html.br");
}

/// manifest.json tells that a site is whole: it comes last.
bool is_last(const std::string& path) {
  return path == "manifest.json" || path == "manifest.json.gz" || path == "manifest.json.br";
}

/// The record while a site is on its way: what stands, and what is coming.
PublishedRecord record_on_the_way(PublishedRecord standing, const PublishedRecord& next,
                                  bool goes_back) {
  std::set<std::string> known;
  for (const PublishedFile& each : standing.files) known.insert(each.entry.path);
  for (const PublishedFile& each : next.files)
    if (!known.contains(each.entry.path)) standing.files.push_back({each.entry, Standing::coming});
  standing.coming = next.site;
  standing.goes_back = goes_back;
  return standing;
}

/// One remote that sites are brought to; each step tells what keeps it from going on.
class TargetRemote {
 public:
  TargetRemote(Disk& disk, const std::string& site, const std::string& name, Findings& findings,
               Progress& progress)
      : disk_(disk),
        name_(name),
        kept_(disk, site, name),
        remote_(disk, name, kept_.scratch(), progress),
        findings_(findings),
        progress_(progress) {}

  HandedOver take(const BuiltSite& site, const PublishExtras& extras) {
    if (!begin()) return {};
    PublishedTree tree(disk_, kept_.folders().next);
    const auto write = [&](const PublishedFile& file, std::string_view bytes) {
      return tree.take(file, bytes);
    };
    if (!give_files(site, extras, write, findings_, progress_)) return failed_here(tree.reason());
    PublishedRecord next{.generation = standing_.generation + 1,
                         .site = site.hash(),
                         .title = site.record().title,
                         .as_of = site.record().as_of,
                         .files = tree.files()};
    if (!tree.finish(next)) return failed_here(tree.reason());
    keep_standing();
    return stands(std::move(next), false);
  }

  HandedOver take_previous() {
    if (!begin()) return {};
    const bool interrupted = !standing_.coming.empty() && !standing_.goes_back;
    const std::string& from = interrupted ? kept_.folders().live : kept_.folders().previous;
    auto next = kept_.has(standing_) ? record_at(disk_, from) : std::nullopt;
    if (!next || !broken_file(disk_, from, *next).empty()) {
      refuse("publish.no_way_back",
             {"前に公開していたものが、この機械に取ってありません。戻せるのは、この機械から最後に"
              "公開したときに置きかえたものだけです。前のサイトを build して publish してください",
              "what stood there before is not kept on this machine; there is a way back only to "
              "what the last publish from here has replaced. Build the site from before and "
              "publish it"});
      return {};
    }
    PublishedTree tree(disk_, kept_.folders().next);
    if (!tree.take_site(from, *next)) return failed_here(tree.reason());
    next->files = tree.files();
    next->generation = standing_.generation + 1;
    if (!tree.finish(*next)) return failed_here(tree.reason());
    return stands(std::move(*next), !interrupted);
  }

 private:
  void refuse(const char* code, Message message) {
    report_error(findings_, {name_, 0, 0}, code, std::move(message));
  }

  HandedOver failed_here(const std::string& reason) {
    if (!blocks(findings_))
      refuse("publish.write",
             {"この機械に書けません（" + reason + "）。公開先はそのままです",
              "can't write on this machine (" + reason + "); what stands there stays as it was"});
    return {};
  }

  HandedOver failed_there() {
    if (remote_.reason().find("didn't find section in config file") != std::string::npos) {
      refuse("publish.remote",
             {"この名前の公開先は rclone に登録されていません。名前を rclone listremotes で確かめ、"
              "なければ rclone config で登録してください",
              "rclone knows no remote of that name; see rclone listremotes for its name, or add it "
              "by rclone config"});
      return {};
    }
    refuse("publish.remote", {"公開先とやりとりできませんでした（" + remote_.reason() +
                                  "）。同じコマンドをもう一度実行すると、残りから続けます",
                              "the remote could not be read or written (" + remote_.reason() +
                                  "); the same command goes on with what is missing"});
    return {};
  }

  // Holds the lock from here on, and knows what stands.
  bool begin() {
    progress_.begin({"公開先の確認", "looking at what stands there"}, 0);
    if (!kept_.lock()) {
      if (const std::string why = disk_.reason(); !why.empty()) return failed_here(why).files != 0;
      refuse("publish.locked",
             {"別の publish が同じところへ公開しています。終わってからやり直してください",
              "another publish to it is running; try again when it has ended"});
      return false;
    }
    if (!remote_.is_reached()) {
      if (rclone_path().empty())
        refuse("publish.remote",
               {"rclone がありません。sudo apt-get install rclone で入れてください",
                "there is no rclone; install it (sudo apt-get install rclone)"});
      else
        failed_there();
      return false;
    }
    auto files = remote_.files();
    if (!files) failed_there();
    if (!files) return false;
    there_ = std::move(*files);
    if (!knows_standing()) return false;
    kept_.settle(standing_);
    return true;
  }

  bool knows_standing() {
    if (there_.empty()) return true;
    const bool has_record = there_.contains(record_name);
    std::optional<std::string> bytes;
    if (has_record || there_.contains("manifest.json")) {
      bytes = remote_.read(has_record ? record_name : "manifest.json");
      if (!bytes) failed_there();
      if (!bytes) return false;
    }
    auto record = !bytes       ? std::nullopt
                  : has_record ? read_record(*bytes)
                               : record_of_manifest(*bytes);
    if (record) standing_ = std::move(*record);
    if (!record)
      refuse("publish.foreign", {"別のものがあるので公開しません。空のところを指定してください",
                                 "something else stands there; name an empty place"});
    return record.has_value();
  }

  void keep_standing() {
    if (standing_.site.empty() || kept_.has(standing_)) return;
    progress_.begin({"前のサイトの取り置き", "keeping what stands there"}, 0);
    if (kept_.fetch(standing_, remote_)) return;
    report_warning(findings_, {name_, 0, 0}, "publish.no_way_back",
                   {"今あるものを取っておけないので、--rollback では戻せません",
                    "what stands there can't be kept, so --rollback won't lead back to it"});
  }

  bool meets_nobody(const PublishedRecord& next) {
    std::set<std::string> ours;
    for (const PublishedFile& each : standing_.files) ours.insert(each.entry.path);
    for (const PublishedFile& each : next.files) {
      if (!there_.contains(each.entry.path) || ours.contains(each.entry.path)) continue;
      refuse("publish.foreign",
             {fmt::format("{} は publish が置いたものではないので置き換えません。どちらかの名前を"
                          "変えてください",
                          each.entry.path),
              fmt::format("publish did not put {} there, so it is not replaced; rename one of them",
                          each.entry.path)});
      return false;
    }
    return true;
  }

  bool bring_record(const PublishedRecord& record) {
    progress_.begin({"記録の送信", "sending the record"}, 1);
    const std::string folder = kept_.scratch() + "/record";
    return disk_.write(folder + '/' + record_name, record_json(record)) &&
           remote_.bring(folder, {record_name});
  }

  std::optional<Paths> differing(const std::vector<PublishedFile>& files, const Paths& read_back,
                                 bool all) {
    const std::set<std::string> asked(read_back.begin(), read_back.end());
    return differing_files(disk_, kept_.folders().next, files, remote_, there_,
                           [&](const std::string& path) { return all || asked.contains(path); });
  }

  bool bring(const Paths& paths) {
    progress_.begin({"送信", "sending"}, paths.size());
    for (const bool pages : {false, true}) {
      Paths phase;
      std::copy_if(paths.begin(), paths.end(), std::back_inserter(phase),
                   [&](const std::string& each) { return is_page(each) == pages; });
      if (!remote_.bring(kept_.folders().next, phase)) return false;
    }
    return true;
  }

  bool looked() {
    auto files = remote_.files();
    if (files) there_ = std::move(*files);
    return files.has_value();
  }

  /// Brings what the remote lacks and reads it back; twice, as networks are.
  bool brought(const std::vector<PublishedFile>& files, HandedOver& done) {
    auto wrong = differing(files, {}, true);
    for (int tries = 0; wrong && !wrong->empty() && tries < 2; ++tries) {
      const Paths sent = *wrong;
      if (!bring(sent) || !looked()) return failed_there().files != 0;
      done.sent += tries == 0 ? sent.size() : 0;
      wrong = differing(files, sent, false);
    }
    if (!wrong) return failed_there().files != 0;
    if (wrong->empty()) return true;
    refuse("publish.verify", {fmt::format("公開先の{}ファイルが、送ったものと違います（{} など）",
                                          wrong->size(), wrong->front()),
                              fmt::format("{} files there are not what was sent ({}, …)",
                                          wrong->size(), wrong->front())});
    return false;
  }

  /// What we put there and nobody needs any more.
  Paths left(const PublishedRecord& on_the_way, const PublishedRecord& last) {
    std::set<std::string> needed;
    for (const PublishedFile& each : last.files) needed.insert(each.entry.path);
    Paths paths;
    for (const PublishedFile& each : on_the_way.files)
      if (!needed.contains(each.entry.path) && there_.contains(each.entry.path))
        paths.push_back(each.entry.path);
    return paths;
  }

  bool removed(const Paths& paths, HandedOver& done) {
    done.removed = paths.size();
    if (paths.empty()) return true;
    progress_.begin({"要らなくなったものの削除", "removing what is no longer there"}, paths.size());
    if (!remote_.remove(paths) || !looked()) return failed_there().files != 0;
    const auto still = std::find_if(paths.begin(), paths.end(),
                                    [&](const auto& each) { return there_.contains(each); });
    if (still == paths.end()) return true;
    refuse("publish.verify",
           {fmt::format("{} を消せません。同じコマンドをもう一度実行してください", *still),
            fmt::format("{} can't be removed; run the same command once more", *still)});
    return false;
  }

  HandedOver stands(PublishedRecord next, bool goes_back) {
    if (!meets_nobody(next)) return {};
    HandedOver done{.files = next.files.size(), .title = next.title, .as_of = next.as_of};
    PublishedRecord last = next;
    for (PublishedFile& each : kept_files(standing_, next))
      if (there_.contains(each.entry.path)) last.files.push_back(std::move(each));
    done.kept = last.files.size() - next.files.size();
    const PublishedRecord on_the_way = record_on_the_way(standing_, next, goes_back);
    if (!bring_record(on_the_way)) return failed_there();
    const auto tail =
        std::stable_partition(next.files.begin(), next.files.end(),
                              [](const auto& each) { return !is_last(each.entry.path); });
    if (!brought({next.files.begin(), tail}, done) || !brought({tail, next.files.end()}, done))
      return {};
    if (!removed(left(on_the_way, last), done)) return {};
    if (!bring_record(last) || remote_.read(record_name) != record_json(last))
      return failed_there();
    complete_undisturbed();
    if (!kept_.advance())
      report_warning(findings_, {name_, 0, 0}, "publish.no_way_back",
                     {"公開しましたが、前のものを取っておけませんでした（" + disk_.reason() + "）",
                      "it is published, but what stood there before could not be kept (" +
                          disk_.reason() + ")"});
    return done;
  }

  Disk& disk_;
  std::string name_;
  KeptReleases kept_;
  Remote remote_;
  Findings& findings_;
  Progress& progress_;
  RemoteFiles there_;
  PublishedRecord standing_;
};

}  // namespace

HandedOver hand_over_remote(Disk& disk, const std::string& site, const std::string& remote,
                            const PublishExtras& extras, Findings& findings, Progress& progress) {
  const auto built = BuiltSite::opened(disk, site, extras.approval, findings);
  if (!built) return {};
  return TargetRemote(disk, built->folder(), remote, findings, progress).take(*built, extras);
}

HandedOver hand_back_remote(Disk& disk, const std::string& site, const std::string& remote,
                            Findings& findings, Progress& progress) {
  return TargetRemote(disk, real_folder(site), remote, findings, progress).take_previous();
}

}  // namespace yokoten
