#include "chart/geo/stream.h"

#include <string_view>

#include "chart/geo/topology.h"

namespace yokoten::chart::geo {
namespace {

// The member of that name, null (JSON) where there is none.
const Json& member(const Json& object, const char* name) {
  static const Json none;
  const Json* found = object.find(name);
  return found == nullptr ? none : *found;
}

void send_point(const Json& position, Sink& sink) {
  if (!position.is_array() || position.size() < 2) return;
  const Json &x = position[0], &y = position[1];
  if (x.is_number() && y.is_number()) sink.point({x.number(), y.number()});
}

// A ring is sent without its last point, which repeats the first.
void send_line(const Json& positions, bool ring, Sink& sink) {
  if (!positions.is_array()) return;
  const std::size_t count = positions.size() - (ring && !positions.empty() ? 1 : 0);
  if (ring && count == 0) return;
  sink.line_start();
  for (std::size_t at = 0; at < count; ++at) send_point(positions[at], sink);
  sink.line_end();
}

void send_polygon(const Json& rings, Sink& sink) {
  if (!rings.is_array()) return;
  sink.polygon_start();
  for (const Json& ring : rings) send_line(ring, true, sink);
  sink.polygon_end();
}

template <class Send>
void each(const Json& list, Send send_one) {
  if (!list.is_array()) return;
  for (const Json& item : list) send_one(item);
}

void send_geometry(const Json& geometry, Sink& sink, int depth) {
  const Json& type = member(geometry, "type");
  if (!type.is_string() || depth > kDeepestCollection) return;
  const std::string_view name = type.text();
  const Json& at = member(geometry, "coordinates");
  const auto line = [&](const Json& item) { send_line(item, false, sink); };
  if (name == "Point") send_point(at, sink);
  if (name == "MultiPoint") each(at, [&](const Json& item) { send_point(item, sink); });
  if (name == "LineString") line(at);
  if (name == "MultiLineString") each(at, line);
  if (name == "Polygon") send_polygon(at, sink);
  if (name == "MultiPolygon") each(at, [&](const Json& item) { send_polygon(item, sink); });
  if (name == "Sphere") sink.sphere();
  if (name == "GeometryCollection")
    each(member(geometry, "geometries"),
         [&](const Json& item) { send_geometry(item, sink, depth + 1); });
}

}  // namespace

void send(const Json& object, Sink& sink) {
  const Json& type = member(object, "type");
  if (type == "Feature") return send_geometry(member(object, "geometry"), sink, 0);
  if (type == "FeatureCollection")
    return each(member(object, "features"),
                [&](const Json& item) { send_geometry(member(item, "geometry"), sink, 0); });
  send_geometry(object, sink, 0);
}

}  // namespace yokoten::chart::geo
