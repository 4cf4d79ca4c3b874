#include "read/linked_files.h"

#include "model/report.h"

namespace yokoten {
namespace {

/// All that a publication is read from; other files beside it are nobody's business.
constexpr const char* read_from[] = {"publication.toml",
                                     "sources.toml",
                                     "corrections.toml",
                                     "programmes.toml",
                                     "contacts.toml",
                                     "glossary.toml",
                                     "duty.toml",
                                     "accessibility.toml",
                                     "pull.lock",
                                     "indicators",
                                     "pages",
                                     "cases",
                                     "projects",
                                     "events",
                                     "translations",
                                     "templates",
                                     "look",
                                     "charts",
                                     "photos",
                                     "documents",
                                     "releases",
                                     "queries",
                                     "raw"};

}  // namespace

void refuse_links(Disk& disk, const std::string& folder, Findings& findings) {
  const std::string raw = folder + "/raw/";
  for (const char* name : read_from)
    for (const std::string& link : disk.links(folder + '/' + name)) {
      // A raw file is refused where a source names it; others of them are not read.
      if (link.starts_with(raw) && disk.size(link)) continue;
      report_error(
          findings, {link, 0, 0}, "publication.link",
          {"リンク（シンボリックリンク）です。外のものを公表しないよう、ファイルそのものを置いてく"
           "ださい",
           "this is a symbolic link; put the file itself there, so that nothing from "
           "outside is published"});
    }
}

}  // namespace yokoten
