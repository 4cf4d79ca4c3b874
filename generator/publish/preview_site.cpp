#include "publish/preview_site.h"

#include <filesystem>
#include <optional>
#include <set>

#include "base/html_text.h"
#include "publish/tag_values.h"
#include "publish/windows_names.h"

namespace yokoten {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view index = "index.html";

bool is_left_out(const std::string& path) { return path == "robots.txt" || path == "sitemap.xml"; }

bool has_scheme(const std::string& address) {
  const std::size_t colon = address.find(':');
  return colon != std::string::npos && colon < address.find_first_of("/?#");
}

int digit_of(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  const char low = static_cast<char>(letter | 0x20);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// `a%20b` → `a b`.
std::string decoded(const std::string& path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const int high = at + 2 < path.size() && path[at] == '%' ? digit_of(path[at + 1]) : -1;
    const int low = high >= 0 ? digit_of(path[at + 2]) : -1;
    out += low >= 0 ? static_cast<char>(high * 16 + low) : path[at];
    at += low >= 0 ? 2 : 0;
  }
  return out;
}

/// What would mean something else in an address, as bytes.
std::string encoded(const std::string& path) {
  constexpr std::string_view digits = "0123456789ABCDEF", escaped = " %#?\"<>";
  std::string out;
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    if (escaped.find(letter) == std::string_view::npos)
      out += letter;
    else
      out.append({'%', digits[byte >> 4U], digits[byte & 15U]});
  }
  return out;
}

}  // namespace

PreviewSite::PreviewSite(const std::vector<std::string>& paths) {
  std::vector<std::string> all;
  for (const std::string& each : paths)
    if (!is_left_out(each)) all.push_back(each);
  names_ = windows_paths(all);
  for (const auto& [path, name] : names_) {
    const std::string from = fs::path(path).parent_path().generic_string();
    const std::string to = fs::path(name).parent_path().generic_string();
    if (from != to) renamed_[from + '/'] = to + '/';
  }
}

std::string PreviewSite::name_of(const std::string& path) const {
  const auto at = names_.find(path);
  return at == names_.end() ? std::string() : at->second;
}

std::string PreviewSite::meant(const std::string& from, const std::string& address) const {
  std::string path = (fs::path(from).parent_path() / address).lexically_normal().generic_string();
  if (path == "." || path == "./") path.clear();
  if (path.empty() || path.ends_with('/')) path += index;
  const std::string name = name_of(path);
  return name.empty() ? name_of(path + '/' + std::string(index)) : name;
}

// 404.html has links from the top of the host: `/kpi/areas/` is areas/ where there is no kpi/.
std::string PreviewSite::meant_from_top(std::string address) const {
  for (std::size_t slash = address.find('/'); slash != std::string::npos;
       slash = address.find('/')) {
    address.erase(0, slash + 1);
    if (std::string name = meant("", address); !name.empty()) return name;
  }
  return {};
}

// `../areas/#x` on indicators/a/index.html → `../../areas/index.html#x`. What leads to nothing in
// the preview stays as it is.
std::string PreviewSite::link(const std::string& from, const std::string& address) const {
  const std::size_t end = std::min(address.find_first_of("?#"), address.size());
  if (end == 0 || has_scheme(address)) return address;
  const std::string path = decoded(address.substr(0, end));
  const bool from_top = path.front() == '/' && from.ends_with("404.html");
  if (path.front() == '/' && !from_top) return address;
  const std::string name = from_top ? meant_from_top(path) : meant(from, path);
  if (name.empty()) return address;
  const fs::path own = fs::path(name_of(from)).parent_path();
  const std::string way =
      fs::path("/" + name).lexically_relative("/" + own.generic_string()).generic_string();
  return encoded(way) + address.substr(end);
}

std::string PreviewSite::with_links(const std::string& from, std::string_view text) const {
  static const std::set<std::string_view> with_addresses = {
      "href", "src", "srcset", "action", "data-search", "data-areas", "data-more"};
  return with_values(text, [&](std::string_view name, const std::string& value) {
    return with_addresses.contains(name) ? link(from, value) : value;
  });
}

// Scripts name pages by their folder.
std::string PreviewSite::with_names(std::string text) const {
  for (const auto& [from, to] : renamed_)
    for (std::size_t at = text.find('"' + from); at != std::string::npos;
         at = text.find('"' + from, at + to.size()))
      text.replace(at + 1, from.size(), to);
  return text;
}

std::string PreviewSite::bytes_of(const std::string& path, std::string bytes) const {
  if (path.ends_with(".html") || path.ends_with(".svg")) return with_links(path, bytes);
  const bool is_data = path.ends_with(".js") && !path.starts_with("assets/");
  return is_data && !renamed_.empty() ? with_names(std::move(bytes)) : bytes;
}

}  // namespace yokoten
