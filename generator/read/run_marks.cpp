#include "read/run_marks.h"

#include <algorithm>
#include <array>
#include <optional>

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 10> wide_numerals{"０", "１", "２", "３", "４",
                                                         "５", "６", "７", "８", "９"};
constexpr std::array<std::string_view, 10> raised_numerals{"⁰", "¹", "²", "³", "⁴",
                                                           "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::array<std::string_view, 10> lowered_numerals{"₀", "₁", "₂", "₃", "₄",
                                                            "₅", "₆", "₇", "₈", "₉"};

/// A digit at the begin of a text.
struct Numeral {
  std::size_t value = 0, size = 1;
};

std::optional<Numeral> first_numeral(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text[0] >= '0' && text[0] <= '9') return Numeral{static_cast<std::size_t>(text[0] - '0'), 1};
  for (std::size_t value = 0; value < wide_numerals.size(); ++value)
    if (text.starts_with(wide_numerals[value])) return Numeral{value, wide_numerals[value].size()};
  return std::nullopt;
}

bool ends_with_numeral(std::string_view text) {
  if (!text.empty() && text.back() >= '0' && text.back() <= '9') return true;
  return std::ranges::any_of(wide_numerals, [&](auto each) { return text.ends_with(each); });
}

// 24.7% and 1,234. are numbers, too.
bool ends_as_number(std::string_view text) {
  return ends_with_numeral(text) ||
         std::ranges::any_of(std::array<std::string_view, 6>{"%", "％", ".", ",", "．", "，"},
                             [&](auto each) { return text.ends_with(each); });
}

// Whether the run would become part of a number that it stands beside.
bool adjoins_number(std::string_view text, const MarkedRun& run) {
  const std::string_view own = text.substr(run.begin, run.end - run.begin);
  return (first_numeral(own) && ends_as_number(text.substr(0, run.begin))) ||
         (ends_with_numeral(own) && first_numeral(text.substr(run.end)));
}

std::string beside_the_line(std::string_view text, RunLook::Line line) {
  const auto& numerals = line == RunLook::Line::raised ? raised_numerals : lowered_numerals;
  std::string shifted;
  while (!text.empty()) {
    const auto digit = first_numeral(text);
    if (digit)
      shifted += numerals[digit->value];
    else
      shifted += text[0];
    text.remove_prefix(digit ? digit->size : 1);
  }
  return shifted;
}

// Programs cut texts into more runs than are seen.
std::vector<MarkedRun> joined_runs(const std::vector<MarkedRun>& runs) {
  std::vector<MarkedRun> joined;
  for (const MarkedRun& run : runs) {
    if (run.begin == run.end) continue;
    if (!joined.empty() && joined.back().end == run.begin && joined.back().look == run.look)
      joined.back().end = run.end;
    else
      joined.push_back(run);
  }
  return joined;
}

}  // namespace

std::string set_apart(std::string_view text, const std::vector<MarkedRun>& runs) {
  std::string out;
  std::size_t done = 0;
  for (const MarkedRun& run : joined_runs(runs)) {
    const std::string_view own = text.substr(run.begin, run.end - run.begin);
    out += text.substr(done, run.begin - done);
    if (run.look.struck) out += struck_sign;
    const bool on_line = run.look.line == RunLook::Line::on || !adjoins_number(text, run);
    out += on_line ? std::string(own) : beside_the_line(own, run.look.line);
    if (run.look.struck) out += struck_sign;
    done = run.end;
  }
  out += text.substr(done);
  return out;
}

bool has_struck(const std::vector<MarkedRun>& runs) {
  return std::ranges::any_of(runs, [](const MarkedRun& run) { return run.look.struck; });
}

}  // namespace yokoten
