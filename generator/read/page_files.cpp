#include "read/page_files.h"

#include <optional>
#include <string>
#include <utility>

#include "base/threads.h"
#include "read/front_check.h"
#include "read/page_text.h"
#include "read/unfilled.h"

namespace yokoten {

std::vector<PageText> read_page_files(Disk& disk, const std::vector<NamedFile>& files,
                                      bool PageText::*kind, Findings& findings) {
  std::vector<std::string> bytes;
  for (const NamedFile& file : files) bytes.push_back(disk.read(file.path).value_or(std::string()));
  std::vector<std::optional<PageText>> read(files.size());
  std::vector<Findings> told(files.size());
  share_out(files.size(), [&](std::size_t at) {
    report_unfilled(bytes[at], files[at].path, told[at]);
    auto page = read_page(bytes[at], files[at].path, told[at]);
    if (!page) return;
    page->path = files[at].stem;
    if (kind != nullptr) (*page).*kind = true;
    check_front(*page, told[at]);
    read[at] = std::move(page);
  });
  std::vector<PageText> pages;
  for (std::size_t at = 0; at < files.size(); ++at) {
    findings.insert(findings.end(), told[at].begin(), told[at].end());
    if (read[at]) pages.push_back(std::move(*read[at]));
  }
  return pages;
}

}  // namespace yokoten
