#include "pull/inside.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>

namespace yokoten {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

struct Block4 {
  std::uint32_t first;
  int bits;
};

// IANA's registry of special-purpose IPv4 addresses, and multicast.
constexpr Block4 inside4[] = {
    {0x00000000, 8},   // this network, unspecified
    {0x0A000000, 8},   // private
    {0x64400000, 10},  // shared between a provider and its customers
    {0x7F000000, 8},   // loopback
    {0xA9FE0000, 16},  // link-local, and the metadata of clouds
    {0xAC100000, 12},  // private
    {0xC0000000, 24},  // protocol assignments
    {0xC0000200, 24},  // documentation
    {0xC0586300, 24},  // 6to4 relays
    {0xC0A80000, 16},  // private
    {0xC6120000, 15},  // benchmarks
    {0xC6336400, 24},  // documentation
    {0xCB007100, 24},  // documentation
    {0xE0000000, 4},   // multicast
    {0xF0000000, 4},   // reserved, broadcast
};

bool is_public4(std::uint32_t address) {
  return std::none_of(std::begin(inside4), std::end(inside4), [&](const Block4& block) {
    return (address >> (32 - block.bits)) == (block.first >> (32 - block.bits));
  });
}

std::uint32_t word(const Bytes& bytes, std::size_t at) {
  return static_cast<std::uint32_t>(bytes[at]) << 24U |
         static_cast<std::uint32_t>(bytes[at + 1]) << 16U |
         static_cast<std::uint32_t>(bytes[at + 2]) << 8U | bytes[at + 3];
}

// The IPv4 address that an IPv6 one leads to.
std::optional<std::uint32_t> embedded4(const Bytes& bytes) {
  const bool zeros = std::all_of(bytes.begin(), bytes.begin() + 10, [](auto b) { return b == 0; });
  const std::uint32_t sixth = word(bytes, 8) & 0xFFFFU;
  if (zeros && (sixth == 0xFFFF || sixth == 0)) return word(bytes, 12);  // mapped, compatible
  if (word(bytes, 0) == 0x0064FF9B && word(bytes, 4) == 0 && word(bytes, 8) == 0)
    return word(bytes, 12);                                         // NAT64
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return word(bytes, 2);  // 6to4
  return std::nullopt;
}

bool is_public6(const Bytes& bytes) {
  if (const auto inner = embedded4(bytes)) return is_public4(*inner);
  // Only 2000::/3 is given out; unique-local, link-local, multicast, loopback lie outside of it.
  if ((bytes[0] & 0xE0U) != 0x20) return false;
  const std::uint32_t first = word(bytes, 0);
  // Teredo hides an IPv4 address; 2001:0000/23 are protocols, 2001:db8/32, 3fff/20 documentation.
  return (first >> 9U) != (0x20010000U >> 9U) && first != 0x20010DB8U &&
         (first >> 12U) != (0x3FFF0000U >> 12U);
}

std::string without_brackets(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  return std::string(host.substr(0, host.find('%')));  // %eth0
}

}  // namespace

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in inet{};
    std::memcpy(&inet, &address, sizeof inet);
    return is_public4(ntohl(inet.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 inet{};
  std::memcpy(&inet, &address, sizeof inet);
  Bytes bytes{};
  std::memcpy(bytes.data(), &inet.sin6_addr, bytes.size());
  return is_public6(bytes);
}

bool is_public_text(std::string_view address) {
  const std::string text = without_brackets(address);
  in_addr four{};
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return is_public4(ntohl(four.s_addr));
  Bytes six{};
  return inet_pton(AF_INET6, text.c_str(), six.data()) == 1 && is_public6(six);
}

bool is_address(std::string_view host) {
  const std::string text = without_brackets(host);
  Bytes bytes{};
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

bool is_inside_name(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  const auto dot = host.rfind('.');
  // No domain of the internet ends with a number, but what resolves it may take it for an address.
  if (dot == std::string_view::npos ||
      host.find_first_not_of("0123456789", dot + 1) == std::string_view::npos)
    return true;
  for (const std::string_view ending :
       {".localhost", ".local", ".localdomain", ".lan", ".internal", ".intranet", ".home.arpa"})
    if (host.ends_with(ending)) return true;
  return false;
}

}  // namespace yokoten
