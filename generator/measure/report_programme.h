#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace yokoten {

/// The programme that a report or a list names.
struct NamedProgramme {
  int programme = -1;    ///< position in Publication::programmes; -1 where none or several fit
  std::string expected;  ///< titles or fiscal years that may have been meant, where none fits
  bool is_year_wrong = false;  ///< it is known by this name, but not of this fiscal year
};

/// `executed`: what its column says of the fiscal year, empty where there is no such column. A name
/// that several years share needs it.
NamedProgramme named_programme(const Publication& publication, std::string_view name,
                               std::string_view executed);

}  // namespace yokoten
