#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// A site as it opens by double-click from a folder, without a server: links that mean a folder
/// lead to its index.html, files are called as Windows can hold them. Left out is what only a
/// server or other machines read (404.html, robots.txt, sitemap.xml).
class PreviewSite {
 public:
  /// `paths`: all files of the site.
  explicit PreviewSite(const std::vector<std::string>& paths);

  /// What a file is called; empty where it is left out.
  std::string name_of(const std::string& path) const;

  /// The bytes of a file with links that work in the preview.
  std::string bytes_of(const std::string& path, std::string bytes) const;

 private:
  /// The name of the file that an address on a page means; empty where there is none.
  std::string meant(const std::string& from, const std::string& address) const;
  std::string meant_from_top(std::string address) const;
  std::string link(const std::string& from, const std::string& address) const;
  std::string with_links(const std::string& from, std::string_view text) const;
  std::string with_names(std::string text) const;

  std::map<std::string, std::string> names_;
  std::map<std::string, std::string> renamed_;  ///< folders whose name changed: `cases/con/`
};

}  // namespace yokoten
