// Runs a program on a system whose calls about files fail, or that ends it at one of them:
//   faulty_system [--below FOLDER]… [(--at N | --first CALL=FILE) (--kill | --choice K
//   [--for-good])] [--refuse CALL=ERROR]
//                 --report FILE -- PROGRAM ARGUMENT…
// The kernel stops the program before each such call (seccomp, ptrace), wherever in it or in its
// libraries that is made. Counted are those about files below the folders. The report, JSON, tells
// how many there were, and which one was struck.
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>

#include "evidence/system_calls.h"
#include "evidence/tracee.h"

namespace yokoten::evidence {
namespace {

struct Wish {
  std::vector<std::string> folders;
  long at = 0;  ///< which call is struck, from 1; 0: none
  bool kill = false, for_good = false;
  std::string first_call,
      first_file;          ///< in place of a number: the first such call about a file that ends so
  std::size_t choice = 0;  ///< which of the errors that the call can give
  std::map<std::string, int> refused;  ///< calls that this system does not have
  std::string report;
  std::vector<char*> command;
};

[[noreturn]] void give_up(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

int error_named(const std::string& name) {
  for (int error = 1; error < 200; ++error)
    if (error_name(error) == name) return error;
  throw std::invalid_argument(name + " is no error");
}

Wish wish_of(int count, char** words) {
  Wish wish;
  int at = 1;
  const auto next = [&] {
    if (++at >= count) throw std::invalid_argument("a word is missing at the end");
    return std::string(words[at]);
  };
  for (; at < count && std::string(words[at]) != "--"; ++at) {
    const std::string word = words[at];
    if (word == "--below")
      wish.folders.push_back(next());
    else if (word == "--at")
      wish.at = std::stol(next());
    else if (word == "--kill")
      wish.kill = true;
    else if (word == "--choice")
      wish.choice = std::stoul(next());
    else if (word == "--for-good")
      wish.for_good = true;
    else if (word == "--first") {
      const std::string text = next();
      wish.first_call = text.substr(0, text.find('='));
      wish.first_file = text.substr(text.find('=') + 1);
    } else if (word == "--report")
      wish.report = next();
    else if (word == "--refuse") {
      const std::string text = next();
      const std::size_t sign = text.find('=');
      wish.refused[text.substr(0, sign)] = error_named(text.substr(sign + 1));
    } else
      throw std::invalid_argument(word + " is no option");
  }
  for (++at; at < count; ++at) wish.command.push_back(words[at]);
  if (wish.command.empty() || wish.report.empty())
    throw std::invalid_argument("--report FILE -- PROGRAM");
  wish.command.push_back(nullptr);
  return wish;
}

/// Has the kernel stop this process before the calls that system_calls() lists.
void install_filter() {
  std::vector<sock_filter> steps = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
  };
  for (const SystemCall& each : system_calls()) {
    steps.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(each.number), 0, 1));
    steps.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE));
  }
  steps.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog program{static_cast<unsigned short>(steps.size()), steps.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    give_up("seccomp");
}

[[noreturn]] void become(const Wish& wish) {
  if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) give_up("PTRACE_TRACEME");
  ::raise(SIGSTOP);
  install_filter();
  ::execvp(wish.command.front(), wish.command.data());
  give_up(wish.command.front());
}

/// The program while it runs.
class Run {
 public:
  Run(const Wish& wish, pid_t child) : wish_(wish), child_(child), at_(wish.at) {}

