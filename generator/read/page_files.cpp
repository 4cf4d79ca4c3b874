#include "read/page_files.h"

#include <optional>
#include <string>
#include <utility>

#include "base/threads.h"
#include "read/front_check.h"
#include "read/named_files.h"
#include "read/page_text.h"
#include "read/unfilled.h"

namespace yokoten {
namespace {

/// `kind` is what the pages are, nullptr for others than cases and projects.
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

// Cases and projects lie side by side, other pages in folders too.
void read_folder(Disk& disk, const std::string& folder, bool PageText::*kind, ReadPages& texts,
                 Findings& findings) {
  const std::vector<NamedFile> files = named_files(disk, folder, ".md", kind == nullptr, findings);
  for (PageText& page : read_page_files(disk, files, kind, findings)) {
    const std::size_t dot = page.path.rfind('.');
    if (dot == std::string::npos) {
      texts.own.push_back(std::move(page));
      continue;
    }
    std::vector<PageText>& others = texts.others[page.path.substr(dot + 1)];
    page.path.resize(dot);
    others.push_back(std::move(page));
  }
}

}  // namespace

ReadPages read_page_texts(Disk& disk, const std::string& folder, Findings& findings) {
  ReadPages texts;
  read_folder(disk, folder + "/pages", nullptr, texts, findings);
  read_folder(disk, folder + "/cases", &PageText::is_case, texts, findings);
  read_folder(disk, folder + "/projects", &PageText::is_project, texts, findings);
  return texts;
}

}  // namespace yokoten
