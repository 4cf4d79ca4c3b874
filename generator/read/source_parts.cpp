#include "read/source_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/lists.h"
#include "base/text.h"
#include "model/listed_case.h"
#include "model/observation.h"
#include "model/period_headings.h"
#include "model/period_words.h"
#include "model/report.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

const std::vector<std::string> reasons = {"not_published",
                                          "not_applicable",
                                          "not_reported",
                                          "not_set",
                                          "suppressed",
                                          "unknown",
                                          std::string(symbol_for_none)};

TomlReader::Pairs named_headings(TomlReader& source, std::string_view key, SourceText& out) {
  TomlReader::Pairs pairs;
  for (const TomlNode& item : source.items(key, Kind::table)) {
    pairs.emplace_back(item.key, node_heading(item, out, source.findings()));
  }
  return pairs;
}

// Blanks around headings don't count.
std::string key_heading(const TomlNode& item) { return std::string(trimmed_text(item.key)); }

// The code a heading stands for: itself in `["第一期"]`, the value in `{ "設置済_2024-07" =
// "2024-07" }`.
std::string code_of(const TomlNode& item, bool in_table, Findings& findings) {
  const auto period = item.kind == Kind::date ? node_period(item) : std::nullopt;
  if (in_table && period) return to_text(*period);
  return item_text(item, findings);
}

// A period as offices write it: 令和4年度 is 2022FY; in two rows of headings 令和5年度／第1四半期.
std::string period_code(const std::string& code, const Place& place, Findings& findings) {
  if (parse_period(code)) return code;
  auto period = period_in_column(code);
  if (!period) period = period_of_heading(code);
  if (period) return to_text(*period);
  Message why = why_no_period(code);
  if (why.en.empty())
    why = {"{ \"見出し\" = \"2024-07\" } のように、見出しごとに時点を書いてください",
           "write the period of each heading, such as { \"HEADING\" = \"2024-07\" }"};
  report_error(findings, place, "source.period",
               {fmt::format("「{}」は時点として読めません。{}", code, why.ja),
                fmt::format("\"{}\" is no period: {}", code, why.en)});
  return code;
}

void read_unpivot_columns(TomlReader& reader, Unpivot& unpivot, SourceText& out) {
  const TomlNode* columns = reader.require("columns").take("columns");
  if (columns == nullptr) return;
  const bool in_table = columns->kind == Kind::table;
  if (!in_table && columns->kind != Kind::list)
    return report_type(reader.findings(), *columns, {"配列か表", "an array or a table"});
  if (columns->children.empty())
    report_error(reader.findings(), columns->place, "source.unpivot",
                 {"columnsが空です。行に移す列の見出しを1つ以上書いてください",
                  "columns is empty; write the heading of one column at least"});
  for (const TomlNode& item : columns->children) {
    const std::string code = code_of(item, in_table, reader.findings());
    const std::string column = in_table ? key_heading(item) : std::string(trimmed_text(code));
    unpivot.columns.emplace_back(
        column, unpivot.into == "period" ? period_code(code, item.place, reader.findings()) : code);
    name_heading(out, column, in_table ? item.key_place : item.place);
    if (column.empty() && (in_table || item.kind == Kind::text))
      report_no_heading({}, in_table ? item.key_place : item.place, reader.findings());
  }
}

void read_into(TomlReader& reader, Unpivot& unpivot) {
  constexpr std::string_view prefix = "breakdown:";
  const std::string into = reader.required_text("into");
  unpivot.into = into.starts_with(prefix) ? into.substr(prefix.size()) : into;
  if (into.empty() || into == "period" || (into.starts_with(prefix) && !unpivot.into.empty()))
    return;
  report_error(reader.findings(), reader.place("into"), "source.unpivot",
               {"intoはperiodかbreakdown:キーです", "into is period or breakdown:KEY"});
}

std::string measure(TomlReader& reader, std::string_view key, const Source& source) {
  std::string name = reader.required_text(key);
  if (name.empty() || gives_measure(source, name)) return name;
  std::vector<std::string> known;
  for (const auto& [each, column] : source.measures) known.push_back(each);
  report_error(reader.findings(), reader.place(key), "source.measure",
               with_nearest({fmt::format("この資料に測定値{}はありません", name),
                             fmt::format("this source has no measure {}", name)},
                            name, known));
  return name;
}

RowRule row_rule(const TomlNode& node, SourceText& out, Findings& findings) {
  TomlReader reader(node, findings);
  reader.require("column").require("values");
  RowRule rule;
  rule.column = heading(reader, "column", out);
  rule.values = reader.texts("values");
  return rule;
}

NoteMeaning note_meaning(const TomlNode& node, Findings& findings) {
  TomlReader reader(node, findings);
  NoteMeaning meaning;
  if (const auto at = reader.choice("flag", {"provisional", "revised", "planned"}))
    meaning.flags = static_cast<std::uint8_t>(*at == 0   ? provisional
                                              : *at == 1 ? revised
                                                         : planned);
  if (const TomlNode* period = reader.take("period")) {
    meaning.period = node_period(*period);
    if (!meaning.period)
      report_type(findings, *period,
                  {"時点（2024-09、\"2023FY\"）", "a period (2024-09, \"2023FY\")"});
  }
  return meaning;
}

