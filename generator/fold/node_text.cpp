#include "fold/node_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_text.h"
#include "base/text.h"
#include "fold/spelling.h"
#include "model/period.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

bool is_list_of_tables(const TomlNode& node) {
  return node.kind == Kind::list && !node.children.empty() &&
         std::all_of(node.children.begin(), node.children.end(),
                     [](const TomlNode& each) { return each.kind == Kind::table; });
}

std::string scalar_text(const TomlNode& node, bool bare_dates) {
  switch (node.kind) {
    case Kind::integer:
    case Kind::number:
      return node.text;
    case Kind::truth:
      return node.truth ? "true" : "false";
    case Kind::date:
      return bare_dates ? node.text : json_text(node.text);
    default:
      return json_text(node.text);
  }
}

std::string value_text(const TomlNode& node, bool toml) {
  std::vector<std::string> parts;
  if (node.kind == Kind::list) {
    for (const TomlNode& each : node.children) parts.push_back(value_text(each, toml));
    return fmt::format("[{}]", fmt::join(parts, ", "));
  }
  if (node.kind != Kind::table) return scalar_text(node, toml);
  for (const TomlNode& each : node.children)
    parts.push_back((toml ? toml_key(each.key) + " = " : json_text(each.key) + ": ") +
                    value_text(each, toml));
  return parts.empty() ? "{}" : fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

bool is_one_line(std::string_view text) {
  return text.find_first_of("\n\r") == std::string_view::npos && trimmed_text(text) == text;
}

// What a cell would read as it was written.
std::optional<std::string> plain_text(const TomlNode& node, const BookColumn& column) {
  const bool several = column.entry == Entry::text;
  if (node.kind != Kind::text || trimmed_text(node.text) != node.text || node.text.empty())
    return std::nullopt;
  if (!several && !is_one_line(node.text)) return std::nullopt;
  for (const BookWord& word : column.words)
    if (node.text == word.code) return word.label;
  const bool narrow = column.entry == Entry::id || column.entry == Entry::code;
  if (narrow && folded(node.text) != node.text) return std::nullopt;
  if (node.text.starts_with(remark) || node.text.find('\r') != std::string::npos)
    return std::nullopt;
  return node.text;
}

std::optional<std::string> list_text(const TomlNode& node, const BookColumn& column) {
  if (node.kind != Kind::list || node.children.empty()) return std::nullopt;
  std::string text;
  for (const TomlNode& each : node.children) {
    const bool id = column.entry == Entry::ids;
    const bool fits = each.kind == Kind::text && !each.text.empty() && is_one_line(each.text) &&
                      (!id || each.text.find_first_of(" ,") == std::string::npos);
    if (!fits) return std::nullopt;
    text += (text.empty() ? "" : "\n") + each.text;
  }
  return text;
}

std::optional<std::string> rows_text(const TomlNode& node) {
  if (node.kind == Kind::integer) return node.text;
  if (node.kind != Kind::list || node.children.size() < 2) return std::nullopt;
  std::string text;
  for (const TomlNode& each : node.children) {
    if (each.kind != Kind::integer) return std::nullopt;
    text += (text.empty() ? "" : "、") + each.text;
  }
  return text;
}

std::optional<std::string> period_text(const TomlNode& node, const BookColumn& column) {
  if (node.kind != Kind::text && node.kind != Kind::date) return std::nullopt;
  const auto period = period_of_cell(node.text);
  const bool exact = period && to_text(*period) == node.text;
  const bool day = exact && period->kind == PeriodKind::day;
  const bool month = exact && period->kind == PeriodKind::month;
  const bool fits = day || (column.entry == Entry::moment && month) ||
                    (column.entry == Entry::period && (exact || !period) && is_one_line(node.text));
  return fits && !node.text.empty() ? std::optional(node.text) : std::nullopt;
}

std::optional<std::string> word_text(const TomlNode& node, const BookColumn& column) {
  for (const BookWord& word : column.words)
    if (node.kind == Kind::text && node.text == word.code) return word.label;
  return std::nullopt;
}

std::optional<std::string> pair_text(const TomlNode& node) {
  if (node.kind != Kind::table || node.children.size() != 1) return std::nullopt;
  const TomlNode& only = node.children.front();
  const std::string text = only.key + '=' + only.text;
  const bool fits = only.kind == Kind::text && !only.text.empty() && folded(text) == text &&
                    only.key.find('=') == std::string::npos;
  return fits ? std::optional(text) : std::nullopt;
}

}  // namespace

