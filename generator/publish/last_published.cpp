#include "publish/last_published.h"

#include "publish/built_site.h"

namespace yokoten {

std::string published_file(const std::string& site) {
  const std::string release = release_file(real_folder(site));
  constexpr std::string_view ending = ".release.json";
  return release.substr(0, release.size() - ending.size()) + ".published.json";
}

bool keep_published_record(Disk& disk, const std::string& site) {
  const auto record = disk.read(release_file(real_folder(site)));
  return record && disk.replace(published_file(site), *record);
}

std::optional<BuildRecord> record_with_hash(Disk& disk, const std::string& site,
                                            const std::string& hash) {
  for (const std::string& file : {release_file(real_folder(site)), published_file(site)}) {
    auto record = read_release(disk.read(file).value_or(std::string()));
    if (record && record->site == hash) return record;
  }
  return std::nullopt;
}

}  // namespace yokoten
