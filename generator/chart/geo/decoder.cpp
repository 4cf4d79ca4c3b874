#include "chart/geo/decoder.h"

#include <cstdint>

namespace yokoten::chart::geo {
namespace {

Json json_of(Point at) { return yokoten::list(at.x, at.y); }

}  // namespace

Form form_of(const Json& geometry) {
  static constexpr std::pair<const char*, Form> kForms[] = {
      {"Point", Form::point},
      {"MultiPoint", Form::points},
      {"LineString", Form::line},
      {"MultiLineString", Form::lines},
      {"Polygon", Form::polygon},
      {"MultiPolygon", Form::polygons},
      {"GeometryCollection", Form::collection}};
  const Json* type = geometry.find("type");
  if (type == nullptr) return Form::none;
  for (const auto& [name, form] : kForms)
    if (*type == name) return form;
  return Form::none;
}

Json json_of(const Line& line) {
  Json made = Json::array();
  made.reserve(line.size());
  for (const Point at : line) made.push_back(json_of(at));
  return made;
}

const Json* list_in(const Json& object, const char* name) {
  const Json* found = object.find(name);
  return found == nullptr || !found->is_array() ? nullptr : found;
}

std::string below(const std::string& pointer, std::size_t number) {
  return pointer + "/" + std::to_string(number);
}

SpecProblem no_list(const std::string& pointer) {
  return topology_problem(pointer, "配列が必要です", "an array is needed");
}

Problem Decoder::arcs_of(const Json& list, const std::string& pointer,
                         std::vector<long>& arcs) const {
  if (!list.is_array()) return no_list(pointer);
  const auto count = static_cast<long>(topology_.arcs.size());
  for (std::size_t at = 0; at < list.size(); ++at) {
    const std::int64_t* arc = list[at].integer();
    if (arc == nullptr || *arc >= count || *arc < -count)
      return topology_problem(below(pointer, at), "その番号の弧はありません",
                              "there is no arc of that number");
    arcs.push_back(*arc);
  }
  return std::nullopt;
}

// Each arc begins where the one before ended; that point is taken once.
Line Decoder::line_of(const std::vector<long>& arcs) const {
  Line line;
  for (const long number : arcs) {
    const Line& arc =
        topology_.arcs[static_cast<std::size_t>(number < 0 ? ~number : number)].points;
    if (!line.empty()) line.pop_back();
    if (number < 0)
      line.insert(line.end(), arc.rbegin(), arc.rend());
    else
      line.insert(line.end(), arc.begin(), arc.end());
  }
  return line;
}

Problem Decoder::line(const Json& list, const std::string& pointer, bool ring, Json& made) {
  std::vector<long> arcs;
  if (auto problem = arcs_of(list, pointer, arcs)) return problem;
  if (arcs.empty())
    return topology_problem(pointer, "弧が1つ以上必要です", "at least one arc is needed");
  for (const long arc : arcs)
    points_ += topology_.arcs[static_cast<std::size_t>(arc < 0 ? ~arc : arc)].points.size();
  if (points_ > kMostPoints)
    return topology_problem(pointer, "点が多すぎます（400万点まで）",
                            "too many points (up to four million)");
  Line line = line_of(arcs);
  while (ring && line.size() < 4) line.push_back(line.front());
  made = json_of(line);
  return std::nullopt;
}

// Lists of lists of arcs, `levels` deep above the lines.
Problem Decoder::lines(const Json& list, const std::string& pointer, int levels, bool rings,
                       Json& made) {
  if (levels == 0) return line(list, pointer, rings, made);
  if (!list.is_array()) return no_list(pointer);
  made = Json::array();
  for (std::size_t at = 0; at < list.size(); ++at) {
    Json part;
    if (auto problem = lines(list[at], below(pointer, at), levels - 1, rings, part)) return problem;
    made.push_back(std::move(part));
  }
  return std::nullopt;
}

Problem Decoder::point(const Json& json, const std::string& pointer, Json& made) {
  const auto read = point_of(json);
  if (!read) return topology_problem(pointer, "点は2つの数で書きます", "a point is two numbers");
  made = json_of(topology_.transform.of(*read));
  return std::nullopt;
}

Problem Decoder::points(const Json& list, const std::string& pointer, Json& made) {
  if (!list.is_array()) return no_list(pointer);
  made = Json::array();
  for (std::size_t at = 0; at < list.size(); ++at) {
    Json part;
    if (auto problem = point(list[at], below(pointer, at), part)) return problem;
    made.push_back(std::move(part));
  }
  return std::nullopt;
}

Problem Decoder::collection(const Json& object, const std::string& pointer, int depth, Json& made) {
  const Json* geometries = list_in(object, "geometries");
  if (geometries == nullptr) return no_list(pointer + "/geometries");
  if (depth == kDeepestCollection)
    return topology_problem(pointer, "入れ子が深すぎます", "nested too deeply");
  made = Json::array();
  for (std::size_t at = 0; at < geometries->size(); ++at) {
    Json part;
    if (auto problem =
            geometry((*geometries)[at], below(pointer + "/geometries", at), depth + 1, part))
      return problem;
    made.push_back(std::move(part));
  }
  return std::nullopt;
}

Problem Decoder::geometry(const Json& object, const std::string& pointer, int depth, Json& made) {
  if (!object.is_object())
    return topology_problem(pointer, "図形はオブジェクトです", "a geometry is an object");
  const Form form = form_of(object);
  if (form == Form::none) return std::nullopt;
  const bool by_arcs = form >= Form::line && form <= Form::polygons;
  const char* name = by_arcs ? "arcs" : "coordinates";
  const Json* list = list_in(object, name);
  if (list == nullptr && form != Form::collection) return no_list(pointer + "/" + name);
  const std::string at = pointer + "/" + name;
  const bool rings = form == Form::polygon || form == Form::polygons;
  const int levels = form == Form::line ? 0 : form == Form::polygons ? 2 : 1;
  Json content;
  Problem problem;
  if (by_arcs) problem = lines(*list, at, levels, rings, content);
  if (form == Form::points) problem = points(*list, at, content);
  if (form == Form::point) problem = point(*list, at, content);
  if (form == Form::collection) problem = collection(object, pointer, depth, content);
  if (problem) return problem;
  made =
      yokoten::object("type", *object.find("type"),
                      form == Form::collection ? "geometries" : "coordinates", std::move(content));
  return std::nullopt;
}

Problem Decoder::feature(const Json& object, const std::string& pointer, Json& made) {
  Json shape;
  if (auto problem = geometry(object, pointer, 0, shape)) return problem;
  made = yokoten::object("type", "Feature");
  const Json *id = object.find("id"), *box = object.find("bbox");
  const Json* properties = object.find("properties");
  const bool boxed = box != nullptr && !box->is_null();
  // topojson-client keeps an id of null beside a bbox.
  if (id != nullptr && (boxed || !id->is_null())) put(made, "id", *id);
  if (boxed) put(made, "bbox", *box);
  const bool has = properties != nullptr && !properties->is_null();
  put(made, "properties", has ? *properties : Json::object());
  put(made, "geometry", std::move(shape));
  return std::nullopt;
}

// Notes each arc once, in the direction in which it is used first; `uses` is by arc.
Problem Decoder::use(const Json& list, const std::string& pointer, int levels,
                     std::vector<long>& uses) {
  if (levels > 0) {
    if (!list.is_array()) return no_list(pointer);
    for (std::size_t at = 0; at < list.size(); ++at)
      if (auto problem = use(list[at], below(pointer, at), levels - 1, uses)) return problem;
    return std::nullopt;
  }
  std::vector<long> arcs;
  if (auto problem = arcs_of(list, pointer, arcs)) return problem;
  const auto unused = static_cast<long>(uses.size());
  for (const long arc : arcs) {
    long& noted = uses[static_cast<std::size_t>(arc < 0 ? ~arc : arc)];
    if (noted == unused) noted = arc;
  }
  return std::nullopt;
}

Problem Decoder::collect_arcs(const Json& object, const std::string& pointer, int depth,
                              std::vector<long>& uses) {
  if (!object.is_object() || depth > kDeepestCollection)
    return topology_problem(pointer, "図形はオブジェクトです", "a geometry is an object");
  const Form form = form_of(object);
  if (form == Form::collection) {
    const Json* geometries = list_in(object, "geometries");
    if (geometries == nullptr) return no_list(pointer + "/geometries");
    for (std::size_t at = 0; at < geometries->size(); ++at)
      if (auto problem =
              collect_arcs((*geometries)[at], below(pointer + "/geometries", at), depth + 1, uses))
        return problem;
  }
  if (form < Form::line || form > Form::polygons) return std::nullopt;
  const Json* list = list_in(object, "arcs");
  if (list == nullptr) return no_list(pointer + "/arcs");
  const int levels = form == Form::line ? 0 : form == Form::polygons ? 2 : 1;
  return use(*list, pointer + "/arcs", levels, uses);
}

}  // namespace yokoten::chart::geo
