#include "base/progress.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace yokoten {
namespace {

class SilentProgress final : public Progress {
 public:
  void begin(const Message& /*step*/, std::size_t /*all*/) override {}
  void advance(std::size_t /*pieces*/, std::uint64_t /*bytes*/) override {}
};

constexpr double soonest_guess = 1;  // seconds
constexpr std::size_t widest_bar = 30, narrowest_bar = 6;

std::string bytes_text(double bytes) {
  constexpr double kilo = 1e3, mega = 1e6, giga = 1e9;
  if (bytes < mega) return fmt::format("{:.0f} kB", bytes / kilo);
  return bytes < giga ? fmt::format("{:.1f} MB", bytes / mega)
                      : fmt::format("{:.2f} GB", bytes / giga);
}

std::string duration_text(double seconds, bool ja) {
  constexpr int minute = 60, hour = 60 * minute;
  const int whole = static_cast<int>(std::min(seconds + 0.5, 359'999.0));
  if (whole < minute) return fmt::format(fmt::runtime(ja ? "{}秒" : "{} s"), whole);
  if (whole < hour)
    return fmt::format(fmt::runtime(ja ? "{}分{:02}秒" : "{} min {:02} s"), whole / minute,
                       whole % minute);
  return fmt::format(fmt::runtime(ja ? "{}時間{:02}分" : "{} h {:02} min"), whole / hour,
                     whole % hour / minute);
}

std::string rate_text(const StepState& state, bool ja) {
  if (state.seconds < soonest_guess) return {};
  if (state.bytes > 0)
    return bytes_text(static_cast<double>(state.bytes) / state.seconds) + (ja ? "/秒" : "/s");
  if (state.done == 0) return {};
  return fmt::format(fmt::runtime(ja ? "{:.0f}件/秒" : "{:.0f}/s"),
                     static_cast<double>(state.done) / state.seconds);
}

std::string left_text(const StepState& state, bool ja) {
  if (state.seconds < soonest_guess || state.done == 0 || state.done >= state.all) return {};
  const double left =
      state.seconds * static_cast<double>(state.all - state.done) / static_cast<double>(state.done);
  return fmt::format(fmt::runtime(ja ? "あと約{}" : "about {} left"),
                     duration_text(std::max(left, 1.0), ja));
}

/// What is told behind the step, what matters most first.
std::vector<std::string> facts_of(const StepState& state, bool ja) {
  if (state.all == 0) {
    std::vector<std::string> facts;
    if (state.bytes > 0) facts.push_back(bytes_text(static_cast<double>(state.bytes)));
    if (state.seconds >= soonest_guess) facts.push_back(duration_text(state.seconds, ja));
    return facts;
  }
  std::vector<std::string> facts = {fmt::format("{}/{}", state.done, state.all)};
  const std::string bytes = state.bytes > 0 ? bytes_text(static_cast<double>(state.bytes)) : "";
  for (const std::string& each : {left_text(state, ja), rate_text(state, ja), bytes})
    if (!each.empty()) facts.push_back(each);
  return facts;
}

/// As many letters of the beginning as fit.
std::string cut(const std::string& text, std::size_t width) {
  auto letters = icu::UnicodeString::fromUTF8(text);
  std::string fits;
  while (letters.toUTF8String(fits), terminal_width(fits) > width) {
    letters.truncate(letters.moveIndex32(letters.length(), -1));
    fits.clear();
  }
  return fits;
}

std::string bar(const StepState& state, std::size_t room) {
  const std::size_t width = std::min(room, widest_bar);
  const std::size_t full = width * std::min(state.done, state.all) / state.all;
  return '[' + std::string(full, '#') + std::string(width - full, ' ') + "]  ";
}

}  // namespace

Progress& silent_progress() {
  static SilentProgress nobody;
  return nobody;
}

std::string progress_line(const StepState& state, std::size_t width, Language language) {
  const bool ja = language == Language::ja;
  const std::string step = cut(state.step.in(language), width);
  std::size_t used = terminal_width(step);
  std::string told;
  for (const std::string& each : facts_of(state, ja)) {
    const std::size_t more = terminal_width(each) + 2;
    if (used + more > width) break;
    told += (told.empty() ? "" : "  ") + each;
    used += more;
  }
  constexpr std::size_t frame = 4;  // of a bar: its ends and the blanks behind it
  const bool has_bar = state.all > 0 && !told.empty() && used + frame + narrowest_bar <= width;
  if (has_bar) told.insert(0, bar(state, width - used - frame));
  return told.empty() ? step : step + "  " + told;
}

std::string step_line(const Message& step, std::size_t all, Language language) {
  if (all == 0) return step.in(language);
  return fmt::format(fmt::runtime(language == Language::ja ? "{}（{}件）" : "{} ({})"),
                     step.in(language), all);
}

}  // namespace yokoten
