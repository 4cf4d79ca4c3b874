#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "chart/geo/pieces.h"
#include "chart/json.h"
#include "chart/spec/problem.h"

namespace yokoten::chart::geo {

/// A limit for hostile nesting; real data have one level.
inline constexpr int kDeepestCollection = 32;

/// Points that one object may have in all: a small file can name a long arc very often.
inline constexpr std::size_t kMostPoints = 4'000'000;

/// Quantised numbers to degrees; without `transform` a topology has degrees already.
struct Transform {
  bool quantised = false;
  Point scale{1, 1}, translate{0, 0};
  Point of(Point at) const {
    if (!quantised) return at;
    return {at.x * scale.x + translate.x, at.y * scale.y + translate.y};
  }
};

/// The arcs of a topology. `raw_first` and `raw_last` are its ends as whole numbers of the grid (or
/// degrees where it is not quantised): ends that meet are equal.
struct Arc {
  Line points;  ///< degrees
  Point raw_first, raw_last;
  bool pointless = false;  ///< of two points, the second no step away
};

struct Topology {
  Transform transform;
  std::vector<Arc> arcs;
};

/// Reads transform and arcs; refuses what is no topology. Pointers begin with `pointer`.
std::optional<SpecProblem> read_topology(const Json& json, const std::string& pointer,
                                         Topology& topology);

/// A position (two numbers or more); empty where it is none.
std::optional<Point> point_of(const Json& json);

/// Puts arcs in an order in which as many as possible join end to start, as topojson-client does:
/// each list is one line. Negative numbers are arcs backwards.
std::vector<std::vector<long>> stitched(const Topology& topology, std::vector<long> arcs);

/// A problem at a place below `pointer`.
SpecProblem topology_problem(const std::string& pointer, const char* ja, const char* en);

}  // namespace yokoten::chart::geo
