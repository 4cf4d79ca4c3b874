#include "publish/rclone.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/interruption.h"
#include "publish/program_path.h"

namespace yokoten {
namespace {

constexpr std::size_t longest_reason = 400, longest_log = 1U << 20U;
constexpr int not_started = 127;

// Settings that leave files out, change nothing, or write what should stay secret into logs.
bool is_left_out(std::string_view setting) {
  static constexpr std::array<std::string_view, 14> beginnings = {
      "RCLONE_DRY_RUN", "RCLONE_INTERACTIVE", "RCLONE_DUMP",  "RCLONE_LOG",       "RCLONE_VERBOSE",
      "RCLONE_QUIET",   "RCLONE_PROGRESS",    "RCLONE_STATS", "RCLONE_INCLUDE",   "RCLONE_EXCLUDE",
      "RCLONE_FILTER",  "RCLONE_MIN_",        "RCLONE_MAX_",  "RCLONE_FILES_FROM"};
  for (const std::string_view each : beginnings)
    if (setting.starts_with(each)) return true;
  return false;
}

/// The settings that rclone gets.
std::vector<std::string> settings() {
  constexpr std::string_view bundle = "AWS_CA_BUNDLE=", own_bundle = "RCLONE_CA_CERT=";
  std::vector<std::string> kept;
  std::string authorities;
  for (char** each = environ; *each != nullptr; ++each) {
    const std::string_view setting = *each;
    // The library that rclone has for S3 stops at this one; its own means the same.
    if (setting.starts_with(bundle))
      authorities = setting.substr(bundle.size());
    else if (!is_left_out(setting))
      kept.emplace_back(setting);
  }
  const bool told = std::any_of(kept.begin(), kept.end(),
                                [&](const auto& each) { return each.starts_with(own_bundle); });
  if (!authorities.empty() && !told) kept.push_back(std::string(own_bundle) + authorities);
  return kept;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& each : texts) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Two ends of a pipe, closed with the object.
struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) ends = {-1, -1};
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_end(std::size_t end) {
    if (ends[end] >= 0) close(ends[end]);
    ends[end] = -1;
  }
};

// Between fork and exec only what the system allows there.
[[noreturn]] void become(const char* program, char* const* words, char* const* settings,
                         const Pipe& out, const Pipe& log, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // A group of its own: Ctrl-C on the terminal is ours to answer, and ends it with us.
  setpgid(0, 0);
  heed_signals();
  if (getppid() != parent) _exit(not_started);  // it ended in between
  const int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(out.ends[1], STDOUT_FILENO);
  dup2(log.ends[1], STDERR_FILENO);
  execve(program, words, settings);
  _exit(not_started);
}

/// What rclone says and gives, as it comes. How far it is stands between its complaints, in lines
/// of the same log: those go to `watch`, the others are kept.
class Listener {
 public:
  explicit Listener(const RcloneWatch& watch) : watch_(watch) {}

  void take_out(std::string_view bytes) {
    out.append(bytes);
    const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    if (lines == 0 || !watch_) return;
    state_.lines += lines;
    watch_(state_);
  }

  void take_log(std::string_view bytes) {
    begun_.append(bytes);
    std::size_t from = 0;
    for (std::size_t at = begun_.find('\n'); at != std::string::npos;
         at = begun_.find('\n', from)) {
      take_line(begun_.substr(from, at + 1 - from));
      from = at + 1;
    }
    begun_.erase(0, from);
    if (begun_.size() > longest_log) begun_.clear();
  }

  /// What was said besides how far it is.
  std::string said() const { return said_ + begun_; }

  std::string out;

 private:
  void take_line(const std::string& line) {
    const auto told = nlohmann::json::parse(line, nullptr, false);
    const bool tells_state = told.is_object() && told.contains("stats");
    if (!tells_state && said_.size() < longest_log) said_ += line;
    if (!tells_state || !watch_) return;
    const auto& stats = told["stats"];
    state_.files =
        stats.value("transfers", std::size_t{0}) + stats.value("deletes", std::size_t{0});
    state_.bytes = stats.value("bytes", std::uint64_t{0});
    watch_(state_);
  }

  RcloneWatch watch_;
  RcloneState state_;
  std::string begun_, said_;
};

/// Reads what is there; false at the end.
bool read_some(int file, const std::function<void(std::string_view)>& take) {
  std::array<char, 1U << 16U> buffer{};
  const ssize_t got = read(file, buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR;
  take({buffer.data(), static_cast<std::size_t>(got)});
  return got > 0;
}

void read_both(Pipe& out, Pipe& log, Listener& listener) {
  std::array<pollfd, 2> files{{{out.ends[0], POLLIN, 0}, {log.ends[0], POLLIN, 0}}};
  const auto take_out = [&](std::string_view bytes) { listener.take_out(bytes); };
  const auto take_log = [&](std::string_view bytes) { listener.take_log(bytes); };
  while (files[0].fd >= 0 || files[1].fd >= 0) {
    if (poll(files.data(), files.size(), -1) < 0 && errno != EINTR) return;
    if (files[0].revents != 0 && !read_some(files[0].fd, take_out)) files[0].fd = -1;
    if (files[1].revents != 0 && !read_some(files[1].fd, take_log)) files[1].fd = -1;
  }
}

/// `https://user:password@host` → `https://host`.
std::string without_passwords(std::string text) {
  for (std::size_t at = text.find("://"); at != std::string::npos; at = text.find("://", at + 3)) {
    const std::size_t sign = text.find('@', at);
    if (sign < text.find_first_of("/ \t\"", at + 3)) text.erase(at + 3, sign + 1 - at - 3);
  }
  return text;
}

/// What the last line of a log in JSON lines says.
std::string last_word(const std::string& log) {
  std::string word;
  for (std::size_t begin = 0; begin < log.size();) {
    const std::size_t end = std::min(log.find('\n', begin), log.size());
    const std::string line = log.substr(begin, end - begin);
    begin = end + 1;
    const auto told = nlohmann::json::parse(line, nullptr, false);
    if (!told.is_object() || !told.contains("msg")) {
      if (!line.empty()) word = line;
      continue;
    }
    word = told.value("msg", "");
    if (told.contains("object")) word.insert(0, told.value("object", "") + ": ");
  }
  while (!word.empty() && (word.back() == '\n' || word.back() == ' ')) word.pop_back();
  return without_passwords(word.substr(0, longest_reason));
}

}  // namespace

std::string rclone_path() { return program_path("YOKOTEN_RCLONE", {"rclone"}); }

RcloneEnd run_rclone(const std::string& program, const std::vector<std::string>& arguments,
                     const RcloneWatch& watch) {
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  words.insert(words.end(), {"--use-json-log", "--ask-password=false"});
  if (watch) words.insert(words.end(), {"--stats", "500ms", "--stats-log-level", "NOTICE"});
  std::vector<std::string> kept = settings();
  const std::vector<char*> pointers = pointers_to(words), surroundings = pointers_to(kept);
  Pipe out, log;
  RcloneEnd end;
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) become(program.c_str(), pointers.data(), surroundings.data(), out, log, parent);
  if (child < 0) return end;
  out.close_end(1);
  log.close_end(1);
  Listener listener(watch);
  read_both(out, log, listener);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  end.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  end.out = std::move(listener.out);
  end.reason = last_word(listener.said());
  return end;
}

}  // namespace yokoten
