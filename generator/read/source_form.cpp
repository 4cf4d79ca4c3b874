#include "read/source_form.h"

#include <fmt/format.h>

#include "base/text.h"
#include "model/report.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

void report_word(Findings& findings, const TomlNode& node, const std::vector<std::string>& known) {
  report_error(
      findings, node.place, "source.form",
      with_nearest(
          {fmt::format("「{}」は使えません。{}のどれかです", node.text, fmt::join(known, "、")),
           fmt::format("{} can't stand here; one of {}", node.text, fmt::join(known, ", "))},
          node.text, known));
}

void report_row(Findings& findings, const TomlNode& node, const Message& wanted) {
  report_error(findings, node.place, "source.form", wanted);
}

void read_format(TomlReader& source, TableForm& form) {
  const TomlNode* node = source.take("format", Kind::text);
  if (node == nullptr) return;
  form.format = format_named(node->text);
  if (!form.format) report_word(source.findings(), *node, format_words());
}

void read_encoding(TomlReader& source, TableForm& form) {
  const TomlNode* node = source.take("encoding", Kind::text);
  if (node == nullptr) return;
  form.encoding = encoding_named(node->text);
  if (!form.encoding) report_word(source.findings(), *node, encoding_words());
}

const Message kHeader{
    "headerは見出しの行番号（1から）か、その昇順の配列です。例: 3、[3, 4]",
    "header is the row of the headings (from 1) or an ascending array: 3, [3, 4]"};

// Ascending, so that the last of them is where the table begins. A form has headings, whatever
// stands here.
void read_header(TomlReader& source, TableForm& form) {
  const TomlNode* node = source.take("header");
  if (node == nullptr) return;
  std::vector<TomlNode> items = {*node};
  if (node->kind == Kind::list) items = node->children;
  std::vector<int> rows;
  for (const TomlNode& item : items) {
    const bool number =
        item.kind == Kind::integer && item.integer >= 1 && item.integer <= 1'000'000;
    if (!number || (!rows.empty() && item.integer <= rows.back()))
      return report_row(source.findings(), item, kHeader);
    rows.push_back(static_cast<int>(item.integer));
  }
  if (rows.empty()) return report_row(source.findings(), *node, kHeader);
  form.header = std::move(rows);
}

const Message kSkip{"skipは読まない行の配列です。例: [5, \"40-45\", \"50-\"]",
                    "skip is an array of rows that are not read: [5, \"40-45\", \"50-\"]"};

void read_skip(TomlReader& source, TableForm& form) {
  const TomlNode* node = source.take("skip", Kind::list);
  if (node == nullptr) return;
  for (const TomlNode& item : node->children) {
    const bool number = item.kind == Kind::integer && item.integer >= 1;
    const auto spans = number                    ? row_spans(std::to_string(item.integer))
                       : item.kind == Kind::text ? row_spans(item.text)
                                                 : std::nullopt;
    if (!spans) return report_row(source.findings(), item, kSkip);
    form.skip.insert(form.skip.end(), spans->begin(), spans->end());
  }
}

void read_range(TomlReader& source, TableForm& form) {
  const TomlNode* node = source.take("range", Kind::text);
  if (node == nullptr) return;
  form.range = table_range(node->text);
  if (!form.range)
    report_row(source.findings(), *node,
               {"rangeは表の範囲です。例: A3:F50、A3:F（3行目から終わりまで）",
                "range says which cells are the table: A3:F50, or A3:F from row 3 to the end"});
}

// Boundaries are no table, so that nothing would ask how it stands in its file.
void refuse_all(TomlReader& source) {
  for (const char* key : {"format", "encoding", "sheet", "header", "skip", "range", "rows_at"})
    if (const TomlNode* node = source.take(key))
      report_error(source.findings(), node->place, "source.kind",
                   {fmt::format("{}はこのkindの資料にはありません", key),
                    fmt::format("this kind of source has no {}", key)});
}

// Spreadsheets and JSON may hold anything beside the table.
bool reads_all(const SourceText& text) {
  const TableForm& form = text.form;
  const std::string& file = text.source.file;
  const std::string lower = lower_ascii(file);
  const bool by_name = lower.ends_with(".csv") || lower.ends_with(".tsv");
  const bool plain =
      form.format ? *form.format == TableFormat::csv || *form.format == TableFormat::tsv : by_name;
  return plain && form.header == std::vector{1} && form.skip.empty() && !form.range;
}

}  // namespace

void read_form(TomlReader& source, SourceText& out) {
  if (out.source.kind == SourceKind::boundaries) return refuse_all(source);
  TableForm& form = out.form;
  const std::size_t before = source.findings().size();
  read_format(source, form);
  read_encoding(source, form);
  read_header(source, form);
  read_skip(source, form);
  read_range(source, form);
  form.sheet = source.text("sheet");
  if (const TomlNode* node = source.take("rows_at", Kind::text)) {
    form.rows_at = node->text;
    if (!form.rows_at.empty() && form.rows_at.front() != '/')
      report_row(source.findings(), *node,
                 {"rows_atはJSONポインターです。例: /result/records",
                  "rows_at is a JSON pointer: /result/records"});
  }
  out.source.reads_all = reads_all(out);
  for (const RowSpan& span : form.skip) out.source.skipped.emplace_back(span.first, span.last);
  if (const auto conflict = conflict_of(form))
    report_error(source.findings(), source.place(conflict->key), "source.form", conflict->message);
  out.is_unclear = source.findings().size() > before;
}

}  // namespace yokoten
