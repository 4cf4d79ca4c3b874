#pragma once

#include <string>
#include <string_view>

#include "model/contact.h"
#include "model/finding.h"

namespace yokoten {

/// Reads contacts.toml (contacts.md): whom readers may ask.
Contacts read_contacts(std::string_view bytes, const std::string& file, Findings& findings);

}  // namespace yokoten
