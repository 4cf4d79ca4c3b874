#include "read/source_parts.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

const std::initializer_list<std::string_view> kLevels = {"error", "warning", "note", "off"};

void read_level(const TomlNode& node, Findings& findings, CheckLevel& made) {
  TomlReader reader(node, findings);
  reader.require("level");
  if (const auto level = reader.choice("level", kLevels)) made.level = *(kLevels.begin() + *level);
  made.reason = reader.required_text("reason");
}

}  // namespace

void read_check_levels(TomlReader& source, SourceText& out) {
  for (const TomlNode& item : source.items("check", Kind::table)) {
    CheckLevel made;
    made.code = item.key;
    made.place = item.key_place;
    if (item.kind == Kind::table) {
      read_level(item, source.findings(), made);
    } else {
      // A table of one key, so that the same words are allowed and the same mistakes named.
      TomlNode table;
      table.kind = Kind::table;
      table.place = item.place;
      table.children.push_back(item);
      table.children.back().key = "level";
      TomlReader reader(table, source.findings());
      if (const auto level = reader.choice("level", kLevels))
        made.level = *(kLevels.begin() + *level);
    }
    if (!made.level.empty()) out.source.check_levels.push_back(std::move(made));
  }
}

}  // namespace yokoten
