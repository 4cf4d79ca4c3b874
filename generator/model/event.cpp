#include "model/event.h"

#include <chrono>

namespace yokoten {
namespace {

std::chrono::sys_days days_of(Date date) {
  return std::chrono::year_month_day(std::chrono::year(date.year),
                                     std::chrono::month(static_cast<unsigned>(date.month)),
                                     std::chrono::day(static_cast<unsigned>(date.day)));
}

}  // namespace

Date next_day(Date date) {
  const std::chrono::year_month_day next(days_of(date) + std::chrono::days(1));
  return {static_cast<int>(next.year()), static_cast<int>(static_cast<unsigned>(next.month())),
          static_cast<int>(static_cast<unsigned>(next.day()))};
}

int weekday(Date date) {
  return static_cast<int>(std::chrono::weekday(days_of(date)).c_encoding());
}

bool is_past(const Event& event, Date as_of) { return event.last < as_of; }

}  // namespace yokoten
