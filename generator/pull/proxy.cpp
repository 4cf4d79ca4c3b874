#include "pull/proxy.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/text.h"

namespace yokoten {
namespace {

std::string upper(std::string text) {
  for (char& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - ('a' - 'A'));
  return text;
}

/// An address in its bytes, 4 or 16 of them.
struct Number {
  std::array<std::uint8_t, 16> bytes{};
  std::size_t size = 0;
};

std::optional<Number> number_of(std::string_view text) {
  const std::string zeroed(text);  // for C
  Number number;
  if (inet_pton(AF_INET, zeroed.c_str(), number.bytes.data()) == 1)
    number.size = 4;
  else if (inet_pton(AF_INET6, zeroed.c_str(), number.bytes.data()) == 1)
    number.size = 16;
  return number.size > 0 ? std::optional(number) : std::nullopt;
}

// Of `10.0.0.0/8`; all bits of an address without a slash. 0 is all of them too, as in curl:
// whoever wants no proxy at all writes `*`.
std::optional<std::size_t> block_bits(std::string_view text, std::size_t most) {
  if (text.empty()) return most;
  std::size_t bits = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), bits);
  if (error != std::errc() || end != text.data() + text.size() || bits > most) return std::nullopt;
  return bits == 0 ? most : bits;
}

bool is_within(std::string_view block, const Number& address) {
  const std::size_t slash = std::min(block.find('/'), block.size());
  const auto first = number_of(block.substr(0, slash));
  if (!first || first->size != address.size) return false;
  const auto bits = block_bits(block.substr(slash), address.size * 8);
  if (!bits) return false;
  for (std::size_t bit = 0; bit < *bits; bit += 8) {
    const std::size_t left = std::min<std::size_t>(8, *bits - bit);
    const auto mask = static_cast<std::uint8_t>(0xFF00U >> left);
    if (((first->bytes[bit / 8] ^ address.bytes[bit / 8]) & mask) != 0) return false;
  }
  return true;
}

std::string_view without_last_dot(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  return name;
}

// The name itself and all below it.
bool is_below(std::string_view ending, std::string_view name) {
  ending = without_last_dot(ending);
  if (ending.starts_with('.')) ending.remove_prefix(1);
  if (ending.empty() || !name.ends_with(ending)) return false;
  return name.size() == ending.size() || name[name.size() - ending.size() - 1] == '.';
}

bool is_excepted(const std::string& list, std::string_view host) {
  if (list == "*") return true;
  const auto address = number_of(host);
  std::string_view left = list;
  while (!left.empty()) {
    const std::size_t end = std::min(left.find_first_of(", \t"), left.size());
    const std::string_view entry = left.substr(0, end);
    if (address ? is_within(entry, *address) : is_below(entry, without_last_dot(host))) return true;
    left.remove_prefix(std::min(end + 1, left.size()));
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
  return excepted && is_excepted(lower_ascii(*excepted), host) ? std::string() : *proxy;
}

}  // namespace yokoten