void read_framework(const TomlNode& node, SourceText& out, Findings& findings) {
  TomlReader reader(node, findings);
  reader.require("title").require("values");
  FrameworkColumns columns;
  columns.title = heading(reader, "title", out);
  columns.stage = heading(reader, "stage", out);
  columns.group = heading(reader, "group", out);
  columns.unit = heading(reader, "unit", out);
  columns.basis = heading(reader, "basis", out);
  columns.better = heading(reader, "better", out);
  columns.by_service = heading(reader, "by_service", out);
  columns.definition = heading(reader, "definition", out);
  for (const TomlNode& item : reader.items("values", Kind::table)) {
    const auto period = node_period(item);
    if (!period) report_type(findings, item, {"時点（\"2023FY\"）", "a period (\"2023FY\")"});
    columns.values.emplace_back(key_heading(item), period.value_or(Period{}));
    name_heading(out, columns.values.back().first, item.key_place);
  }
  if (columns.values.size() != 1)
    report_error(findings, reader.place("values"), "source.framework",
                 {"valuesの列は1つです", "values names exactly one column"});
  for (const TomlNode& item : reader.items("targets", Kind::table)) {
    if (item.kind != Kind::integer) report_type(findings, item, {"年（2026）", "a year (2026)"});
    columns.targets.emplace_back(key_heading(item), static_cast<int>(item.integer));
    name_heading(out, columns.targets.back().first, item.key_place);
  }
  out.source.framework = columns;
}

void read_labels(const TomlNode& node, SourceText& out, Findings& findings) {
  TomlReader reader(node, findings);
  out.source.label_breakdown = reader.required_text("breakdown");
  out.source.label_code = heading(reader.require("code"), "code", out);
  out.source.label_text = heading(reader.require("label"), "label", out);
}

// What a boundary file is to be read by.
void read_properties(TomlReader& source, SourceText& out) {
  const bool wanted = out.source.kind == SourceKind::boundaries;
  const auto property = [&](std::string_view key) -> std::string {
    const TomlNode* node = source.take(key, Kind::text);
    if (node == nullptr) return {};
    if (!wanted) check_kind(node, key, false, out, source.findings());
    return node->text;
  };
  out.source.object = property("object");
  out.source.code_property = property("code");
  out.source.name_property = property("name");
}

}  // namespace

void check_kind(const TomlNode* node, std::string_view key, bool wanted, SourceText& out,
                Findings& findings) {
  if (wanted == (node != nullptr)) return;
  const Place place = node == nullptr ? out.source.place : node->place;
  if (wanted)
    report_error(findings, place, "toml.missing",
                 {fmt::format("このkindには{}が要ります", key),
                  fmt::format("this kind of source needs {}", key)});
  else
    report_error(findings, place, "source.kind",
                 {fmt::format("{}はこのkindの資料にはありません", key),
                  fmt::format("this kind of source has no {}", key)});
}

void name_heading(SourceText& out, const std::string& heading, const Place& place) {
  if (!heading.empty()) out.headings.emplace_back(heading, place);
}

void report_no_heading(std::string_view key, const Place& place, Findings& findings) {
  if (key.empty())
    return report_error(findings, place, "source.heading",
                        {"見出しが空です。列の見出しを書いてください",
                         "the heading is empty; write that of a column"});
  report_error(findings, place, "source.heading",
               {fmt::format("{}が空です。列の見出しを書くか、要らなければ消してください", key),
                fmt::format("{} is empty; write the heading of a column, or remove it", key)});
}

std::string node_heading(const TomlNode& node, SourceText& out, Findings& findings) {
  const std::string text = item_text(node, findings);
  const std::string named(trimmed_text(text));
  if (node.kind == Kind::text && named.empty()) report_no_heading(node.key, node.place, findings);
  name_heading(out, named, node.place);
  return named;
}

std::string heading(TomlReader& reader, std::string_view key, SourceText& out) {
  const TomlNode* node = reader.take(key);
  return node == nullptr ? std::string() : node_heading(*node, out, reader.findings());
}

void read_measures(TomlReader& source, SourceText& out) {
  out.source.measures = named_headings(source, "columns", out);
  out.source.breakdown = named_headings(source, "breakdown", out);
}

void read_unpivots(TomlReader& source, SourceText& out) {
  for (const TomlNode& node : source.items("unpivot", Kind::list)) {
    TomlReader reader(node, source.findings());
    Unpivot unpivot;
    read_into(reader, unpivot);
    unpivot.measure = reader.required_text("measure");
    read_unpivot_columns(reader, unpivot, out);
    unpivot.total = heading(reader, "total", out);
    out.source.unpivots.push_back(unpivot);
  }
}

