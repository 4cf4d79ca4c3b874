#include "check/given_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace yokoten {
namespace {

bool is_named(const Source& source, const std::string& heading) {
  return heading == source.area_column || heading == source.prefecture_column ||
         heading == source.period_column ||
         std::find(source.shown.begin(), source.shown.end(), heading) != source.shown.end();
}

std::vector<std::string> others_of(const Source& source, const Table& table) {
  std::vector<std::string> others;
  for (const std::string& heading : table.header())
    if (!is_named(source, heading)) others.push_back(heading);
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
