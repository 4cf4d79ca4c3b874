#include "publish/common_files.h"

#include "base/threads.h"

namespace yokoten {

CommonFiles::CommonFiles(Disk& disk, const std::vector<DiskEntry>& found, const std::string& other)
    : found_(found), own_(found), is_common_(found.size()) {
  share_out(found.size(), [&](std::size_t at) {
    if (own_.are_all(found[at])) return;
    const auto there = disk.entry(other + '/' + found[at].path);
    is_common_[at] = there && there->number == found[at].number ? 1 : 0;
  });
}

bool CommonFiles::is_common(const DiskEntry& file) const {
  return is_common_[static_cast<std::size_t>(&file - found_.data())] != 0;
}

bool CommonFiles::have_all_names_of(const DiskEntry& file) const {
  return own_.of(file) + (is_common(file) ? 1U : 0U) == file.names;
}

}  // namespace yokoten
