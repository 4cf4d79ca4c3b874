#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/report.h"
#include "page/site.h"

namespace yokoten {
namespace {

std::string without_anchor(const std::string& path) { return path.substr(0, path.find('#')); }

int digit_of(char sign) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto at = digits.find(sign >= 'a' && sign <= 'f' ? static_cast<char>(sign - 32) : sign);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

// `a%23b` is how a link names the file a#b.
std::string without_percents(const std::string& path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const bool whole = path[at] == '%' && at + 2 < path.size();
    const int high = whole ? digit_of(path[at + 1]) : -1, low = whole ? digit_of(path[at + 2]) : -1;
    const bool is_sign = high >= 0 && low >= 0;
    out += is_sign ? static_cast<char>(high * 16 + low) : path[at];
    at += is_sign ? 2 : 0;
  }
  return out;
}

}  // namespace

void Site::check_links(const std::vector<std::string>& other_files, Findings& findings) const {
  const std::set<std::string> files(other_files.begin(), other_files.end());
  for (const CompiledPage& page : pages_)
    for (const InternalLink& link : page.body.links) {
      const std::string path = without_anchor(link.path);
      if (by_path_.contains(path) || files.contains(path) || files.contains(link.path) ||
          files.contains(without_percents(path)))
        continue;
      report_error(findings, link.place, "link.missing",
                   {fmt::format("リンク先 /{} はこのサイトにありません", path),
                    fmt::format("the link leads to /{}, which is not in this site", path)});
    }
}

void Site::check_navigation(Findings& findings) const {
  for (const auto* items : {&book_.publication.navigation, &book_.publication.footer})
    for (const NavigationItem& item : *items)
      if (!has_page(without_anchor(item.path)))
        report_error(
            findings, item.place, "link.missing",
            {fmt::format("案内の {} の行き先 /{} はこのサイトにありません", item.title, item.path),
             fmt::format("{} leads to /{}, which is not in this site", item.title, item.path)});
}

// Whether its links lead to pages, or to where it led before.
bool Site::leads_on(const CompiledPage& page, const CompiledPage& before) const {
  const auto& known = before.body.links;
  return std::all_of(page.body.links.begin(), page.body.links.end(), [&](const InternalLink& link) {
    return by_path_.contains(without_anchor(link.path)) ||
           std::any_of(known.begin(), known.end(),
                       [&](const InternalLink& each) { return each.path == link.path; });
  });
}

}  // namespace yokoten
