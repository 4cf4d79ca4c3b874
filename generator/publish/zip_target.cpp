#include "publish/zip_target.h"

#include <atomic>
#include <filesystem>
#include <mutex>

#include "base/interruption.h"
#include "model/report.h"
#include "publish/preview_site.h"
#include "publish/windows_names.h"
#include "publish/zip_archive.h"

namespace yokoten {
namespace {

// At the end of an archive, before the hash of its site.
constexpr std::string_view archive_mark = "yokoten ";

bool may_replace(Disk& disk, const std::string& target, Findings& findings) {
  const auto standing = disk.read(target);
  const bool is_ours = standing && zip_comment(*standing).starts_with(archive_mark);
  if (is_ours || !disk.exists(target)) return true;
  report_error(findings, {target, 0, 0}, "publish.foreign",
               {"publish が作ったものではないので置き換えません。別の名前にしてください",
                "no publish made this, so it is not replaced; choose another name"});
  return false;
}

/// What an archive gets of a site.
class Packing {
 public:
  Packing(const BuiltSite& site, const PublishExtras& extras, Findings& findings,
          Progress& progress)
      : archive(site.record().as_of),
        site_(site),
        extras_(extras),
        findings_(findings),
        progress_(progress) {}

  bool take_all() {
    return give_files(
        site_, extras_,
        [&](const PublishedFile& file, std::string_view bytes) {
          archive.add(file.entry.path, bytes);
          ++files;
          return true;
        },
        findings_, progress_);
  }

  // Its manifest tells of the files as they are in the archive.
  bool take_preview(const std::string& folder) {
    std::vector<std::string> paths = {"manifest.json"};
    for (const ManifestEntry& each : site_.files()) paths.push_back(each.path);
    const PreviewSite preview(paths);
    std::mutex guard;
    std::vector<ManifestEntry> entries;
    const auto take = [&](const PublishedFile& file, std::string_view bytes) {
      const std::string name = preview.name_of(file.entry.path);
      if (name.empty() || name == "manifest.json") return true;
      const std::string made = preview.bytes_of(file.entry.path, std::string(bytes));
      archive.add(folder + '/' + name, made);
      const std::lock_guard lock(guard);
      entries.push_back(entry_of(name, made));
      return true;
    };
    if (!give_files(site_, {}, take, findings_, progress_)) return false;
    files = entries.size() + 1;
    sort_by_path(entries);
    archive.add(folder + "/manifest.json", manifest_json(entries));
    return true;
  }

  ZipArchive archive;
  std::atomic<std::size_t> files{0};

 private:
  const BuiltSite& site_;
  const PublishExtras& extras_;
  Findings& findings_;
  Progress& progress_;
};

}  // namespace

HandedOver hand_over_zip(Disk& disk, const std::string& site, const std::string& target,
                         const PublishExtras& extras, bool as_preview, Findings& findings,
                         Progress& progress) {
  const auto built = BuiltSite::opened(disk, site, extras.approval, findings);
  if (!built || !may_replace(disk, target, findings)) return {};
  Packing packing(*built, extras, findings, progress);
  const std::string stem = windows_name(std::filesystem::path(target).stem().string());
  if (!(as_preview ? packing.take_preview(stem) : packing.take_all())) return {};
  if (report_unread(disk, findings)) return {};
  progress.begin({"zip の書き込み", "writing the archive"}, 0);
  const std::string bytes = packing.archive.bytes(std::string(archive_mark) + built->hash());
  complete_undisturbed();
  if (bytes.empty() || !disk.replace(target, bytes)) {
    report_error(findings, {target, 0, 0}, "publish.write",
                 bytes.empty() ? Message{"4GB を超えるので、zip にできません",
                                         "more than 4 GB do not go into a zip"}
                               : Message{"書けません（" + disk.reason() + "）",
                                         "can't write (" + disk.reason() + ")"});
    return {};
  }
  return {.files = packing.files, .title = built->record().title, .as_of = built->record().as_of};
}

}  // namespace yokoten
