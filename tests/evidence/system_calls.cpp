#include "evidence/system_calls.h"

#include <sys/syscall.h>

#include <cerrno>
#include <cstring>

namespace yokoten::evidence {
namespace {

constexpr FileArguments path_only{.path = 0};
constexpr FileArguments below_folder{.folder = 0, .path = 1};
constexpr FileArguments open_file{.handle = 0};
constexpr FileArguments two_paths{.path = 0, .second_path = 1};
constexpr FileArguments two_below{.folder = 0, .path = 1, .second_folder = 2, .second_path = 3};

const std::vector<int> looking = {EIO, EACCES, ENOMEM};
const std::vector<int> opening = {EIO, EACCES, ENOMEM, EMFILE};
const std::vector<int> making = {ENOSPC, EACCES, EIO, EMFILE};
const std::vector<int> naming = {ENOSPC, EACCES, EIO};
const std::vector<int> removing = {EIO, EACCES};
const std::vector<int> reading = {EIO, ENOMEM};
const std::vector<int> writing = {ENOSPC, EIO, EDQUOT, cut_short};
const std::vector<int> syncing = {EIO, ENOSPC};
const std::vector<int> closing = {EIO, EDQUOT};

}  // namespace

// The older calls are there on x86-64 only.
const std::vector<SystemCall>& system_calls() {
  static const std::vector<SystemCall> calls = {
#ifdef SYS_open
      {SYS_open, "open", path_only, opening},
      {SYS_creat, "creat", path_only, making},
      {SYS_stat, "stat", path_only, looking},
      {SYS_lstat, "lstat", path_only, looking},
      {SYS_access, "access", path_only, looking},
      {SYS_readlink, "readlink", path_only, looking},
      {SYS_rename, "rename", two_paths, naming},
      {SYS_link, "link", two_paths, naming},
      {SYS_symlink, "symlink", {.path = 1}, naming},
      {SYS_mkdir, "mkdir", path_only, naming},
      {SYS_unlink, "unlink", path_only, removing},
      {SYS_rmdir, "rmdir", path_only, removing},
      {SYS_chmod, "chmod", path_only, removing},
#endif
#ifdef SYS_newfstatat
      {SYS_newfstatat, "newfstatat", below_folder, looking},
#endif
#ifdef SYS_renameat
      {SYS_renameat, "renameat", two_below, naming},
#endif
      {SYS_openat, "openat", below_folder, opening},
      {SYS_statx, "statx", below_folder, looking},
      {SYS_fstat, "fstat", open_file, looking},
      {SYS_faccessat, "faccessat", below_folder, looking},
      {SYS_readlinkat, "readlinkat", below_folder, looking},
      {SYS_renameat2, "renameat2", two_below, naming},
      {SYS_linkat, "linkat", two_below, naming},
      {SYS_symlinkat, "symlinkat", {.folder = 1, .path = 2}, naming},
      {SYS_mkdirat, "mkdirat", below_folder, naming},
      {SYS_unlinkat, "unlinkat", below_folder, removing},
      {SYS_fchmodat, "fchmodat", below_folder, removing},
      {SYS_fchmod, "fchmod", open_file, removing},
      {SYS_utimensat, "utimensat", below_folder, removing},
      {SYS_truncate, "truncate", path_only, naming},
      {SYS_ftruncate, "ftruncate", open_file, syncing},
      {SYS_fallocate, "fallocate", open_file, syncing},
      {SYS_read, "read", open_file, reading},
      {SYS_pread64, "pread64", open_file, reading},
      {SYS_readv, "readv", open_file, reading},
      {SYS_getdents64, "getdents64", open_file, reading},
      {SYS_lseek, "lseek", open_file, {EIO}},
      {SYS_write, "write", open_file, writing},
      {SYS_pwrite64, "pwrite64", open_file, writing},
      {SYS_writev, "writev", open_file, {ENOSPC, EIO, EDQUOT}},
      {SYS_copy_file_range, "copy_file_range", {.handle = 2}, {ENOSPC, EIO}},
      {SYS_sendfile, "sendfile", open_file, {ENOSPC, EIO}},
      {SYS_fsync, "fsync", open_file, syncing},
      {SYS_fdatasync, "fdatasync", open_file, syncing},
      {SYS_syncfs, "syncfs", open_file, syncing},
      {SYS_flock, "flock", open_file, {ENOLCK}},
      {SYS_close, "close", open_file, closing},
  };
  return calls;
}

const SystemCall* system_call(long number) {
  for (const SystemCall& each : system_calls())
    if (each.number == number) return &each;
  return nullptr;
}

const std::vector<int>& making_errors() { return making; }

std::string error_name(int error) {
  if (error == cut_short) return "SHORT";
  const char* name = ::strerrorname_np(error);
  return name == nullptr ? "?" : name;
}

}  // namespace yokoten::evidence
