#include "pull/proxy.h"

#include <optional>

namespace yokoten {
namespace {

std::string upper(std::string text) {
  for (char& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - ('a' - 'A'));
  return text;
}

bool fits(std::string_view entry, std::string_view host) {
  if (entry == "*") return true;
  if (entry.starts_with("*.")) entry.remove_prefix(1);
  while (entry.starts_with('.')) entry.remove_prefix(1);
  if (entry.empty() || !host.ends_with(entry)) return false;
  return host.size() == entry.size() || host[host.size() - entry.size() - 1] == '.';
}

bool is_excepted(std::string_view list, std::string_view host) {
  while (!list.empty()) {
    const auto end = list.find_first_of(", ");
    if (fits(list.substr(0, end), host)) return true;
    if (end == std::string_view::npos) return false;
    list.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace

std::string proxy_for(std::string_view scheme, std::string_view host,
                      const Environment& environment) {
  // HTTP_PROXY in capitals can be set by whoever sends a header to a CGI program.
  const std::string own = std::string(scheme) + "_proxy";
  auto proxy = environment(own);
  if (!proxy && scheme != "http") proxy = environment(upper(own));
  if (!proxy) proxy = environment("all_proxy");
  if (!proxy) proxy = environment("ALL_PROXY");
  if (!proxy) return {};
  auto excepted = environment("no_proxy");
  if (!excepted) excepted = environment("NO_PROXY");
  return excepted && is_excepted(*excepted, host) ? std::string() : *proxy;
}

}  // namespace yokoten
