#include "base/read_trail.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>

#include "base/folder_entries.h"
#include "base/hash.h"

namespace yokoten {
namespace {

// A file that was changed so shortly before may be changed once more within the same tick of the
// disk's clock, and the clock of a disk far away may be a little behind: its bytes are compared.
constexpr std::int64_t too_short = 2'000'000'000;  // ns

constexpr char read = 'r', measured = 's', asked = 'e', listed = 'f', linked = 'l', named = 'n';

// No program can set the time of the last change, unlike that of the last writing.
std::string status_mark(const struct stat& status) {
  return fmt::format("{} {} {} {}", status.st_dev, status.st_ino, status.st_size,
                     changed_at(status));
}

std::string bytes_mark(std::string_view bytes) { return "bytes " + sha256(bytes); }

std::string folder_mark(const std::vector<DiskEntry>& entries) {
  std::vector<std::string> lines;
  for (const DiskEntry& each : entries)
    lines.push_back(fmt::format("{} {}\n", static_cast<int>(each.kind), each.path));
  std::sort(lines.begin(), lines.end());
  return sha256(fmt::format("{}", fmt::join(lines, "")));
}

std::string size_mark(const std::string& path) {
  const auto size = RealDisk().size(path);
  return size ? std::to_string(*size) : "none";
}

std::string exists_mark(const std::string& path) { return RealDisk().exists(path) ? "yes" : "no"; }

// What a build makes beside the publication, such as its locks, begins with a dot.
std::string names_mark(const std::vector<std::string>& names) {
  std::string lines;
  for (const std::string& each : names)
    if (!each.starts_with('.')) lines += each + '\n';
  return sha256(lines);
}

std::string links_mark(const std::vector<std::string>& links) {
  return sha256(fmt::format("{}", fmt::join(links, "\n")));
}

std::string file_mark(const std::string& path, bool by_bytes) {
  struct stat status {};
  if (by_bytes || ::stat(path.c_str(), &status) != 0) {
    const auto bytes = RealDisk().read(path);
    return bytes ? bytes_mark(*bytes) : "none";
  }
  return S_ISREG(status.st_mode) ? status_mark(status) : "none";
}

bool is_of_bytes(const std::string& sight) { return sight.starts_with("bytes "); }

// How much sight_of() has to read.
std::uint64_t bytes_to_read(const ReadTrail::Sights::value_type& seen) {
  return is_of_bytes(seen.second) ? RealDisk().size(seen_path(seen.first)).value_or(0) : 0;
}

std::string sight_of(char how, const std::string& path, const std::string& before) {
  if (how == measured) return size_mark(path);
  if (how == asked) return exists_mark(path);
  if (how == listed) return folder_mark(RealDisk().inventory(path));
  if (how == named) return names_mark(RealDisk().names(path));
  if (how == linked) return links_mark(RealDisk().links(path));
  return file_mark(path, is_of_bytes(before));
}

}  // namespace

std::string name_mark(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status_mark(status) : "none";
}

ReadTrail::ReadTrail()
    : begun_(std::chrono::duration_cast<std::chrono::nanoseconds>(
                 std::chrono::system_clock::now().time_since_epoch())
                 .count()) {}

// What was seen first counts: if it has changed since, the build is not of one moment.
void ReadTrail::note(std::string key, std::string sight) {
  const std::lock_guard lock(guard_);
  sights_.try_emplace(std::move(key), std::move(sight));
}

void ReadTrail::saw_file(const std::string& path, const struct stat& status,
                         std::string_view bytes) {
  const bool just_changed = changed_at(status) > begun_ - too_short;
  note(read + path, just_changed ? bytes_mark(bytes) : status_mark(status));
}

// One that was changed just before seems to have changed again: the next build reads it anew, which
// costs less than to hash it here and there.
void ReadTrail::saw_large_file(const std::string& path, const struct stat& status) {
  const bool just_changed = changed_at(status) > begun_ - too_short;
  note(read + path, just_changed ? "just changed" : status_mark(status));
}

void ReadTrail::saw_nothing_to_read(const std::string& path) { note(read + path, "none"); }

void ReadTrail::saw_size(const std::string& path) { note(measured + path, size_mark(path)); }

void ReadTrail::saw_whether_it_exists(const std::string& path) {
  note(asked + path, exists_mark(path));
}

void ReadTrail::saw_folder(const std::string& folder, const std::vector<DiskEntry>& entries) {
  note(listed + folder, folder_mark(entries));
}

void ReadTrail::saw_names(const std::string& folder, const std::vector<std::string>& names) {
  note(named + folder, names_mark(names));
}

void ReadTrail::saw_links(const std::string& path, const std::vector<std::string>& links) {
  note(linked + path, links_mark(links));
}

std::string seen_path(const std::string& sight) { return sight.empty() ? sight : sight.substr(1); }

// What takes the longest to look at stands last: mostly something small tells before.
bool still_looks_so(const ReadTrail::Sights& sights) {
  std::vector<std::pair<std::uint64_t, const ReadTrail::Sights::value_type*>> all;
  for (const auto& each : sights) all.emplace_back(bytes_to_read(each), &each);
  std::ranges::stable_sort(all, {}, [](const auto& each) { return each.first; });
  return std::ranges::all_of(all, [](const auto& each) {
    const auto& [key, sight] = *each.second;
    return !key.empty() && sight_of(key.front(), key.substr(1), sight) == sight;
  });
}

}  // namespace yokoten
