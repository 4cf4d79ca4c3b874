#include "evidence/tracee.h"

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace yokoten::evidence {
namespace {

[[noreturn]] void give_up(const char* what) {
  throw std::runtime_error(std::string(what) + ": " + std::strerror(errno));
}

user_regs_struct registers(pid_t thread) {
  user_regs_struct all{};
  if (::ptrace(PTRACE_GETREGS, thread, nullptr, &all) != 0) give_up("PTRACE_GETREGS");
  return all;
}

void set_registers(pid_t thread, user_regs_struct& all) {
  if (::ptrace(PTRACE_SETREGS, thread, nullptr, &all) != 0) give_up("PTRACE_SETREGS");
}

std::string link_text(const std::string& link) {
  std::array<char, PATH_MAX> text{};
  const ssize_t size = ::readlink(link.c_str(), text.data(), text.size());
  return size < 0 ? std::string() : std::string(text.data(), static_cast<std::size_t>(size));
}

}  // namespace

Tracee::Tracee(pid_t thread) : thread_(thread) {
  const user_regs_struct all = registers(thread);
  number_ = static_cast<long>(all.orig_rax);
  arguments_ = {all.rdi, all.rsi, all.rdx, all.r10, all.r8, all.r9};
}

// Page by page: what follows the text may not be there.
std::string Tracee::text_at(std::uint64_t address) const {
  constexpr std::uint64_t page = 4096;
  std::string text;
  while (text.size() < PATH_MAX) {
    std::array<char, page> piece{};
    const std::size_t size = page - (address + text.size()) % page;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): an address of the other process
    iovec here{piece.data(), size}, there{reinterpret_cast<void*>(address + text.size()), size};
    if (::process_vm_readv(thread_, &here, 1, &there, 1, 0) <= 0) return text;
    // NOLINTNEXTLINE(bugprone-not-null-terminated-result): no text is copied
    const char* end = static_cast<const char*>(std::memchr(piece.data(), '\0', size));
    text.append(piece.data(), end == nullptr ? size : static_cast<std::size_t>(end - piece.data()));
    if (end != nullptr) return text;
  }
  return text;
}

std::string Tracee::path_of(int folder, int path) const {
  const std::string own = "/proc/" + std::to_string(thread_);
  const int handle = folder < 0 ? AT_FDCWD : static_cast<int>(argument(folder));
  const std::string text = text_at(argument(path));
  if (text.starts_with('/')) return std::filesystem::path(text).lexically_normal().string();
  std::string base =
      link_text(handle == AT_FDCWD ? own + "/cwd" : own + "/fd/" + std::to_string(handle));
  if (text.empty()) return base;
  return (std::filesystem::path(base) / text).lexically_normal().string();
}

std::string Tracee::file(const SystemCall& call) const {
  if (call.file.path >= 0) return path_of(call.file.folder, call.file.path);
  const auto handle = static_cast<int>(argument(call.file.handle));
  return link_text("/proc/" + std::to_string(thread_) + "/fd/" + std::to_string(handle));
}

std::string Tracee::second_file(const SystemCall& call) const {
  if (call.file.second_path < 0) return {};
  return path_of(call.file.second_folder, call.file.second_path);
}

void Tracee::refuse(int error) const {
  user_regs_struct all = registers(thread_);
  all.orig_rax = static_cast<unsigned long long>(-1);
  all.rax = static_cast<unsigned long long>(-error);
  set_registers(thread_, all);
}

void Tracee::replace_argument(int at, std::uint64_t value) const {
  user_regs_struct all = registers(thread_);
  if (at != 2) throw std::logic_error("only the third argument is ever replaced");
  all.rdx = value;
  set_registers(thread_, all);
}

void Tracee::deny(int error) const {
  user_regs_struct all = registers(thread_);
  all.rax = static_cast<unsigned long long>(-error);
  set_registers(thread_, all);
}

}  // namespace yokoten::evidence
