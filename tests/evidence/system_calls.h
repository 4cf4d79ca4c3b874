#pragma once

#include <array>
#include <string>
#include <vector>

namespace yokoten::evidence {

/// Which arguments of a call tell the file: numbers of arguments, -1 for none.
struct FileArguments {
  int folder = -1;  ///< a handle of a folder that `path` begins at
  int path = -1;
  int handle = -1;  ///< an open file
  int second_folder = -1, second_path = -1;
};

/// A system call that has to do with files.
struct SystemCall {
  long number;
  const char* name;
  FileArguments file;
  std::vector<int> errors;  ///< with which a real system fails it; `cut_short` for half a write
};

/// In place of an error: the call takes half of the bytes.
constexpr int cut_short = -1;

const std::vector<SystemCall>& system_calls();

/// The call of this number; nullptr where it has nothing to do with files.
const SystemCall* system_call(long number);

/// What an error is called: ENOSPC.
std::string error_name(int error);

/// Errors of opening a file that is made where it does not exist.
const std::vector<int>& making_errors();

}  // namespace yokoten::evidence
