#include "publish/built_site.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/hash.h"
#include "model/report.h"
#include "publish/tree.h"

namespace yokoten {
namespace {

void refuse(Findings& findings, const std::string& file, const char* code, Message message) {
  report_error(findings, {file, 0, 0}, code, std::move(message));
}

bool is_filled(const BuildRecord& record, const std::string& file, Findings& findings) {
  if (record.unfilled == 0) return true;
  refuse(findings, file, "publish.unfilled",
         {fmt::format("【記入】が{}か所に残っています。check で場所を見て、書き換えてください",
                      record.unfilled),
          fmt::format("【記入】 still stands in {} places; see them by check, and fill them in",
                      record.unfilled)});
  return false;
}

bool meets_duties(const BuildRecord& record, const std::string& file, Findings& findings) {
  bool good = true;
  for (const BuildRecord::Item& each : record.duties) {
    if (!each.binding || each.state != "missing") continue;
    good = false;
    refuse(findings, file, "publish.duty",
           {fmt::format("{} の {}: {}。公表するか、理由を書いて（duty.toml、エクセルでは"
                        "「公表しないもの」）build してください",
                        each.programme, each.item, each.lacks.ja),
            fmt::format("{}, {}: {}; publish it, or give a reason (duty.toml, 公表しないもの in a "
                        "workbook), and build again",
                        each.programme, each.item, each.lacks.en)});
  }
  return good;
}

}  // namespace

std::string real_folder(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path plain = fs::path(path + '/').lexically_normal().parent_path();
  const bool named = !plain.empty() && plain.filename() != "." && plain.filename() != "..";
  if (named && !fs::is_symlink(plain, error)) return without_slash(path);
  const fs::path real = fs::canonical(path, error);
  return without_slash(error ? path : real.generic_string());
}

std::optional<BuiltSite> BuiltSite::opened(Disk& disk, const std::string& path,
                                           const std::optional<Approval>& approval,
                                           Findings& findings) {
  BuiltSite site(disk, real_folder(path));
  const auto manifest = disk.read(site.folder_ + "/manifest.json");
  auto files = manifest ? read_manifest(*manifest) : std::nullopt;
  if (!files) {
    refuse(findings, site.folder_, "publish.no_site",
           {"build が作ったサイトではありません（manifest.json が読めません）",
            "this is no site that build made (its manifest.json can't be read)"});
    return std::nullopt;
  }
  site.manifest_ = *manifest;
  site.files_ = std::move(*files);
  if (!site.is_released(findings)) return std::nullopt;
  if (approval && !approves(*approval, path, site.hash(), findings)) return std::nullopt;
  return site;
}

bool BuiltSite::is_released(Findings& findings) {
  const std::string file = release_file(folder_);
  const auto bytes = disk_->read(file);
  auto record = bytes ? read_release(*bytes) : std::nullopt;
  if (!record || record->site != sha256(manifest_)) {
    refuse(findings, file, "publish.release",
           record ? Message{"このサイトのものではありません。build をやり直してください",
                            "it is not that of this site; build it again"}
                  : Message{"サイトの記録がありません。build をやり直してください",
                            "the record of the site is not there; build it again"});
    return false;
  }
  record_ = std::move(*record);
  const bool filled = is_filled(record_, file, findings);
  return meets_duties(record_, file, findings) && filled;
}

std::optional<std::string> BuiltSite::bytes(const ManifestEntry& entry) const {
  auto bytes = disk_->read(folder_ + '/' + entry.path);
  if (bytes && sha256(*bytes) != entry.sha256) return std::nullopt;
  return bytes;
}

}  // namespace yokoten
