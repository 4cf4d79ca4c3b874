#include "check/given_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/text.h"
#include "check/read_headings.h"

namespace yokoten {
namespace {

bool is_empty(const Table& table, int column) {
  for (int row = 0; row < table.rows(); ++row)
    if (!trimmed_text(table.cell(row, column)).empty()) return false;
  return true;
}

std::vector<std::string> others_of(const Source& source, const Table& table) {
  const std::set<std::string> named = shown_headings(source);
  std::vector<std::string> others;
  for (int column = 0; column < table.columns(); ++column) {
    const std::string& heading = table.header()[static_cast<std::size_t>(column)];
    if (!named.contains(heading) && !is_empty(table, column)) others.push_back(heading);
  }
  return others;
}

void warn_of(const Subject& subject, const Source& source, const std::vector<std::string>& others) {
  const std::string listed = fmt::format("{}", fmt::join(others, "、"));
  subject.warning(
      source.place, "source.given",
      {fmt::format("shown にない列（{}）も、原資料のファイル {} と一緒に公開されます。連絡先などを"
                   "含むなら publish_file = false と、公開してよければ publish_file = true "
                   "と書いてください",
                   listed, source.file),
       fmt::format("columns that shown does not name ({}) go out with the file {}: write "
                   "publish_file = false if they hold contacts or the like, publish_file = true if "
                   "they may",
                   listed, source.file)});
}

}  // namespace

void check_given_files(const Subject& subject) {
  const auto& [sources, tables] = std::tie(subject.publication.sources, subject.publication.tables);
  for (std::size_t at = 0; at < sources.size(); ++at) {
    const Source& source = sources[at];
    if (source.shown.empty() || source.publishes_file || !gives_file(source) || source.group)
      continue;
    const std::vector<std::string> others = others_of(source, tables[at]);
    if (!others.empty()) warn_of(subject, source, others);
  }
}

}  // namespace yokoten
