#include "read/before_after.h"

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

void read_plain(TomlReader& reader, BeforeAfter& entry) {
  entry.what = reader.required_text("what");
  entry.before = reader.require("before").number("before");
  entry.after = reader.require("after").number("after");
  entry.unit = reader.required_text("unit");
  entry.source = reader.required_text("source");
}

void read_part(const TomlNode* node, BeforeAfter& entry, Findings& findings) {
  if (node == nullptr) return;
  entry.part_place = node->place;
  if (node->children.size() == 1) {
    entry.part_key = node->children[0].key;
    entry.part_code = item_text(node->children[0], findings);
    return;
  }
  report_error(findings, node->place, "entry.part",
               {"part には区分を1つだけ書いてください（例 { programme: \"…\" }）",
                "part names one breakdown (such as { programme: \"…\" })"});
}

void read_observed(TomlReader& reader, BeforeAfter& entry) {
  entry.indicator = reader.required_text("indicator");
  entry.indicator_place = reader.place("indicator");
  entry.what = reader.text("what");
  read_part(reader.take("part", Kind::table), entry, reader.findings());
  entry.year = static_cast<int>(reader.integer("year", 2000, 2100).value_or(0));
  entry.from = read_period(reader, "from");
  entry.to = read_period(reader, "to");
  entry.period_place = reader.place(entry.from ? "from" : "year");
}

}  // namespace

BeforeAfter read_before_after(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  BeforeAfter entry;
  entry.place = node.place;
  if (reader.take("indicator") != nullptr)
    read_observed(reader, entry);
  else
    read_plain(reader, entry);
  return entry;
}

}  // namespace yokoten
