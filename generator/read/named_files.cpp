#include "read/named_files.h"

#include "base/editors_own.h"
#include "base/text.h"
#include "model/report.h"

namespace yokoten {

std::vector<NamedFile> named_files(Disk& disk, const std::string& folder, std::string_view ending,
                                   bool deep, Findings& findings) {
  std::vector<NamedFile> found;
  for (const std::string& file : disk.files(folder)) {
    if (lies_in_editors_own(file) || first_invalid_utf8(file)) continue;
    const std::string full = folder + '/' + file;
    const bool fits = file.ends_with(ending) && (deep || file.find('/') == std::string::npos);
    if (fits)
      found.push_back({full, file.substr(0, file.size() - ending.size())});
    else
      report_warning(findings, {full, 0, 0}, "publication.file",
                     {"このファイルは読まれません", "this file is not read"});
  }
  return found;
}

}  // namespace yokoten
