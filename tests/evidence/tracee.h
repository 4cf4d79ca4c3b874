#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <string>

#include "evidence/system_calls.h"

namespace yokoten::evidence {

/// A thread that stands before a system call.
class Tracee {
 public:
  explicit Tracee(pid_t thread);

  long number() const { return number_; }
  std::uint64_t argument(int at) const { return arguments_.at(static_cast<std::size_t>(at)); }
  /// The files that the call is about, as paths from the root; empty where they can't be told.
  std::string file(const SystemCall& call) const;
  std::string second_file(const SystemCall& call) const;
  /// Has the call not be made, and give this error.
  void refuse(int error) const;
  /// Has a call that is to be made take this in place of an argument.
  void replace_argument(int at, std::uint64_t value) const;
  /// Has a call that was made give this error all the same.
  void deny(int error) const;

 private:
  std::string text_at(std::uint64_t address) const;
  std::string path_of(int folder, int path) const;

  pid_t thread_;
  long number_ = -1;
  std::array<std::uint64_t, 6> arguments_{};
};

}  // namespace yokoten::evidence
