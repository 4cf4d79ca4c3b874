#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/geo/topology.h"

namespace yokoten::chart::geo {

using Problem = std::optional<SpecProblem>;

enum class Form { none, point, points, line, lines, polygon, polygons, collection };

/// By the member `type`; none for anything else.
Form form_of(const Json& geometry);

Json json_of(const Line& line);

/// The member of that name where it is an array, else null.
const Json* list_in(const Json& object, const char* name);

/// The JSON pointer of a member of an array.
std::string below(const std::string& pointer, std::size_t number);

/// That an array is missing at a place.
SpecProblem no_list(const std::string& pointer);

/// Takes the geometries of one object out of a topology. Every member that can fail returns the
/// problem and writes its result to the last parameter.
class Decoder {
 public:
  explicit Decoder(const Topology& topology) : topology_(topology) {}

  Problem feature(const Json& object, const std::string& pointer, Json& made);
  Problem geometry(const Json& object, const std::string& pointer, int depth, Json& made);
  /// Notes each arc once, in the direction in which it is used first; `uses` is by arc, its size
  /// stands for "not used".
  Problem collect_arcs(const Json& object, const std::string& pointer, int depth,
                       std::vector<long>& uses);
  Line line_of(const std::vector<long>& arcs) const;

 private:
  Problem arcs_of(const Json& list, const std::string& pointer, std::vector<long>& arcs) const;
  Problem line(const Json& list, const std::string& pointer, bool ring, Json& made);
  Problem lines(const Json& list, const std::string& pointer, int levels, bool rings, Json& made);
  Problem point(const Json& json, const std::string& pointer, Json& made);
  Problem points(const Json& list, const std::string& pointer, Json& made);
  Problem collection(const Json& object, const std::string& pointer, int depth, Json& made);
  Problem use(const Json& list, const std::string& pointer, int levels, std::vector<long>& uses);

  const Topology& topology_;
  std::size_t points_ = 0;
};

}  // namespace yokoten::chart::geo
