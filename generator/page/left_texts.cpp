#include <fmt/format.h>

#include "base/japanese_marks.h"
#include "base/text.h"
#include "model/report.h"
#include "page/site.h"

namespace yokoten {

// Of another language: under its own folder, what stays Japanese marked, the rest looked for.
void Site::finish(std::vector<SiteFile>& files) const {
  const Publication& publication = book_.publication;
  if (publication.base.empty()) return;
  for (SiteFile& file : files) {
    file.path = publication.base + file.path;
    if (file.path.ends_with(".html")) {
      std::vector<std::string> unmarked;
      file.bytes = with_language_spans(file.bytes, unmarked);
      for (std::string& text : unmarked) {
        const std::lock_guard lock(left_->guard);
        auto& page = left_->pages[std::move(text)];
        if (page.empty() || file.path < page) page = file.path;
      }
    } else {
      file.bytes = without_marks(file.bytes);
    }
  }
}

void Site::report_left(Findings& findings) const {
  constexpr std::size_t shown = 200;  // bytes
  for (const auto& [text, page] : left_->pages) {
    std::string brief = text.substr(0, shown);
    while (!brief.empty() && first_invalid_utf8(brief)) brief.pop_back();
    report_error(findings, {page, 0, 0}, "translation.left",
                 {fmt::format("日本語が残っています: {}", brief),
                  fmt::format("this is left in Japanese: {}", brief)});
  }
}

}  // namespace yokoten
