#include "read/project_result.h"

#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

std::optional<Period> read_period(TomlReader& reader, std::string_view key) {
  const TomlNode* node = reader.take(key);
  if (node == nullptr) return std::nullopt;
  const auto period = node_period(*node);
  if (!period)
    report_type(reader.findings(), *node,
                {"時期（2024-09、2024FY）", "a period (2024-09, 2024FY)"});
  return period;
}

void read_plain(TomlReader& reader, ProjectResult& result) {
  result.what = reader.required_text("what");
  result.before = reader.require("before").number("before");
  result.after = reader.require("after").number("after");
  result.unit = reader.required_text("unit");
  result.source = reader.required_text("source");
}

void read_part(const TomlNode* node, ProjectResult& result, Findings& findings) {
  if (node == nullptr) return;
  result.part_place = node->place;
  if (node->children.size() == 1) {
    result.part_key = node->children[0].key;
    result.part_code = item_text(node->children[0], findings);
    return;
  }
  report_error(findings, node->place, "project.part",
               {"part には区分を1つだけ書いてください（例 { programme: \"…\" }）",
                "part names one breakdown (such as { programme: \"…\" })"});
}

void read_observed(TomlReader& reader, ProjectResult& result) {
  result.indicator = reader.required_text("indicator");
  result.indicator_place = reader.place("indicator");
  result.what = reader.text("what");
  read_part(reader.take("part", Kind::table), result, reader.findings());
  result.year = static_cast<int>(reader.integer("year", 2000, 2100).value_or(0));
  result.from = read_period(reader, "from");
  result.to = read_period(reader, "to");
  result.period_place = reader.place(result.from ? "from" : "year");
}

}  // namespace

ProjectResult read_result(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  ProjectResult result;
  result.place = node.place;
  if (reader.take("indicator") != nullptr)
    read_observed(reader, result);
  else
    read_plain(reader, result);
  return result;
}

}  // namespace yokoten
