// Draws the specifications of standard input, one a line, as `yokoten chart` does, and says of each
// on a line of its own whether it could: `drawn`, or `refused POINTER`. Thousands are judged in the
// time of starting the program as often.
#include <iostream>
#include <string>

#include "chart/picture.h"

namespace {

using namespace yokoten;

constexpr double kWidth = 640;  // as the program takes for a container that nobody measured

std::optional<double> width_of(const Json& spec) {
  const Json* width = spec.find("width");
  const bool fills = width != nullptr && *width == "container";
  return fills ? std::optional(kWidth) : std::nullopt;
}

std::string verdict(const std::string& text) {
  JsonMistake mistake;
  const Json spec = Json::parse(text, mistake);
  if (mistake.kind != JsonMistake::Kind::none) return "refused by the parser";
  const auto drawn = chart::fixed_picture(spec, width_of(spec), chart::Theme::both);
  const auto* problem = std::get_if<chart::SpecProblem>(&drawn);
  return problem == nullptr ? "drawn" : "refused " + problem->pointer;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << verdict(line) << '\n';
}
