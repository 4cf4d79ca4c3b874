#include <fmt/core.h>

#include <variant>

#include "base/disk.h"
#include "base/json_place.h"
#include "chart/picture.h"
#include "command/commands.h"
#include "command/diagnostics.h"

namespace yokoten {
namespace {

constexpr double kWidth = 640;  // of a container that nobody measured

chart::Theme theme_of(const std::string& word) {
  if (word == "light") return chart::Theme::light;
  return word == "dark" ? chart::Theme::dark : chart::Theme::both;
}

/// What keeps a file from being read, and at which byte of it.
struct Mistake {
  std::size_t byte = 0;
  Message message;
};

std::variant<Json, Mistake> parsed_json(const std::string& bytes) {
  JsonMistake mistake;
  Json json = Json::parse(bytes, mistake);
  switch (mistake.kind) {
    case JsonMistake::Kind::none:
      break;
    case JsonMistake::Kind::syntax:
      return Mistake{mistake.byte > 0 ? mistake.byte - 1 : 0,
                     {"ここからJSONとして読めません（コンマ、引用符、かっこを確かめてください）",
                      "from here on this is no JSON; look at commas, quotes and brackets"}};
    case JsonMistake::Kind::large_number:
      return Mistake{0,
                     {"大きすぎて読めない数があります", "it holds a number too large to be read"}};
    case JsonMistake::Kind::depth:
      return Mistake{0, {"かっこの入れ子が深すぎます", "its brackets nest too deep"}};
  }
  if (const auto twice = repeated_key(bytes))
    return Mistake{*twice,
                   {"この名前は同じかっこの中でもう使われています。どちらかを取り除いてください",
                    "the brackets around this already have this name; remove one of the two"}};
  return json;
}

// Only a specification that fills its container needs a width that it does not name.
std::optional<double> width_of(const ChartArguments& arguments, const Json& spec) {
  if (arguments.width > 0) return arguments.width;
  const Json* width = spec.find("width");
  const bool fills = width != nullptr && *width == "container";
  return fills ? std::optional(kWidth) : std::nullopt;
}

}  // namespace

int chart_command(const Surroundings& surroundings, const ChartArguments& arguments) {
  RealDisk disk;
  const auto bytes = disk.read(arguments.file);
  if (!bytes) {
    tell("{}\n", reason_in(surroundings.language, disk.reason()));
    return failed;
  }
  const auto parsed = parsed_json(*bytes);
  if (const auto* mistake = std::get_if<Mistake>(&parsed)) {
    const Place place = text_place(*bytes, mistake->byte);
    tell("{}:{}:{}: {}\n", arguments.file, place.row, place.column,
         mistake->message.in(surroundings.language));
    return failed;
  }
  const Json& spec = std::get<Json>(parsed);
  const auto drawn =
      chart::fixed_picture(spec, width_of(arguments, spec), theme_of(arguments.theme));
  if (const auto* problem = std::get_if<chart::SpecProblem>(&drawn)) {
    const std::string where = problem->pointer.empty() ? "" : problem->pointer + " ";
    tell("{}: {}{}\n", arguments.file, where, problem->message.in(surroundings.language));
    return failed;
  }
  fmt::print("{}\n", std::get<std::string>(drawn));
  return fine;
}

}  // namespace yokoten
