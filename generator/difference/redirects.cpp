#include "difference/redirects.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

// What means nothing to a server's configuration.
bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') ||
         std::string_view("/-_.~%").find(letter) != std::string_view::npos;
}

// `/kpi/` of https://example.go.jp/kpi/, `/` where there is none.
std::string base_path(const std::string& base_url) {
  const std::size_t host = base_url.find("://");
  const std::size_t slash = base_url.find('/', host == base_url.npos ? 0 : host + 3);
  std::string path;
  for (const char letter : slash == base_url.npos ? std::string("/") : base_url.substr(slash))
    path += is_plain(letter) ? std::string(1, letter)
                             : fmt::format("%{:02X}", static_cast<unsigned char>(letter));
  return path.ends_with('/') ? path : path + '/';
}

// Addresses hold a-z 0-9 - _ . and / only; of these a pattern takes the point for any letter.
std::string pattern_of(const std::string& address) {
  std::string made;
  for (const char letter : address)
    made += letter == '.' ? std::string("\\.") : std::string(1, letter);
  return made;
}

std::string line_of(const std::string& from, const std::string& to, RedirectForm form) {
  switch (form) {
    case RedirectForm::nginx:
      return fmt::format("location = {} {{ return 301 {}; }}\n", from, to);
    case RedirectForm::apache:
      // Redirect would take all that lies below with it.
      return fmt::format("RedirectMatch 301 \"^{}$\" \"{}\"\n", pattern_of(from), to);
    case RedirectForm::static_host:
      break;
  }
  return fmt::format("{} {} 301\n", from, to);
}

}  // namespace

std::optional<RedirectForm> redirect_form(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  const std::string_view name = slash == file.npos ? file : file.substr(slash + 1);
  if (name == "_redirects") return RedirectForm::static_host;
  if (name == ".htaccess") return RedirectForm::apache;
  if (name.size() > 5 && name.ends_with(".conf")) return RedirectForm::nginx;
  return std::nullopt;
}

std::string redirects(const PageChanges& pages, RedirectForm form, const std::string& base_url) {
  const std::string base = base_path(base_url);
  std::string text = form == RedirectForm::nginx
                         ? "# Inside server { }: pages that have moved, by yokoten diff\n"
                         : "# Pages that have moved, by yokoten diff\n";
  for (const MovedPage& each : pages.moved) {
    text += line_of(base + each.from, base + each.to, form);
    // Who has written the name of the file behind it.
    if (each.from.ends_with('/'))
      text += line_of(base + each.from + "index.html", base + each.to, form);
  }
  for (const MovedPage& each : pages.moved_files)
    text += line_of(base + each.from, base + each.to, form);
  return text;
}

}  // namespace yokoten
