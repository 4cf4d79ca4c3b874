#pragma once

#include <string>
#include <string_view>

struct sockaddr;

namespace yokoten {

/// Whether an address belongs to the public internet: no private, loopback, link-local,
/// unique-local, shared, multicast, reserved, documentation or unspecified one, neither as IPv4 nor
/// as IPv6, nor as IPv4 inside IPv6 (mapped, compatible, NAT64, 6to4).
bool is_public(const sockaddr& address);

/// The same of an address as text (`10.0.0.1`, `::1`, `[::1]`). False for what is no address.
bool is_public_text(std::string_view address);

/// Whether `host` is written as an address.
bool is_address(std::string_view host);

/// Whether a name is one that only this machine or its network knows: `localhost`, one word,
/// `.local`, `.lan`, `.internal`, a number at its end … What a name stands for is seen only when it
/// is connected to.
bool is_inside_name(std::string_view host);

}  // namespace yokoten