std::string toml_text(const TomlNode& node) { return value_text(node, true); }

std::string toml_lines(const std::vector<TomlNode>& entries, const std::string& prefix) {
  std::string plain, tables;
  for (const TomlNode& each : entries) {
    const std::string name = prefix + '.' + toml_key(each.key);
    if (!prefix.empty() && each.kind == Kind::table && !each.children.empty()) {
      tables += '[' + name + "]\n";
      for (const TomlNode& child : each.children)
        tables += toml_key(child.key) + " = " + toml_text(child) + '\n';
    } else if (!prefix.empty() && is_list_of_tables(each)) {
      for (const TomlNode& item : each.children) {
        tables += "[[" + name + "]]\n";
        for (const TomlNode& child : item.children)
          tables += toml_key(child.key) + " = " + toml_text(child) + '\n';
      }
    } else {
      plain += toml_key(each.key) + " = " + toml_text(each) + '\n';
    }
  }
  return plain + tables;
}

std::string yaml_lines(const std::vector<TomlNode>& entries) {
  std::string lines;
  for (const TomlNode& each : entries) lines += each.key + ": " + value_text(each, false) + '\n';
  return lines;
}

std::optional<std::string> cell_text(const TomlNode& node, const BookColumn& column) {
  switch (column.entry) {
    case Entry::line:
    case Entry::text:
    case Entry::id:
    case Entry::code:
    case Entry::time:
      return plain_text(node, column);
    case Entry::number:
    case Entry::year:
      return node.kind == Kind::integer || node.kind == Kind::number ? std::optional(node.text)
                                                                     : std::nullopt;
    case Entry::day:
    case Entry::moment:
    case Entry::period:
      return period_text(node, column);
    case Entry::truth:
      return node.kind == Kind::truth ? std::optional<std::string>(node.truth ? "はい" : "いいえ")
                                      : std::nullopt;
    case Entry::word:
      return word_text(node, column);
    case Entry::lines:
    case Entry::ids:
      return list_text(node, column);
    case Entry::rows:
      return rows_text(node);
    case Entry::pair:
      return pair_text(node);
    case Entry::body:
      return std::nullopt;
  }
  return std::nullopt;
}

bool same_values(const TomlNode& a, const TomlNode& b) {
  const bool dates = (a.kind == Kind::date && b.kind == Kind::text) ||
                     (a.kind == Kind::text && b.kind == Kind::date);
  if (a.kind != b.kind && !dates) return false;
  if (a.kind != Kind::table && a.kind != Kind::list) return a.text == b.text && a.truth == b.truth;
  if (a.children.size() != b.children.size()) return false;
  for (std::size_t at = 0; at < a.children.size(); ++at) {
    const TomlNode* other = a.kind == Kind::table ? b.find(a.children[at].key) : &b.children[at];
    if (other == nullptr || !same_values(a.children[at], *other)) return false;
  }
  return true;
}

std::optional<TomlNode> taken(TomlNode& table, const std::string& path) {
  const std::size_t dot = path.find('.');
  const auto found =
      std::find_if(table.children.begin(), table.children.end(),
                   [&](const TomlNode& each) { return each.key == path.substr(0, dot); });
  if (found == table.children.end()) return std::nullopt;
  if (dot != std::string::npos) {
    auto inner = taken(*found, path.substr(dot + 1));
    if (inner && found->children.empty()) table.children.erase(found);
    return inner;
  }
  TomlNode node = std::move(*found);
  table.children.erase(found);
  return node;
}

}  // namespace yokoten
