#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/interruption.h"
#include "base/progress.h"
#include "command/commands.h"

namespace yokoten {

/// Tells on standard error how far the work is: on a terminal as a line that is drawn over and
/// over, as wide as the terminal is now; elsewhere as a line for each step. With `quiet` not at
/// all. The line on the terminal goes away with the object; a signal leaves it and ends it.
class ShownProgress final : public Progress {
 public:
  /// `subject` stands before the steps where they are lines: the publication, the target.
  ShownProgress(const Surroundings& surroundings, std::string subject);
  ~ShownProgress() override;
  ShownProgress(const ShownProgress&) = delete;
  ShownProgress& operator=(const ShownProgress&) = delete;

  void begin(const Message& step, std::size_t all) override;
  void advance(std::size_t pieces, std::uint64_t bytes) override;

 private:
  using Moment = std::chrono::steady_clock::time_point;

  void keep_drawing(const std::stop_token& stop);
  StepState state();
  void draw();
  void say(const std::string& line);
  void end_line();

  Language language_;
  bool says_lines_, draws_;
  std::string subject_;
  std::mutex guard_;
  std::condition_variable_any changed_;
  StepState state_;
  Moment begun_;
  std::timed_mutex terminal_;  ///< apart: a terminal that is stopped must not stop the work
  std::string drawn_;
  bool is_ended_ = false;
  AtSignal at_signal_;
  std::jthread drawer_;  ///< the last: it ends before all that it draws from
};

}  // namespace yokoten
