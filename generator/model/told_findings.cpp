#include "model/told_findings.h"

#include <algorithm>
#include <set>
#include <string>

namespace yokoten {
namespace {

/// Whether the finding may quote figures that are hidden: it is about a file that does not go out,
/// or about sums and differences, which stand in no file or come from several.
bool may_quote_hidden(const Finding& finding, const Publication& publication) {
  static const std::set<std::string> kOfSeveral = {"list.bound", "remainder.negative",
                                                   "total.sources"};
  static const std::set<std::string> kOfSums = {"percent.over", "ratio.over", "series.jump",
                                                "series.unit"};
  bool in_table = false;
  for (std::size_t at = 0; at < publication.sources.size(); ++at) {
    const Source& source = publication.sources[at];
    const bool here = finding.place.file == publication.tables[at].file() ||
                      finding.place.file.starts_with(publication.folder + '/' + source.file);
    if (here && !gives_file(source)) return true;
    in_table = in_table || here;
  }
  return kOfSeveral.contains(finding.code) || (!in_table && kOfSums.contains(finding.code));
}

}  // namespace

Findings told_findings(Findings findings, const Publication& publication) {
  const auto& sources = publication.sources;
  if (std::any_of(sources.begin(), sources.end(),
                  [](const auto& each) { return !gives_file(each); }))
    std::erase_if(findings,
                  [&](const Finding& each) { return may_quote_hidden(each, publication); });
  return findings;
}

}  // namespace yokoten
