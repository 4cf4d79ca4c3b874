#pragma once

#include <optional>
#include <string>

#include "base/place.h"
#include "model/period.h"

namespace yokoten {

/// Hour and minute in Japan, which knows no summer time.
struct TimeOfDay {
  int hour = 0, minute = 0;
  auto operator<=>(const TimeOfDay&) const = default;
};

/// A training session or another date of the calendar: a file of events/.
struct Event {
  std::string id;  ///< the file's name without its ending
  std::string title, audience, organiser, apply, contact, about;
  std::string place, online;            ///< at least one of them
  std::string programme;                ///< id of the subsidy, empty for none
  Date first, last;                     ///< the same day twice where it is one
  std::optional<TimeOfDay> start, end;  ///< on the first and on the last day
  Place where, programme_place;
};

/// The day after, and the day of the week, 0 for Sunday.
Date next_day(Date date);
int weekday(Date date);

/// Whether the event has ended before `as_of`, the publication's date.
bool is_past(const Event& event, Date as_of);

}  // namespace yokoten
