#include "publish/last_published.h"

#include <filesystem>

namespace yokoten {
namespace {

// Records lie beside the folder itself, not beside `.` or a link to it.
std::string real_folder(const std::string& path) {
  std::error_code error;
  const auto real = std::filesystem::canonical(path, error);
  return error ? path : real.generic_string();
}

}  // namespace

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
