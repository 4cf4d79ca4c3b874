#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/place.h"
#include "model/period.h"

namespace yokoten {

/// Somebody whom readers may ask: an office of the prefecture, its consultation centre, an
/// association of providers or care managers.
struct Contact {
  std::string name, run_by, about;
  std::string phone, email, url, address, hours;  ///< at least one way to reach it
  std::optional<Period> as_of;                    ///< when the address stood so
  Place place;
};

/// contacts.toml.
struct Contacts {
  std::optional<Contact> department;  ///< answers for the publication
  std::optional<Contact> centre;      ///< 介護生産性向上総合相談センター
  std::vector<Contact> associations;

  bool empty() const { return !department && !centre && associations.empty(); }
};

}  // namespace yokoten
