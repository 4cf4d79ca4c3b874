#include "publish/chromium.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

#include "base/interruption.h"
#include "publish/program_path.h"

namespace yokoten {
namespace {

constexpr std::chrono::milliseconds pause{20};
constexpr int most_pauses = 120'000 / 20;  // two minutes
constexpr std::size_t longest_shown = 400;

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& each : texts) all.push_back(each.data());
  all.push_back(nullptr);
  return all;
}

std::vector<std::string> arguments(const std::string& program, const std::string& page,
                                   const std::string& pdf, const std::string& folder) {
  return {program, "--headless", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage",
          "--disable-background-networking", "--disable-component-update", "--disable-extensions",
          "--disable-sync", "--no-first-run", "--no-pdf-header-footer", "--export-tagged-pdf",
          "--generate-pdf-document-outline", "--user-data-dir=" + folder + "/profile",
          "--print-to-pdf=" + pdf,
          // Its sandbox works neither for root nor in most containers; the
          // page is one that was just built, and may run no script.
          "--no-sandbox", "file://" + page};
}

/// What the child reads and writes; closed with the object.
class Redirections {
 public:
  explicit Redirections(const std::string& log) {
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    posix_spawnattr_init(&attributes);
    // A group of its own, so that all that it starts ends with it; signals as usual.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
  }
  ~Redirections() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  Redirections(const Redirections&) = delete;
  Redirections& operator=(const Redirections&) = delete;

  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
};

ChromiumEnd waited_for(pid_t child) {
  for (int pauses = 0; pauses < most_pauses; ++pauses) {
    int status = 0;
    const pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended != 0) {
      kill(-child, SIGKILL);
      const bool good = ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
      return good ? ChromiumEnd::printed : ChromiumEnd::failed;
    }
    std::this_thread::sleep_for(pause);
  }
  kill(-child, SIGKILL);
  waitpid(child, nullptr, 0);
  return ChromiumEnd::late;
}

}  // namespace

std::string chromium_path() {
  return program_path("YOKOTEN_CHROMIUM", {"chromium", "chromium-browser", "google-chrome"});
}

ChromiumEnd print_by_chromium(const std::string& program, const std::string& page,
                              const std::string& pdf, const std::string& folder, std::string& log) {
  std::vector<std::string> words = arguments(program, page, pdf, folder);
  // No zone, no language and no home of whoever builds.
  std::vector<std::string> surroundings = {"PATH=" + environment_variable("PATH"),
                                           "HOME=" + folder,
                                           "TMPDIR=" + folder,
                                           "LANG=C.UTF-8",
                                           "LC_ALL=C.UTF-8",
                                           "TZ=UTC"};
  for (const char* name : {"FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH"})
    if (const std::string value = environment_variable(name); !value.empty())
      surroundings.push_back(std::string(name) + '=' + value);
  const std::string said = folder + "/log";
  const Redirections redirections(said);
  pid_t child = 0;
  bool started = false;
  const AtSignal at_signal = AtSignal::after([&]() -> std::function<void()> {
    started = posix_spawn(&child, program.c_str(), &redirections.actions, &redirections.attributes,
                          pointers(words).data(), pointers(surroundings).data()) == 0;
    if (!started) return [] {};
    return [child] { kill(-child, SIGKILL); };
  });
  if (!started) return ChromiumEnd::failed;
  const ChromiumEnd end = waited_for(child);
  std::ifstream in(said, std::ios::binary);
  log.assign(std::istreambuf_iterator<char>(in), {});
  if (log.size() > longest_shown) log = log.substr(log.size() - longest_shown);
  return end;
}

}  // namespace yokoten
