#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

#include "build_request.h"
#include "compiled_site.h"
#include "publish/data_files.h"
#include "standing_pages.h"

namespace yokoten {

/// The open data of a site and what goes out as it stands, while they are written. Several threads
/// may be at it at once: each takes the next of what is left.
class WrittenData {
 public:
  WrittenData(const CompiledSite& compiled, const BuildRequest& request, Disk& disk,
              StandingPages& standing, NextTree& tree, Findings& findings);

  /// Writes what no thread should be left alone with at the end: all figures, under each of their
  /// addresses, and what describes them. False when a write failed.
  bool write_long();
  /// Writes what goes out as it stands, the sets in their other forms, and those of areas.
  bool write_other();

 private:
  /// What is to be done, and which of it nobody has taken yet.
  struct Jobs {
    std::vector<std::function<bool()>> all;
    std::atomic<std::size_t> next{0};
  };
  bool write(Jobs& jobs);
  bool write_figures();
  bool write_copy(const SiteCopy& copy);
  bool write_set(std::size_t set);
  void refuse_changed(const std::string& file);

  const CompiledSite& compiled_;
  Progress& progress_;
  RoomTimes* times_;
  Disk& disk_;
  StandingPages& standing_;
  NextTree& tree_;
  Findings& findings_;
  DataBook book_;
  Jobs long_, other_;
  std::atomic<bool> good_{true};
  std::mutex guard_;
};

}  // namespace yokoten
