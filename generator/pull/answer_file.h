#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "pull/arrivals.h"
#include "pull/fault.h"

namespace yokoten {

/// The answer of a database on its way into raw/: its rows lie beside the file's place as they
/// come, so that no more of them is held in memory than a piece.
class AnswerFile {
 public:
  /// `arrivals`: nullptr where nothing is to be written. `most`: bytes.
  AnswerFile(Arrivals* arrivals, std::string path, std::int64_t most)
      : arrivals_(arrivals), path_(std::move(path)), most_(most) {}

  /// Anew: an answer may come again after a line that broke.
  void begin();
  /// Whole lines.
  std::optional<Fault> add(std::string_view lines);
  /// After the last of them.
  std::optional<Fault> finish();

  std::int64_t bytes() const { return bytes_; }
  std::string sha256() { return hash_->digits(); }  ///< once, after finish()

 private:
  std::optional<Fault> write();
  std::optional<Fault> text_fault(std::string_view lines) const;

  Arrivals* arrivals_;
  std::string path_;
  std::int64_t most_, bytes_ = 0, lines_ = 0;
  bool is_begun_ = false;
  std::string waiting_;
  std::unique_ptr<GrowingHash> hash_ = std::make_unique<GrowingHash>();
};

}  // namespace yokoten
