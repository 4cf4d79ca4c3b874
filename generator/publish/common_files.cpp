#include "publish/common_files.h"

#include "base/threads.h"

namespace yokoten {

CommonFiles::CommonFiles(Disk& disk, const std::vector<DiskEntry>& found, const std::string& other)
    : own_(found) {
  std::vector<const DiskEntry*> files;  // that have names elsewhere
  for (const DiskEntry& each : found)
    if (!own_.are_all(each)) files.push_back(&each);
  std::vector<std::optional<DiskEntry>> there(files.size());
  share_out(files.size(),
            [&](std::size_t at) { there[at] = disk.entry(other + '/' + files[at]->path); });
  for (std::size_t at = 0; at < files.size(); ++at) {
    if (!there[at] || there[at]->number != files[at]->number) continue;
    ++names_there_[files[at]->number];
    in_other_.emplace(files[at]->path, std::move(*there[at]));
  }
}

bool CommonFiles::have_all_names_of(const DiskEntry& file) const {
  const auto there = names_there_.find(file.number);
  return own_.of(file) + (there == names_there_.end() ? 0 : there->second) == file.names;
}

const DiskEntry* CommonFiles::in_other(const std::string& path) const {
  const auto at = in_other_.find(path);
  return at == in_other_.end() ? nullptr : &at->second;
}

}  // namespace yokoten
