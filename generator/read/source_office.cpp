#include "read/source_parts.h"

namespace yokoten {

void read_office(TomlReader& source, SourceText& out) {
  const TomlNode* node = source.take("office");
  if (node == nullptr) return;
  if (node->kind != TomlNode::Kind::table) {
    out.source.office_column = node_heading(*node, out, source.findings());
    return;
  }
  TomlReader reader(*node, source.findings());
  reader.require("column");
  out.source.office_column = heading(reader, "column", out);
  out.source.office_kinds = reader.text("kinds");
}

}  // namespace yokoten
