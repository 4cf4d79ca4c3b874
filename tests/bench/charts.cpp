// Draws specifications, one a line on standard input, and prints how long that took as one line of
// JSON: `bench_charts fixed` as files of their own, `bench_charts fluid` as pictures for pages.
#include <fmt/format.h>

#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "chart/picture.h"
#include "spent.h"

namespace {

using namespace yokoten;

struct Tally {
  std::size_t charts = 0, bytes = 0;
  Clock::duration parsing{}, drawing{};
};

/// Bytes of the picture; nothing for a specification that is refused, which is said.
template <class Result>
std::optional<std::size_t> size_of(const Result& result) {
  const auto* problem = std::get_if<chart::SpecProblem>(&result);
  if (problem == nullptr) {
    if constexpr (std::is_same_v<Result, std::variant<std::string, chart::SpecProblem>>)
      return std::get<std::string>(result).size();
    else
      return std::get<chart::Picture>(result).svg.size();
  }
  std::cerr << "bench_charts: " << problem->pointer << ": " << problem->message.en << "\n";
  return std::nullopt;
}

std::optional<std::size_t> draw(const Json& spec, bool fluid) {
  if (fluid) return size_of(chart::fluid_picture(spec));
  return size_of(chart::fixed_picture(spec, std::nullopt, chart::Theme::light));
}

/// Adds one specification to the tally; false when it can't be drawn.
bool count_in(const std::string& line, bool fluid, Tally& tally) {
  const auto start = Clock::now();
  const Json spec = Json::parse(line);
  const auto parsed = Clock::now();
  if (spec.is_null()) return false;
  const auto bytes = draw(spec, fluid);
  if (!bytes) return false;
  tally.parsing += parsed - start;
  tally.drawing += Clock::now() - parsed;
  tally.charts += 1;
  tally.bytes += *bytes;
  return true;
}

}  // namespace

int main(int count, char** words) {
  const std::string_view form = count == 2 ? words[1] : "";
  if (form != "fixed" && form != "fluid") {
    std::cerr << "usage: bench_charts fixed|fluid < LINES\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  Tally tally;
  for (std::string line; std::getline(std::cin, line);)
    if (!count_in(line, form == "fluid", tally)) return 1;
  std::cout << fmt::format(
      R"({{"charts": {}, "bytes": {}, "parse_ms": {:.3f}, "draw_ms": {:.3f}, "most_kib": {}}})",
      tally.charts, tally.bytes, milliseconds(tally.parsing), milliseconds(tally.drawing),
      most_memory());
  std::cout << "\n";
  return 0;
}
