#pragma once

#include <string>
#include <string_view>

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// The service that a cell names, as figures by service have it: a national name or its code
/// (NFKC, blanks left out), what such a name has before its brackets (特定施設入居者生活介護), or a
/// label of the breakdown `service` that the publication has itself. Empty for all else: 特養 may
/// be one of two.
std::string named_service(const Publication& publication, std::string_view cell);

/// Gives every report its service: that which it says, else that of its line of the list. What
/// can't be read is noted; without any other it counts for no service.
void read_report_services(const Publication& publication, Measured& measured);

}  // namespace yokoten