  /// Its exit code, or 128 and the signal that ended it.
  int finish() {
    int status = 0;
    if (::waitpid(child_, &status, 0) != child_ || !WIFSTOPPED(status)) give_up("waitpid");
    constexpr long options = PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK |
                             PTRACE_O_TRACEVFORK | PTRACE_O_EXITKILL;
    if (::ptrace(PTRACE_SETOPTIONS, child_, nullptr, options) != 0) give_up("PTRACE_SETOPTIONS");
    go_on(child_, 0);
    for (;;) {
      const pid_t thread = ::waitpid(-1, &status, __WALL);
      if (thread < 0) give_up("waitpid");
      if (WIFSTOPPED(status)) meet(thread, status);
      if (thread != child_ || WIFSTOPPED(status)) continue;
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
  }

  void report() const {
    std::ofstream out(wish_.report);
    out << "{\"calls\": " << calls_;
    if (!struck_.empty()) out << ", \"struck\": " << struck_;
    out << "}\n";
  }

 private:
  static void go_on(pid_t thread, long signal) { ::ptrace(PTRACE_CONT, thread, nullptr, signal); }

  void meet(pid_t thread, int status) {
    const int event = status >> 16;
    const int signal = WSTOPSIG(status);
    if (event == PTRACE_EVENT_SECCOMP) return stand_before_call(thread);
    if (const auto denied = denied_.find(thread); denied != denied_.end() && signal == SIGTRAP) {
      Tracee(thread).deny(denied->second);
      denied_.erase(denied);
      return go_on(thread, 0);
    }
    // A new thread stops by itself at first.
    const bool begins = signal == SIGSTOP && known_.insert({thread, true}).second;
    go_on(thread, event != 0 || begins || signal == SIGTRAP ? 0 : signal);
  }

  bool is_counted(const std::string& file) const {
    for (const std::string& folder : wish_.folders)
      if (file == folder || file.starts_with(folder + '/')) return true;
    return false;
  }

  void stand_before_call(pid_t thread) {
    const Tracee tracee(thread);
    const SystemCall* call = system_call(tracee.number());
    if (call == nullptr) return go_on(thread, 0);
    const std::string file = tracee.file(*call);
    if (!is_counted(file) && !is_counted(tracee.second_file(*call))) return go_on(thread, 0);
    ++calls_;
    if (at_ == 0 && wish_.first_call == call->name && !file.empty() &&
        file.ends_with(wish_.first_file))
      at_ = calls_;
    if (const auto refused = wish_.refused.find(call->name);
        refused != wish_.refused.end() && calls_ != at_) {
      tracee.refuse(refused->second);
      return go_on(thread, 0);
    }
    if (at_ == calls_ && wish_.kill) {
      note(*call, file, "KILL");
      ::kill(child_, SIGKILL);
      return;
    }
    if (at_ > 0 && !wish_.kill && (calls_ == at_ || (wish_.for_good && calls_ > at_)))
      if (const auto error = error_for(*call, tracee))
        return strike(thread, tracee, *call, file, *error);
    go_on(thread, 0);
  }

  /// What the call is to fail with; after the first one nothing, where it can't fail with the same.
  std::optional<int> error_for(const SystemCall& call, const Tracee& tracee) const {
    const bool opens = call.file.path == 1 && std::strcmp(call.name, "openat") == 0;
    const bool makes = opens && (tracee.argument(2) & O_CREAT) != 0;
    const std::vector<int>& errors = makes ? making_errors() : call.errors;
    if (!error_) return errors[wish_.choice % errors.size()];
    for (const int each : errors)
      if (each == error_) return each;
    return std::nullopt;
  }

  void strike(pid_t thread, const Tracee& tracee, const SystemCall& call, const std::string& file,
              int error) {
    if (!error_) {
      note(call, file, error_name(error));
      error_ = error == cut_short ? ENOSPC : error;  // a disk that takes half is full
    }
    if (error == cut_short) {
      const std::uint64_t bytes = tracee.argument(2);
      if (bytes > 1) tracee.replace_argument(2, bytes / 2);
      return go_on(thread, 0);
    }
    if (std::strcmp(call.name, "close") == 0) {
      // The file is closed whatever close() says.
      denied_[thread] = error;
      ::ptrace(PTRACE_SYSCALL, thread, nullptr, 0);
      return;
    }
    tracee.refuse(error);
    go_on(thread, 0);
  }

  void note(const SystemCall& call, const std::string& file, const std::string& what) {
    std::string path;
    for (const char each : file)
      if (each == '"' || each == '\\')
        path += std::string("\\") + each;
      else
        path += each;
    struck_ = std::string("{\"call\": \"") + call.name + "\", \"file\": \"" + path +
              "\", \"what\": \"" + what + "\"}";
  }

  const Wish& wish_;
  pid_t child_;
  long at_;
  long calls_ = 0;
  std::string struck_;
  std::optional<int> error_;
  std::map<pid_t, int> denied_;
  std::map<pid_t, bool> known_;
};

int run(int count, char** words) {
  const Wish wish = wish_of(count, words);
  const pid_t child = ::fork();
  if (child < 0) give_up("fork");
  if (child == 0) become(wish);
  Run running(wish, child);
  const int result = running.finish();
  running.report();
  return result;
}

}  // namespace
}  // namespace yokoten::evidence

int main(int count, char** words) {
  try {
    return yokoten::evidence::run(count, words);
  } catch (const std::exception& problem) {
    std::cerr << "faulty_system: " << problem.what() << '\n';
    return 99;
  }
}
