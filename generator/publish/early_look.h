#pragma once

#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "base/disk.h"
#include "publish/live_tree.h"
#include "publish/spare_tree.h"

namespace yokoten {

/// The site that stands and the one before it, as they were found; nullptr: nobody has looked.
struct TreesLook {
  std::unique_ptr<LiveTree> live;
  std::unique_ptr<SpareLook> spare;
};

/// A look at both on a thread of its own, while others work out what is to be written. It changes
/// nothing and holds no lock.
class EarlyLook {
 public:
  /// `live`: where the site stands. Where there is no tree before it, or only one thread may work,
  /// nobody looks.
  EarlyLook(Disk& disk, std::string live);

  /// What was found, for who holds the lock; nothing where another build has been there since.
  TreesLook taken();

 private:
  /// The manifests of both, which every build writes anew.
  struct Manifests {
    std::optional<DiskEntry> live, spare;
  };
  Manifests manifests() const;
  void look();

  Disk& disk_;
  std::string live_, spare_;
  Manifests seen_;
  TreesLook found_;
  std::jthread thread_;  // last: it ends before what it fills does
};

}  // namespace yokoten
