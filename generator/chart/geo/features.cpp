#include <algorithm>

#include "chart/geo/decoder.h"
#include "chart/geo/geo.h"

namespace yokoten::chart {
namespace {

// All lines of an object, each once, as one geometry.
std::variant<Json, SpecProblem> mesh_of(const Json& object, const std::string& pointer,
                                        const geo::Topology& topology) {
  geo::Decoder decoder(topology);
  const auto unused = static_cast<long>(topology.arcs.size());
  std::vector<long> uses(topology.arcs.size(), unused);
  if (auto problem = decoder.collect_arcs(object, pointer, 0, uses)) return *problem;
  uses.erase(std::remove(uses.begin(), uses.end(), unused), uses.end());
  Json lines = Json::array();
  for (const std::vector<long>& arcs : geo::stitched(topology, std::move(uses)))
    lines.push_back(geo::json_of(decoder.line_of(arcs)));
  return list(yokoten::object("type", "MultiLineString", "coordinates", std::move(lines)));
}

std::variant<Json, SpecProblem> areas_of(const Json& object, const std::string& pointer,
                                         const geo::Topology& topology) {
  geo::Decoder decoder(topology);
  Json made = Json::array();
  const bool many = geo::form_of(object) == geo::Form::collection;
  const Json* geometries = many ? geo::list_in(object, "geometries") : nullptr;
  if (many && geometries == nullptr) return geo::no_list(pointer + "/geometries");
  const std::size_t count = many ? geometries->size() : 1;
  for (std::size_t at = 0; at < count; ++at) {
    Json feature;
    const Json& one = many ? (*geometries)[at] : object;
    const std::string place = many ? geo::below(pointer + "/geometries", at) : pointer;
    if (auto problem = decoder.feature(one, place, feature)) return *problem;
    made.push_back(std::move(feature));
  }
  return made;
}

// A name inside a JSON pointer (RFC 6901).
std::string escaped(const std::string& name) {
  std::string made;
  for (const char byte : name)
    made += byte == '~' ? "~0" : byte == '/' ? "~1" : std::string(1, byte);
  return made;
}

}  // namespace

std::variant<Json, SpecProblem> features_of(const Json& json, const std::string& object, bool mesh,
                                            const std::string& pointer) {
  geo::Topology topology;
  if (auto problem = geo::read_topology(json, pointer, topology)) return *problem;
  const Json* objects = json.find("objects");
  const Json* found = objects == nullptr ? nullptr : objects->find(object);
  const std::string at = pointer + "/objects/" + escaped(object);
  if (found == nullptr)
    return geo::topology_problem(at, "その名前の図形はありません",
                                 "there is no object of that name");
  if (!found->is_object())
    return geo::topology_problem(at, "図形はオブジェクトです",
                                 "an object of a topology is an object");
  return mesh ? mesh_of(*found, at, topology) : areas_of(*found, at, topology);
}

}  // namespace yokoten::chart
