#include <fmt/core.h>

#include "base/disk.h"
#include "chart/render.h"
#include "command/commands.h"

namespace yokoten {
namespace {

Theme theme_of(const std::string& word) {
  if (word == "light") return Theme::light;
  return word == "dark" ? Theme::dark : Theme::both;
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
  RenderOptions options;
  if (arguments.width > 0) options.width = arguments.width;
  options.theme = theme_of(arguments.theme);
  options.standalone = true;
  const auto drawn = render(spec, options);
  if (const auto* problem = std::get_if<SpecProblem>(&drawn)) {
    fmt::print(stderr, "{}: {} {}\n", arguments.file, problem->pointer,
               problem->message.in(surroundings.language));
    return failed;
  }
  fmt::print("{}\n", std::get<std::string>(drawn));
  return fine;
}

}  // namespace yokoten
