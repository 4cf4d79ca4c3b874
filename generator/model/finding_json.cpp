#include "model/finding_json.h"

namespace yokoten {
namespace {

Level level_named(const std::string& word) {
  for (const Level level : {Level::error, Level::warning})
    if (word == level_word(level)) return level;
  return Level::note;
}

}  // namespace

nlohmann::ordered_json finding_json(const Finding& finding) {
  return {{"level", level_word(finding.level)},
          {"file", finding.place.file},
          {"row", finding.place.row},
          {"column", finding.place.column},
          {"code", finding.code},
          {"ja", finding.message.ja},
          {"en", finding.message.en}};
}

Finding read_finding(const nlohmann::ordered_json& from) {
  return {.place = {from.at("file"), from.at("row"), from.at("column")},
          .level = level_named(from.at("level")),
          .code = from.at("code"),
          .message = {from.at("ja"), from.at("en")}};
}

}  // namespace yokoten
