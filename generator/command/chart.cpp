#include <fmt/core.h>

#include "base/disk.h"
#include "chart/picture.h"
#include "command/commands.h"

namespace yokoten {
namespace {

constexpr double kWidth = 640;  // of a container that nobody measured

chart::Theme theme_of(const std::string& word) {
  if (word == "light") return chart::Theme::light;
  return word == "dark" ? chart::Theme::dark : chart::Theme::both;
}

// Only a specification that fills its container needs a width that it does not name.
std::optional<double> width_of(const ChartArguments& arguments, const Json& spec) {
  if (arguments.width > 0) return arguments.width;
  const bool fills = spec.is_object() && spec.contains("width") && spec["width"] == "container";
  return fills ? std::optional(kWidth) : std::nullopt;
}

}  // namespace

int chart_command(const Surroundings& surroundings, const ChartArguments& arguments) {
  RealDisk disk;
  const auto bytes = disk.read(arguments.file);
  if (!bytes) {
    fmt::print(stderr, "{}\n", disk.reason());
    return failed;
  }
  const Json spec = Json::parse(*bytes, nullptr, false);
  if (spec.is_discarded()) {
    fmt::print(stderr, "{}: {}\n", arguments.file,
               surroundings.language == Language::ja ? "JSONとして読めません" : "this is no JSON");
    return failed;
  }
  const auto drawn =
      chart::fixed_picture(spec, width_of(arguments, spec), theme_of(arguments.theme));
  if (const auto* problem = std::get_if<chart::SpecProblem>(&drawn)) {
    fmt::print(stderr, "{}: {} {}\n", arguments.file, problem->pointer,
               problem->message.in(surroundings.language));
    return failed;
  }
  fmt::print("{}\n", std::get<std::string>(drawn));
  return fine;
}

}  // namespace yokoten
