#include "chart/geo/topology.h"

#include <cmath>

namespace yokoten::chart::geo {
namespace {

using Problem = std::optional<SpecProblem>;

const Json* member_of(const Json& json, const char* name) {
  const Json* found = json.find(name);
  return found == nullptr || found->is_null() ? nullptr : found;
}

Problem read_pair(const Json& json, const char* name, const std::string& pointer, Point& pair) {
  const Json* found = member_of(json, name);
  const auto read = found != nullptr ? point_of(*found) : std::nullopt;
  if (!read) return topology_problem(pointer + "/" + name, "数が2つ必要です", "needs two numbers");
  pair = *read;
  return std::nullopt;
}

Problem read_transform(const Json& json, const std::string& pointer, Transform& transform) {
  transform.quantised = true;
  if (auto problem = read_pair(json, "scale", pointer, transform.scale)) return problem;
  return read_pair(json, "translate", pointer, transform.translate);
}

// Quantised arcs are steps from point to point.
Problem read_arc(const Json& json, const std::string& pointer, const Transform& transform,
                 Arc& arc) {
  if (!json.is_array() || json.size() < 2)
    return topology_problem(pointer, "弧には2点以上が必要です", "an arc has two points or more");
  Point sum;
  arc.points.reserve(json.size());
  for (std::size_t at = 0; at < json.size(); ++at) {
    const auto read = point_of(json[at]);
    if (!read)
      return topology_problem(pointer + "/" + std::to_string(at), "点は2つの数で書きます",
                              "a point is two numbers");
    sum = transform.quantised ? Point{sum.x + read->x, sum.y + read->y} : *read;
    if (at == 0) arc.raw_first = *read;
    if (at == 1) arc.pointless = json.size() == 2 && read->x == 0 && read->y == 0;
    arc.points.push_back(transform.of(sum));
  }
  arc.raw_last = sum;
  return std::nullopt;
}

}  // namespace

SpecProblem topology_problem(const std::string& pointer, const char* ja, const char* en) {
  return {pointer, {std::string("TopoJSON：") + ja, std::string("TopoJSON: ") + en}};
}

std::optional<Point> point_of(const Json& json) {
  if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number())
    return std::nullopt;
  const Point point{json[0].number(), json[1].number()};
  if (!std::isfinite(point.x) || !std::isfinite(point.y)) return std::nullopt;
  return point;
}

Problem read_topology(const Json& json, const std::string& pointer, Topology& topology) {
  const Json* type = member_of(json, "type");
  if (type == nullptr || *type != "Topology")
    return topology_problem(pointer + "/type", "type が \"Topology\" ではありません",
                            "type is not \"Topology\"");
  if (const Json* transform = member_of(json, "transform"))
    if (auto problem = read_transform(*transform, pointer + "/transform", topology.transform))
      return problem;
  const Json* arcs = member_of(json, "arcs");
  if (arcs == nullptr || !arcs->is_array())
    return topology_problem(pointer + "/arcs", "arcs は配列です", "arcs is an array");
  topology.arcs.resize(arcs->size());
  for (std::size_t at = 0; at < arcs->size(); ++at)
    if (auto problem = read_arc((*arcs)[at], pointer + "/arcs/" + std::to_string(at),
                                topology.transform, topology.arcs[at]))
      return problem;
  return std::nullopt;
}

}  // namespace yokoten::chart::geo
