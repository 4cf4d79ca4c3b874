#pragma once

#include <unistd.h>

#include <utility>

namespace yokoten {

/// What the system has opened, by its number; closed on every way out. Below 0: it could not be.
struct OpenedFile {
  int number;

  explicit OpenedFile(int opened) : number(opened) {}
  OpenedFile(const OpenedFile&) = delete;
  OpenedFile& operator=(const OpenedFile&) = delete;
  /// Where disks are far away, that a write failed may be told only here. False then.
  bool close() { return ::close(std::exchange(number, -1)) == 0; }
  ~OpenedFile() {
    if (number >= 0) ::close(number);
  }
};

}  // namespace yokoten
