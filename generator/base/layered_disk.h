#pragma once

#include <map>
#include <set>
#include <string>

#include "base/disk.h"

namespace yokoten {

/// A folder that only exists in memory, in front of another disk. Some of its names (`beside`) are
/// those of another folder of that disk; all other paths are the disk's own. What lies in memory
/// can't be written.
class LayeredDisk final : public Disk {
 public:
  std::map<std::string, std::string> front;  ///< path below the folder → bytes

  /// `folder` is the one in memory; `real` the folder (empty: the working one) whose entries
  /// `beside` (raw, pull.lock) seem to lie in it.
  LayeredDisk(Disk& back, std::string folder, std::string real, std::set<std::string> beside);

  std::optional<std::string> read(const std::string& path) override;
  std::unique_ptr<DiskFile> open(const std::string& path) override;
  std::optional<std::uint64_t> size(const std::string& path) override;
  bool write(const std::string& path, std::string_view bytes) override;
  bool write_over(const std::string& path, std::string_view bytes) override;
  bool add(const std::string& path, std::string_view bytes) override;
  bool replace(const std::string& path, std::string_view bytes) override;
  bool lay_beside(const std::string& path, std::string_view bytes) override;
  bool add_beside(const std::string& path, std::string_view bytes, bool anew) override;
  bool put_in_place(const std::string& path) override;
  void take_away(const std::string& path) override;
  std::vector<std::string> files(const std::string& folder) override;
  std::unordered_map<std::string, std::uint64_t> numbers(const std::string& folder) override;
  std::vector<DiskEntry> inventory(const std::string& folder) override;
  std::optional<DiskEntry> entry(const std::string& path) override;
  std::vector<std::string> links(const std::string& path) override;
  bool exists(const std::string& path) override;
  bool remove_tree(const std::string& path) override;
  bool sync(const std::string& folder) override;
  bool exchange(const std::string& next, const std::string& live) override;
  std::unique_ptr<DiskLock> lock(const std::string& path) override;
  bool settle_exchange(const std::string& next, const std::string& live) override;
  std::string reason() const override;
  std::optional<DiskTrouble> trouble() const override { return back_.trouble(); }

  /// The path on the disk behind; empty for what is only in memory, or nowhere.
  std::optional<std::string> real_path(const std::string& path) const;

 private:
  std::optional<std::string> below(const std::string& path) const;
  bool refuse(const std::string& path);

  Disk& back_;
  std::string folder_, real_;
  std::set<std::string> beside_;
  std::string refused_;
};

}  // namespace yokoten
