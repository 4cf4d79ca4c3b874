#include "publish/common_files.h"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/threads.h"

namespace yokoten {
namespace {

// With the slash at its end; empty for what lies in the outermost.
std::string_view folder_of(const DiskEntry& entry) {
  const std::string_view path = entry.path;
  return path.substr(0, path.rfind('/') + 1);
}

// Where those of another folder than the one before begin, and the end of all.
std::vector<std::size_t> begins_of_folders(const std::vector<DiskEntry>& found) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < found.size(); ++at)
    if (at == 0 || folder_of(found[at]) != folder_of(found[at - 1])) begins.push_back(at);
  begins.push_back(found.size());
  return begins;
}

}  // namespace

CommonFiles::CommonFiles(Disk& disk, const std::vector<DiskEntry>& found, std::string other)
    : found_(found), other_(std::move(other)), own_(found), is_common_(found.size()) {
  const std::vector<std::size_t> begins = begins_of_folders(found);
  share_out(begins.size() - 1, [&](std::size_t at) { compare(disk, begins[at], begins[at + 1]); });
}

// One look at a folder tells the numbers of all in it, where the disk knows them.
void CommonFiles::compare(Disk& disk, std::size_t begin, std::size_t end) {
  std::unordered_map<std::string, std::uint64_t> there;
  bool is_known = false;
  for (std::size_t at = begin; at < end; ++at) {
    const DiskEntry& each = found_[at];
    if (own_.are_all(each)) continue;
    const std::string_view folder = folder_of(each);
    if (!std::exchange(is_known, true)) there = disk.numbers(other_ + '/' + std::string(folder));
    const auto number = there.find(each.path.substr(folder.size()));
    is_common_[at] = number != there.end() && number->second == each.number;
    if (is_common_[at] != 0) continue;
    const auto entry = disk.entry(other_ + '/' + each.path);
    is_common_[at] = entry && entry->number == each.number ? 1 : 0;
  }
}

bool CommonFiles::is_common(const DiskEntry& file) const {
  return is_common_[static_cast<std::size_t>(&file - found_.data())] != 0;
}

bool CommonFiles::have_all_names_of(const DiskEntry& file) const {
  return own_.of(file) + (is_common(file) ? 1U : 0U) == file.names;
}

}  // namespace yokoten
