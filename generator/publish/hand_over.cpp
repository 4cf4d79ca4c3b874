#include "publish/hand_over.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <vector>

#include "base/hash.h"
#include "model/report.h"
#include "publish/manifest.h"
#include "publish/release.h"
#include "publish/tree.h"

namespace yokoten {
namespace {

namespace fs = std::filesystem;

// The folder that a path means: its record lies beside it, not beside `.` or a link to it.
std::string real_folder(const std::string& path) {
  std::error_code error;
  const fs::path plain = fs::path(path + '/').lexically_normal().parent_path();
  const bool named = !plain.empty() && plain.filename() != "." && plain.filename() != "..";
  if (named && !fs::is_symlink(plain, error)) return path;
  const fs::path real = fs::canonical(path, error);
  return error ? path : real.generic_string();
}

/// Hands one site over, step by step; each step tells what keeps it from going on.
class HandOver {
 public:
  HandOver(Disk& disk, const std::string& site, const std::string& target, Findings& findings)
      : disk_(disk),
        site_(without_slash(real_folder(site))),
        target_(real_folder(target)),
        findings_(findings) {}

  HandedOver run() {
    const auto manifest = disk_.read(site_ + "/manifest.json");
    const auto files = manifest ? read_manifest(*manifest) : std::nullopt;
    if (!files) {
      refuse(site_, "publish.no_site",
             {"build が作ったサイトではありません（manifest.json が読めません）",
              "this is no site that build made (its manifest.json can't be read)"});
      return {};
    }
    if (!is_released(*manifest) || !is_elsewhere() || leads_nowhere()) return {};
    return {copied(*files)};
  }

 private:
  void refuse(const std::string& file, const char* code, Message message) {
    report_error(findings_, {file, 0, 0}, code, std::move(message));
  }

  bool is_released(const std::string& manifest) {
    const std::string file = release_file(site_);
    const auto bytes = disk_.read(file);
    const auto release = bytes ? read_release(*bytes) : std::nullopt;
    if (!release || release->site != sha256(manifest)) {
      refuse(file, "publish.release",
             release ? Message{"このサイトのものではありません。build をやり直してください",
                               "it is not that of this site; build it again"}
                     : Message{"サイトの記録がありません。build をやり直してください",
                               "the record of the site is not there; build it again"});
      return false;
    }
    bool good = release->unfilled == 0;
    if (!good)
      refuse(file, "publish.unfilled",
             {fmt::format("【記入】が{}か所に残っています。check で場所を見て、書き換えてください",
                          release->unfilled),
              fmt::format("【記入】 still stands in {} places; see them by check, and fill them in",
                          release->unfilled)});
    for (const BuildRecord::Item& each : release->duties) {
      if (!each.binding || each.state != "missing") continue;
      good = false;
      refuse(file, "publish.duty",
             {fmt::format("{} の {}: "
                          "{}。公表するか、理由を書いて（duty."
                          "toml、エクセルでは「公表しないもの」）build してください",
                          each.programme, each.item, each.lacks.ja),
              fmt::format("{}, {}: {}; publish it, or give a reason in duty.toml, and build again",
                          each.programme, each.item, each.lacks.en)});
    }
    return good;
  }

  // A target inside the site, or around it, would take a part of itself away.
  bool is_elsewhere() {
    const auto inside = [](const fs::path& inner, const fs::path& outer) {
      const std::string a = inner.generic_string() + '/', b = outer.generic_string() + '/';
      return a.starts_with(b);
    };
    const auto path = [](const std::string& text) {
      auto made = fs::weakly_canonical(fs::absolute(text));
      return made.has_filename() ? made : made.parent_path();
    };
    const auto from = path(site_), to = path(target_);
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

  std::size_t copied(const std::vector<ManifestEntry>& files) {
    NextTree tree(disk_, target_);
    if (!tree.is_ours() || !tree.may_replace()) {
      refuse(target_, tree.is_ours() ? "publish.foreign" : "publish.locked",
             tree.is_ours()
                 ? Message{"このフォルダーには別のものがあるので置き換えません",
                           "something else stands in this folder; it is not replaced"}
                 : Message{"ここへ書けないか、別の publish が書いています",
                           "nothing can be written here, or another publish is writing"});
      return 0;
    }
    for (const ManifestEntry& each : files)
      if (!copy(each, tree)) return 0;
    if (tree.finish()) return files.size() + 1;
    refuse_write(tree.reason());
    return 0;
  }

  bool copy(const ManifestEntry& entry, NextTree& tree) {
    const auto bytes = disk_.read(site_ + '/' + entry.path);
    if (!bytes || sha256(*bytes) != entry.sha256) {
      refuse(site_ + '/' + entry.path, "publish.changed",
             {"build のあとで変わったか、なくなっています。build をやり直してください",
              "it was changed or removed after the build; build the site again"});
      return false;
    }
    if (tree.write(entry.path, *bytes)) return true;
    refuse_write(tree.reason());
    return false;
  }

  void refuse_write(const std::string& reason) {
    refuse(target_, "publish.write",
           {"書けません（" + reason + "）。今まで公開していたものはそのままです",
            "can't write (" + reason + "); what stood there stays as it was"});
  }

  Disk& disk_;
  std::string site_, target_;
  Findings& findings_;
};

}  // namespace

HandedOver hand_over(Disk& disk, const std::string& site, const std::string& target,
                     Findings& findings) {
  return HandOver(disk, site, target, findings).run();
}

}  // namespace yokoten
