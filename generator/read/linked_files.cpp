#include "read/linked_files.h"

#include "base/editors_own.h"
#include "model/report.h"
#include "read/publication_parts.h"

namespace yokoten {
void refuse_links(Disk& disk, const std::string& folder, Findings& findings) {
  const std::string raw = folder + "/raw/";
  for (const std::string& name : parts_of_publication())
    for (const std::string& link : disk.links(folder + '/' + name)) {
      // A raw file is refused where a source names it; others of them are not read.
      if (link.starts_with(raw) && disk.size(link)) continue;
      // The lock of an editor leads nowhere, and is read by nobody.
      if (is_editors_own(link.substr(link.rfind('/') + 1)) && !disk.exists(link)) continue;
      report_error(
          findings, {link, 0, 0}, "publication.link",
          {"リンク（シンボリックリンク）です。外のものを公表しないよう、ファイルそのものを置いてく"
           "ださい",
           "this is a symbolic link; put the file itself there, so that nothing from "
           "outside is published"});
    }
}

}  // namespace yokoten
