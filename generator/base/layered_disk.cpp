#include "base/layered_disk.h"

#include <algorithm>

namespace yokoten {

LayeredDisk::LayeredDisk(Disk& back, std::string folder, std::string real,
                         std::set<std::string> beside)
    : back_(back), folder_(std::move(folder)), real_(std::move(real)), beside_(std::move(beside)) {}

// The path below the folder in memory; empty text for the folder itself.
std::optional<std::string> LayeredDisk::below(const std::string& path) const {
  if (path == folder_ || path == folder_ + '/') return std::string();
  if (!path.starts_with(folder_ + '/')) return std::nullopt;
  return path.substr(folder_.size() + 1);
}

std::optional<std::string> LayeredDisk::real_path(const std::string& path) const {
  const auto inside = below(path);
  if (!inside) return path;
  const std::string top = inside->substr(0, inside->find('/'));
  if (!beside_.contains(top) || front.contains(*inside)) return std::nullopt;
  return real_.empty() ? *inside : real_ + '/' + *inside;
}

bool LayeredDisk::refuse(const std::string& path) {
  refused_ = path + ": stands in the workbook";
  return false;
}

std::optional<std::string> LayeredDisk::read(const std::string& path) {
  if (const auto real = real_path(path)) return back_.read(*real);
  const auto found = front.find(below(path).value_or(std::string()));
  return found == front.end() ? std::nullopt : std::optional(found->second);
}

std::unique_ptr<DiskFile> LayeredDisk::open(const std::string& path) {
  const auto real = real_path(path);
  return real ? back_.open(*real) : Disk::open(path);
}

std::optional<std::uint64_t> LayeredDisk::size(const std::string& path) {
  if (const auto real = real_path(path)) return back_.size(*real);
  const auto bytes = read(path);
  return bytes ? std::optional<std::uint64_t>(bytes->size()) : std::nullopt;
}

bool LayeredDisk::write(const std::string& path, std::string_view bytes) {
  refused_.clear();
  const auto real = real_path(path);
  return real ? back_.write(*real, bytes) : refuse(path);
}

bool LayeredDisk::write_over(const std::string& path, std::string_view bytes) {
  refused_.clear();
  const auto real = real_path(path);
  return real ? back_.write_over(*real, bytes) : refuse(path);
}

bool LayeredDisk::add(const std::string& path, std::string_view bytes) {
  refused_.clear();
  const auto real = real_path(path);
  return real ? back_.add(*real, bytes) : refuse(path);
}

bool LayeredDisk::replace(const std::string& path, std::string_view bytes) {
  refused_.clear();
  const auto real = real_path(path);
  return real ? back_.replace(*real, bytes) : refuse(path);
}

bool LayeredDisk::lay_beside(const std::string& path, std::string_view bytes) {
  refused_.clear();
  const auto real = real_path(path);
  return real ? back_.lay_beside(*real, bytes) : refuse(path);
}

bool LayeredDisk::add_beside(const std::string& path, std::string_view bytes, bool anew) {
  refused_.clear();
  const auto real = real_path(path);
  return real ? back_.add_beside(*real, bytes, anew) : refuse(path);
}

bool LayeredDisk::put_in_place(const std::string& path) {
  refused_.clear();
  const auto real = real_path(path);
  return real ? back_.put_in_place(*real) : refuse(path);
}

void LayeredDisk::take_away(const std::string& path) {
  if (const auto real = real_path(path)) back_.take_away(*real);
}

std::vector<std::string> LayeredDisk::files(const std::string& folder) {
  const auto inside = below(folder);
  if (!inside) return back_.files(folder);
  if (const auto real = real_path(folder)) return back_.files(*real);
  std::vector<std::string> found;
  const std::string prefix = inside->empty() || inside->ends_with('/') ? *inside : *inside + '/';
  for (const auto& [path, bytes] : front)
    if (path.starts_with(prefix)) found.push_back(path.substr(prefix.size()));
  if (prefix.empty())
    for (const std::string& name : beside_) {
      const std::string real = real_.empty() ? name : real_ + '/' + name;
      for (const std::string& file : back_.files(real)) found.push_back(name + '/' + file);
      if (back_.size(real)) found.push_back(name);
    }
  std::sort(found.begin(), found.end());
  return found;
}

std::unordered_map<std::string, std::uint64_t> LayeredDisk::numbers(const std::string& folder) {
  const auto real = real_path(folder);
  return real ? back_.numbers(*real) : Disk::numbers(folder);
}

std::vector<DiskEntry> LayeredDisk::inventory(const std::string& folder) {
  if (const auto real = real_path(folder)) return back_.inventory(*real);
  std::vector<DiskEntry> found;
  for (std::string& path : files(folder)) {
    const std::uint64_t bytes = size(folder + '/' + path).value_or(0);
    found.push_back({.path = std::move(path), .bytes = bytes});
  }
  return found;
}

std::optional<DiskEntry> LayeredDisk::entry(const std::string& path) {
  const auto real = real_path(path);
  return real ? back_.entry(*real) : Disk::entry(path);
}

bool LayeredDisk::sync(const std::string& folder) {
  refused_.clear();
  const auto real = real_path(folder);
  return real ? back_.sync(*real) : refuse(folder);
}

std::vector<std::string> LayeredDisk::links(const std::string& path) {
  const auto real = real_path(path);
  if (!real) return {};
  std::vector<std::string> found = back_.links(*real);
  for (std::string& each : found) each.replace(0, real->size(), path);
  return found;
}

bool LayeredDisk::exists(const std::string& path) {
  if (const auto real = real_path(path)) return back_.exists(*real);
  const std::string inside = below(path).value_or(std::string());
  return inside.empty() || front.contains(inside) || !files(path).empty();
}

bool LayeredDisk::remove_tree(const std::string& path) {
  refused_.clear();
  const auto real = real_path(path);
  return real ? back_.remove_tree(*real) : refuse(path);
}

bool LayeredDisk::exchange(const std::string& next, const std::string& live) {
  refused_.clear();
  const auto from = real_path(next), to = real_path(live);
  return from && to ? back_.exchange(*from, *to) : refuse(live);
}

bool LayeredDisk::settle_exchange(const std::string& next, const std::string& live) {
  const auto from = real_path(next), to = real_path(live);
  return !from || !to || back_.settle_exchange(*from, *to);
}

std::unique_ptr<DiskLock> LayeredDisk::lock(const std::string& path) {
  refused_.clear();
  if (const auto real = real_path(path)) return back_.lock(*real);
  refuse(path);
  return nullptr;
}

std::string LayeredDisk::reason() const { return refused_.empty() ? back_.reason() : refused_; }

}  // namespace yokoten
