#include "publish/early_look.h"

#include <system_error>
#include <utility>

#include "base/threads.h"
#include "publish/tree.h"

namespace yokoten {
namespace {

bool is_same_file(const std::optional<DiskEntry>& one, const std::optional<DiskEntry>& other) {
  return one && other && one->number == other->number && one->changed == other->changed &&
         one->bytes == other->bytes;
}

}  // namespace

EarlyLook::EarlyLook(Disk& disk, std::string live)
    : disk_(disk), live_(without_slash(std::move(live))), spare_(beside(live_, ".next")) {
  seen_ = manifests();
  if (threads() < 2 || !seen_.live || !seen_.spare) return;
  try {
    thread_ = std::jthread([this] { look(); });
  } catch (const std::system_error&) {  // a limit of the account or of the container
  }
}

EarlyLook::Manifests EarlyLook::manifests() const {
  return {disk_.entry(live_ + "/manifest.json"), disk_.entry(spare_ + "/manifest.json")};
}

void EarlyLook::look() {
  found_.live = std::make_unique<LiveTree>(disk_, live_);
  found_.live->said();
  found_.spare = std::make_unique<SpareLook>(disk_, spare_, live_);
}

TreesLook EarlyLook::taken() {
  if (!thread_.joinable()) return {};
  thread_.join();
  const Manifests now = manifests();
  const bool holds = is_same_file(now.live, seen_.live) && is_same_file(now.spare, seen_.spare);
  return holds ? std::move(found_) : TreesLook();
}

}  // namespace yokoten
