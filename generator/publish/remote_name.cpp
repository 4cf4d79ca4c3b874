#include "publish/remote_name.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace yokoten {
namespace {

using Options = std::vector<std::pair<std::string, std::string>>;

/// `:sftp,host=a,user="b,c":path` → host a, user b,c. A quote inside quotes is written twice.
Options options_of(const std::string& target) {
  Options options;
  std::string name, value;
  bool in_value = false, first = true;
  char quote = 0;
  const auto take = [&] {
    if (!first) options.emplace_back(lower_ascii(name), value);
    name.clear();
    value.clear();
    in_value = first = false;
  };
  for (std::size_t at = target.starts_with(':') ? 1 : 0; at < target.size(); ++at) {
    const char letter = target[at];
    if (quote == 0 && (letter == ',' || letter == ':')) {
      take();
      if (letter == ':') break;
    } else if (quote == 0 && in_value && (letter == '"' || letter == '\'')) {
      quote = letter;
    } else if (letter == quote) {
      quote = 0;
    } else if (!in_value && letter == '=') {
      in_value = true;
    } else {
      (in_value ? value : name) += letter;
    }
  }
  return options;
}

bool is_secret(const std::string& name) {
  static constexpr std::array<std::string_view, 7> harmless = {
      "ask_password",     "key_file",  "pubkey_file",         "key_use_agent",
      "known_hosts_file", "token_url", "bearer_token_command"};
  static constexpr std::array<std::string_view, 8> telling = {
      "pass", "secret", "token", "key_pem", "sas_url", "headers", "credentials", "cookie"};
  if (std::find(harmless.begin(), harmless.end(), name) != harmless.end()) return false;
  const bool tells = std::any_of(telling.begin(), telling.end(), [&](std::string_view each) {
    return name.find(each) != std::string::npos;
  });
  return tells || name.ends_with("key");
}

bool has_password(const std::string& value) {
  const std::size_t scheme = value.find("://");
  if (scheme == std::string::npos) return false;
  const std::size_t at = value.find('@', scheme);
  return at < value.find('/', scheme + 3) && value.find(':', scheme + 3) < at;
}

}  // namespace

bool is_remote(const std::string& target) {
  const std::size_t end = target.find_first_of(":,/");
  if (end == std::string::npos || target[end] == '/') return false;
  return target.find(':', end) != std::string::npos;
}

std::string secret_option(const std::string& target) {
  for (const auto& [name, value] : options_of(target))
    if (is_secret(name) || has_password(value)) return name;
  return {};
}

}  // namespace yokoten
