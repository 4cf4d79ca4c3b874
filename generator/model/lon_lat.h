#pragma once

namespace yokoten {

/// A place on the globe in degrees, east and north positive.
struct LonLat {
  double longitude = 0, latitude = 0;
  bool operator==(const LonLat&) const = default;
};

}  // namespace yokoten
