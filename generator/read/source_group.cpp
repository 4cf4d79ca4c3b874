#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/report.h"
#include "read/source_parts.h"
#include "read/table_file.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

/// Reads the headings of one table `[source.group]`, each of which may stand there once.
class GroupReader {
 public:
  GroupReader(const TomlNode& node, SourceText& out, Findings& findings)
      : reader_(node, findings), out_(out) {}

  RowGrouping read() {
    reader_.require("by");
    RowGrouping made;
    made.by = headings("by");
    made.sum = headings("sum");
    made.count = trimmed_text(reader_.text("count"));
    if (!made.count.empty()) note(made.count, reader_.place("count"));
    if (made.sum.empty() && made.count.empty())
      error(reader_.place(), {"groupにはsumかcountが要ります", "group needs sum or count"});
    return made;
  }

 private:
  std::vector<std::string> headings(std::string_view key) {
    std::vector<std::string> named;
    const TomlNode* list = reader_.take(key, Kind::list);
    if (list == nullptr) return named;
    if (key == "by" && list->children.empty())
      error(list->place, {"byには見出しが1つは要ります", "by names one heading at least"});
    for (const TomlNode& item : list->children) {
      named.emplace_back(trimmed_text(item_text(item, reader_.findings())));
      note(named.back(), item.place);
      out_.file_headings.emplace_back(named.back(), item.place);
    }
    return named;
  }

  void note(const std::string& heading, const Place& place) {
    if (std::find(seen_.begin(), seen_.end(), heading) != seen_.end())
      error(place, {fmt::format("「{}」がgroupに2度あります", heading),
                    fmt::format("{} stands twice in group", heading)});
    seen_.push_back(heading);
  }

  void error(const Place& place, Message message) {
    report_error(reader_.findings(), place, "source.group", std::move(message));
  }

  TomlReader reader_;
  SourceText& out_;
  std::vector<std::string> seen_;
};

bool is_plain(const SourceText& text) {
  const auto format = text.form.format ? text.form.format : format_of_name(text.source.file);
  return !format || format == TableFormat::csv || format == TableFormat::tsv;
}

}  // namespace

void read_group(TomlReader& source, SourceText& out) {
  const TomlNode* node = source.take("group", Kind::table);
  if (node == nullptr) return;
  out.source.group = GroupReader(*node, out, source.findings()).read();
  // What goes out is what was counted.
  out.source.reads_all = false;
}

void check_group(TomlReader& source, const SourceText& out) {
  if (!out.source.group) return;
  const auto refuse = [&](Message message) {
    report_error(source.findings(), source.place("group"), "source.group", std::move(message));
  };
  if (out.source.kind != SourceKind::figures)
    refuse({"groupはkind = \"figures\"の資料だけにあります",
            "only a source of kind figures has group"});
  if (!is_plain(out)) refuse({"groupで読めるのはcsvとtsvだけです", "group reads csv and tsv only"});
  if (!out.source.notes.empty())
    refuse({"groupとnotesは一緒に使えません。足し上げた値には注記が残らないからです",
            "group can't stand beside notes: what is added up keeps none"});
}

}  // namespace yokoten
