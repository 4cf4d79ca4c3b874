#include "command/shown_progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include "command/diagnostics.h"

namespace yokoten {
namespace {

// Ten times a second, and no more.
constexpr std::chrono::milliseconds between_drawings{100};

bool draws_on_terminal() {
  const char* kind = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && kind != nullptr && *kind != '\0' &&
         std::string_view(kind) != "dumb";
}

/// Columns of the terminal as it is now; the last one stays free, since some go to the next line
/// after it.
std::size_t columns() {
  constexpr std::size_t usual = 80;
  winsize size{};
  const bool told = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1;
  return (told ? size.ws_col : usual) - 1;
}

void put(const std::string& text) {
  tell("{}", text);
  std::fflush(stderr);
}

}  // namespace

ShownProgress::ShownProgress(const Surroundings& surroundings, std::string subject)
    : language_(surroundings.language),
      says_lines_(!surroundings.quiet && !draws_on_terminal()),
      draws_(!surroundings.quiet && draws_on_terminal()),
      subject_(std::move(subject)),
      at_signal_([this] { end_line(); }) {
  if (!draws_) return;
  try {
    drawer_ = std::jthread([this](const std::stop_token& stop) { keep_drawing(stop); });
  } catch (const std::system_error&) {  // no thread is left for it: how far work is stays untold
  }
}

ShownProgress::~ShownProgress() {
  drawer_ = {};
  const std::lock_guard lock(terminal_);
  if (!drawn_.empty()) put("\r\x1b[K");
  drawn_.clear();
}

void ShownProgress::begin(const Message& step, std::size_t all) {
  if (says_lines_) say(step_line(step, all, language_));
  const std::lock_guard lock(guard_);
  state_ = {.step = step, .done = 0, .all = all, .bytes = 0, .seconds = 0};
  begun_ = std::chrono::steady_clock::now();
  changed_.notify_one();
}

// A signal has the last word.
void ShownProgress::say(const std::string& line) {
  const std::lock_guard lock(terminal_);
  if (!is_ended_) tell("{}: {}\n", subject_, line);
}

void ShownProgress::advance(std::size_t pieces, std::uint64_t bytes) {
  if (!draws_) return;
  const std::lock_guard lock(guard_);
  state_.done += pieces;
  state_.bytes += bytes;
}

// The first drawing is at once, each further one after a pause, even where nothing moves: the time
// goes on, and the terminal may have another width.
void ShownProgress::keep_drawing(const std::stop_token& stop) {
  {
    std::unique_lock lock(guard_);
    changed_.wait(lock, stop, [this] { return begun_ != Moment(); });
  }
  while (!stop.stop_requested()) {
    draw();
    std::unique_lock lock(guard_);
    changed_.wait_for(lock, stop, between_drawings, [] { return false; });
  }
}

StepState ShownProgress::state() {
  const std::lock_guard lock(guard_);
  StepState now = state_;
  now.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  return now;
}

void ShownProgress::draw() {
  std::string line = progress_line(state(), columns(), language_);
  const std::lock_guard lock(terminal_);
  if (is_ended_) return;
  if (line == drawn_) return;
  put('\r' + line + "\x1b[K");
  drawn_ = std::move(line);
}

// Whoever draws may be held up by a terminal that is stopped: then the program ends all the same.
void ShownProgress::end_line() {
  const std::unique_lock lock(terminal_, between_drawings);
  if (!lock.owns_lock()) return;
  is_ended_ = true;
  if (!drawn_.empty()) put("\n");
}

}  // namespace yokoten
