#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// The one place where the time of day comes from. Nothing that is built depends on it.
class Clock {
 public:
  virtual ~Clock() = default;
  /// Seconds since 1970-01-01T00:00:00Z.
  virtual std::int64_t now() = 0;
};

class SystemClock final : public Clock {
 public:
  std::int64_t now() override;
};

/// Stands still, for tests.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(std::int64_t seconds) : seconds_(seconds) {}
  std::int64_t now() override { return seconds_; }

 private:
  std::int64_t seconds_;
};

/// `2026-11-20T08:30:00Z` for seconds since 1970.
std::string utc_text(std::int64_t seconds);

/// `2026-11-20`: the day in Japan, where it begins nine hours before that of UTC.
std::string japanese_day(std::int64_t seconds);

/// The seconds that a text of utc_text means; empty when it is none.
std::optional<std::int64_t> parse_utc(std::string_view text);

}  // namespace yokoten
