#pragma once

#include <string>

#include "model/publication.h"

namespace yokoten {

/// `data/events.ics`: the publication's events as RFC 5545, by first day, then id. Empty where it
/// has none. Times are in UTC; DTSTAMP is the publication's `as_of`, never the clock.
std::string events_ics(const Publication& publication);

}  // namespace yokoten
