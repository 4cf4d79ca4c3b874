#include "publish/outgoing_files.h"

#include <atomic>
#include <mutex>

#include "base/threads.h"
#include "model/report.h"
#include "publish/host_headers.h"
#include "publish/packed_text.h"

namespace yokoten {
namespace {

/// Gives one file and what stands beside it.
bool give(const ManifestEntry& entry, std::string_view bytes, const PublishExtras& extras,
          const TakeFile& take) {
  const auto packed = [&](const char* ending, const std::optional<std::string>& text) {
    return !text || take({entry_of(entry.path + ending, *text), Standing::packed}, *text);
  };
  if (!take({entry, Standing::site}, bytes)) return false;
  if (!is_text_file(entry.path)) return true;
  return (!extras.gzip || packed(".gz", gzip_of(bytes))) &&
         (!extras.brotli || packed(".br", brotli_of(bytes)));
}

/// The site's files, each thread taking the next one.
class Giving {
 public:
  Giving(const BuiltSite& site, const PublishExtras& extras, const TakeFile& take,
         Findings& findings, Progress& progress)
      : site_(site), extras_(extras), take_(take), findings_(findings), progress_(progress) {}

  bool run() {
    progress_.begin({"サイトのファイルの書き出し", "writing the files of the site"},
                    site_.files().size());
    on_threads(static_cast<std::size_t>(threads()), [this] { work(); });
    return good_;
  }

 private:
  void work() {
    const auto& files = site_.files();
    for (std::size_t at = next_++; at < files.size() && good_; at = next_++) {
      const auto bytes = site_.bytes(files[at]);
      if (!bytes) refuse(files[at].path);
      if (!bytes || !give(files[at], *bytes, extras_, take_)) good_ = false;
      progress_.advance(1, files[at].bytes);
    }
  }

  void refuse(const std::string& path) {
    const std::lock_guard lock(guard_);
    report_error(findings_, {site_.folder() + '/' + path, 0, 0}, "publish.changed",
                 {"build のあとで変わったか、なくなっています。build をやり直してください",
                  "it was changed or removed after the build; build the site again"});
  }

  const BuiltSite& site_;
  const PublishExtras& extras_;
  const TakeFile& take_;
  Findings& findings_;
  Progress& progress_;
  std::mutex guard_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> good_{true};
};

}  // namespace

bool give_files(const BuiltSite& site, const PublishExtras& extras, const TakeFile& take,
                Findings& findings, Progress& progress) {
  if (!Giving(site, extras, take, findings, progress).run()) return false;
  if (!extras.headers.empty()) {
    const std::string headers = host_headers(extras.headers, site.files());
    if (!take({entry_of("_headers", headers), Standing::packed}, headers)) return false;
  }
  return give(manifest_file(site.manifest()).entry, site.manifest(), extras, take);
}

}  // namespace yokoten
