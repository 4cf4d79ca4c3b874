#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/disk.h"
#include "model/finding.h"
#include "model/source.h"
#include "pull/charset.h"
#include "pull/environment.h"
#include "pull/fetch.h"

namespace yokoten {

struct PullOptions {
  std::string folder;        ///< of the publication
  bool strict = false;       ///< what could not be pulled is an error, even where a file stays
  bool check_only = false;   ///< ask, but write nothing
  bool update_lock = false;  ///< pin in pull.lock what came
  std::set<std::string> optional_files;  ///< that there has never been one is no error
};

enum class PullState {
  local,    ///< `file:`, nothing to pull
  fresh,    ///< there was none before
  changed,  ///< another file than before
  unchanged,
  kept,     ///< could not be pulled; the last file stays
  missing,  ///< could not be pulled, and there is none
};

/// What became of one source.
struct Pulled {
  std::string id, file;
  PullState state = PullState::local;
  std::int64_t bytes = 0, bytes_before = 0;  ///< of the file now and before, 0 for none
  std::string sha256;
};

/// What a pull needs from outside.
struct PullWorld {
  Disk& disk;
  Clock& clock;
  Environment environment;
  FitsEncoding fits;                                ///< what `encoding` of a source is held against
  std::function<void(const FetchState&)> progress;  ///< may be empty
};

/// Takes the files of all sources into `raw/`, each with its provenance, each in one step. A source
/// that fails leaves the others and its own last file alone. Results in the order of `sources`.
std::vector<Pulled> pull_sources(const std::vector<Source>& sources, const PullOptions& options,
                                 PullWorld& world, Findings& findings);

}  // namespace yokoten
