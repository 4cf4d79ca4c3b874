#include "command/last_build.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <numeric>

#include "model/finding_json.h"
#include "publish/common_files.h"
#include "publish/live_tree.h"
#include "publish/release.h"
#include "publish/tree.h"

namespace yokoten {
namespace {

using Object = nlohmann::ordered_json;

/// What a site of so many files and bytes is called as long as nobody writes its manifest anew.
std::string site_name(const std::string& live, std::size_t files, std::uint64_t bytes) {
  return fmt::format("{} files, {} bytes, {}", files, bytes, name_mark(live + "/manifest.json"));
}

/// The name of the site that stands there; empty where something in it is not as a build left it.
/// Nothing in it can be younger than its manifest, which was written last.
std::string standing_site(const std::string& live) {
  const std::vector<DiskEntry> found = RealDisk().inventory(live);
  const auto manifest = std::find_if(found.begin(), found.end(), [](const DiskEntry& each) {
    return each.path == "manifest.json";
  });
  if (manifest == found.end()) return {};
  RealDisk disk;
  const CommonFiles common(disk, found, beside(live, ".next"));
  LiveTree tree(disk, live);
  const bool as_left = std::all_of(found.begin(), found.end(), [&](const DiskEntry& each) {
    return each.kind == DiskEntry::Kind::file && common.have_all_names_of(each) &&
           each.changed <= manifest->changed && tree.has_rights_of_now(each);
  });
  const auto bytes =
      std::accumulate(found.begin(), found.end(), std::uint64_t{0},
                      [](std::uint64_t sum, const DiskEntry& each) { return sum + each.bytes; });
  return as_left ? site_name(live, found.size(), bytes - manifest->bytes) : std::string();
}

/// Whether what is kept was left by `builder` for the site whose record stands at `live`.
bool is_left_by(const Object& kept, const std::string& builder, const std::string& live) {
  return kept.at("by") == builder && kept.at("record") == name_mark(release_file(live));
}

/// Whether a build was killed there and has left something to clear away.
bool has_leftovers(Disk& disk, const std::string& live) {
  const std::string next = beside(live, ".next");
  return disk.exists(next + ".old") || (disk.exists(next) && !disk.exists(next + "/manifest.json"));
}

}  // namespace

LastBuild::LastBuild(const BuildRequest& request)
    : request_(request),
      live_(without_slash(request.into)),
      file_(beside(live_, ".yokoten-read")) {}

bool LastBuild::is_made(const std::string& path) const {
  return path == live_ || path.starts_with(live_ + '/') || path == release_file(live_) ||
         path.starts_with(beside(live_, ".next")) || path == beside(live_, ".yokoten-lock") ||
         path == pages_file();
}

std::string LastBuild::pages_file() const { return beside(live_, ".yokoten-pages"); }

// The packages of the machine bring libraries, fonts and the dictionary of readings.
std::string LastBuild::who_builds_what() const {
  std::error_code error;
  return fmt::format(
      "{}\n{}\n{}\n{}\n{}\n{}", name_mark("/proc/self/exe"), name_mark("/var/lib/dpkg/status"),
      std::filesystem::current_path(error).string(), request_.home, request_.folder, live_);
}

std::optional<KnownBuild> LastBuild::known() const try {
  RealDisk disk;
  const auto bytes = disk.exists(file_) ? disk.read(file_) : std::nullopt;
  if (!bytes) return std::nullopt;
  const auto lock = lock_of(disk, live_);
  const Object all = lock ? Object::parse(*bytes) : Object();
  if (!lock || !is_left_by(all, who_builds_what(), live_)) return std::nullopt;
  if (has_leftovers(disk, live_)) return std::nullopt;
  if (!still_looks_so(all.at("read"))) return std::nullopt;
  const std::string site = standing_site(live_);
  if (site.empty() || all.at("site") != site) return std::nullopt;
  KnownBuild known{
      .report = {.pages = all.at("pages"), .files = all.at("files"), .bytes = all.at("bytes")},
      .findings = {},
      .notes = all.at("notes")};
  for (const Object& each : all.at("findings")) known.findings.push_back(read_finding(each));
  return known;
} catch (const nlohmann::json::exception&) {
  return std::nullopt;
}

bool LastBuild::stands_besides(const std::set<std::string>& files) const try {
  const auto bytes = RealDisk().read(file_);
  if (!bytes) return false;
  const Object all = Object::parse(*bytes);
  if (!is_left_by(all, who_builds_what(), live_)) return false;
  if (all.at("pages_file") != name_mark(pages_file())) return false;
  ReadTrail::Sights others = all.at("read");
  std::erase_if(others, [&](const auto& sight) { return files.contains(seen_path(sight.first)); });
  return still_looks_so(others);
} catch (const nlohmann::json::exception&) {
  return false;
}

void LastBuild::keep(const ReadTrail& trail, const BuildReport& report,
                     const Findings& findings) const {
  RealDisk disk;
  Object told = Object::array();
  std::size_t notes = 0;
  for (const Finding& each : findings)
    if (each.level == Level::note)
      ++notes;
    else
      told.push_back(finding_json(each));
  const bool once_only = std::any_of(findings.begin(), findings.end(), [](const Finding& each) {
    return each.code == "release.forgotten";
  });
  if (once_only) {
    if (disk.exists(file_)) disk.remove_tree(file_);
    return;
  }
  const Object all = {{"by", who_builds_what()},
                      {"record", name_mark(release_file(live_))},
                      {"pages_file", name_mark(pages_file())},
                      {"site", site_name(live_, report.files, report.bytes)},
                      {"pages", report.pages},
                      {"files", report.files},
                      {"bytes", report.bytes},
                      {"notes", notes},
                      {"findings", told},
                      {"read", trail.sights()}};
  // Half of it is no JSON, and says nothing: nobody needs to wait for the disk.
  disk.write(file_, all.dump(0, ' ', false, Object::error_handler_t::replace) + '\n');
}

}  // namespace yokoten