void read_printed(TomlReader& source, SourceText& out) {
  for (const TomlNode& node : source.items("printed", Kind::list)) {
    TomlReader reader(node, source.findings());
    PrintedRate rate;
    rate.column = heading(reader.require("column"), "column", out);
    rate.numerator = measure(reader, "numerator", out.source);
    rate.denominator = measure(reader, "denominator", out.source);
    rate.decimals = static_cast<int>(reader.integer("decimals", 0, 6).value_or(1));
    out.source.printed.push_back(rate);
  }
  out.source.rank_column = heading(source, "rank", out);
  if (const TomlNode* node = source.take("lists", Kind::table)) {
    TomlReader reader(*node, source.findings());
    out.source.lists_at_least = reader.require("at_least").number("at_least");
    out.source.lists_rate = heading(reader.require("rate"), "rate", out);
  }
}

void read_only(TomlReader& source, SourceText& out) {
  for (const TomlNode& item : source.items("only", Kind::table)) {
    RowRule rule;
    rule.column = key_heading(item);
    if (rule.column.empty()) report_no_heading({}, item.key_place, source.findings());
    if (out.source.group)
      out.file_headings.emplace_back(rule.column, item.key_place);
    else
      name_heading(out, rule.column, item.key_place);
    if (item.kind == Kind::list)
      for (const TomlNode& value : item.children)
        rule.values.push_back(item_text(value, source.findings()));
    else
      rule.values.push_back(item_text(item, source.findings()));
    out.source.only.push_back(std::move(rule));
    out.source.reads_all = false;
    out.source.leaves_rows_out = true;
  }
}

void read_row_rules(TomlReader& source, SourceText& out) {
  if (const TomlNode* node = source.take("total_row")) {
    if (node->kind != Kind::text)
      out.source.total_row = row_rule(*node, out, source.findings());
    else
      out.source.total_row = RowRule{out.source.area_column, {node->text}};
    if (out.source.total_row->column.empty() && node->kind == Kind::text)
      report_error(source.findings(), node->place, "source.total_row",
                   {"地域の列がないので、{ column = …, values = [ … ] }で列を示してください",
                    "there is no area column; name one: { column = …, values = [ … ] }"});
  }
  if (const TomlNode* node = source.take("of_which", Kind::table))
    out.source.of_which = row_rule(*node, out, source.findings());
}

// The words that pages have for reasons stand for them in a legend, too.
std::string reason_of(const std::string& word) {
  static const std::map<std::string, std::string> words = {{"公表資料に未掲載", "not_published"},
                                                           {"該当なし", "not_applicable"},
                                                           {"未報告", "not_reported"},
                                                           {"設定なし", "not_set"},
                                                           {"秘匿", "suppressed"},
                                                           {"不明", "unknown"},
                                                           {"0", std::string(symbol_for_none)}};
  const auto found = words.find(folded(word));
  return found == words.end() ? word : found->second;
}

void read_legend(TomlReader& source, SourceText& out) {
  for (const TomlNode& item : source.items("symbols", Kind::table)) {
    const bool is_zero = item.kind == Kind::integer && item.integer == 0;  // without its quotes
    const std::string reason = reason_of(is_zero ? "0" : item_text(item, source.findings()));
    const bool is_known = holds(reasons, reason);
    if (!is_known)
      report_error(
          source.findings(), item.place, "source.symbol",
          with_nearest({"意味は、公表資料に未掲載、該当なし、未報告、設定なし、秘匿、不明、0（" +
                            fmt::format("{}", fmt::join(reasons, "、")) + "）のどれかです",
                        fmt::format("it means one of {}", fmt::join(reasons, ", "))},
                       reason, reasons));
    // A wrong reason is said once here, not again at every cell with the symbol.
    out.source.symbols[item.key] = is_known ? reason : "unknown";
  }
  for (const TomlNode& item : source.items("notes", Kind::table))
    out.source.notes[item.key] = note_meaning(item, source.findings());
}

void read_kind_parts(TomlReader& source, SourceText& out) {
  Findings& findings = source.findings();
  const SourceKind kind = out.source.kind;
  const TomlNode* framework = source.take("framework", Kind::table);
  const TomlNode* labels = source.take("labels", Kind::table);
  const TomlNode* shown = source.take("shown", Kind::list);
  check_kind(framework, "framework", kind == SourceKind::framework, out, findings);
  check_kind(labels, "labels", kind == SourceKind::labels, out, findings);
  if (framework != nullptr) read_framework(*framework, out, findings);
  if (labels != nullptr) read_labels(*labels, out, findings);
  read_properties(source, out);
  if (kind == SourceKind::cases)
    for (const std::string_view heading : case_headings)
      name_heading(out, std::string(heading), source.place());
  if (shown == nullptr) return;
  check_kind(shown, "shown", kind == SourceKind::records || kind == SourceKind::list, out,
             findings);
  for (const TomlNode& item : shown->children) {
    out.source.shown.push_back(node_heading(item, out, findings));
  }
}

}  // namespace yokoten
