#include <algorithm>
#include <cmath>

#include "chart/geo/geo.h"
#include "chart/house/finding.h"
#include "chart/house/shapes.h"
#include "chart/house/spec_parts.h"
#include "chart/svg/xml.h"

namespace yokoten::chart {
namespace {

constexpr double kWidth = 800, kHighest = 1000;  // px
constexpr double kShapeEdge = 1;                 // px: line between neighbours

struct Shapes {
  const ChartRequest& request;
  std::vector<double> limits;
  ProjectionSpec projection;
  double height = 0;
  Json known = Json::array(), missing = Json::array(), frames = Json::array();
};

// Which of the five classes the class `number` of so many looks like, from 0.
std::size_t look_of(std::size_t number, const std::vector<double>& limits) {
  return number * 4 / std::max<std::size_t>(limits.size(), 1);
}

Json ring_json(const GlobeRing& ring) {
  Json made = Json::array();
  for (const LonLat at : ring) {
    Json place = Json::array();
    place.push_back(at.longitude);
    place.push_back(at.latitude);
    made.push_back(std::move(place));
  }
  return made;
}

Json geometry_of(const ChartDatum& datum) {
  Json polygons = Json::array();
  for (const std::vector<GlobeRing>& polygon : datum.shape) {
    Json rings = Json::array();
    for (const GlobeRing& ring : polygon) rings.push_back(ring_json(ring));
    polygons.push_back(std::move(rings));
  }
  return object("type", "MultiPolygon", "coordinates", std::move(polygons));
}

Json feature_of(const ChartDatum& datum, const ChartRequest& request) {
  const auto value = value_of(datum);
  Json properties = object("name", datum.name, "value", value ? number_json(*value) : Json(),
                           "label", value ? datum.label : "—");
  put_link(properties, datum, request);
  return object("type", "Feature", "properties", std::move(properties), "geometry",
                geometry_of(datum));
}

// Standard parallels a sixth inside the map, the usual choice for little distortion of angles.
ProjectionSpec projection_of(const ChartRequest& request) {
  double west = 180, east = -180, south = 90, north = -90;
  const auto add = [&](const GlobeRing& ring) {
    for (const LonLat at : ring) {
      west = std::min(west, at.longitude), east = std::max(east, at.longitude);
      south = std::min(south, at.latitude), north = std::max(north, at.latitude);
    }
  };
  for (const ChartDatum& datum : request.data)
    for (const auto& polygon : datum.shape)
      if (!polygon.empty()) add(polygon.front());
  for (const GlobeRing& frame : request.frames) add(frame);
  const auto tenth = [](double degrees) { return std::round(degrees * 10) / 10; };
  const double inside = (north - south) / 6;
  ProjectionSpec spec;
  spec.type = ProjectionType::conic_equal_area;
  spec.rotate = {tenth(-(west + east) / 2), 0};
  spec.parallels = {tenth(south + inside), tenth(north - inside)};
  return spec;
}

std::vector<const Json*> all_features(const Shapes& shapes) {
  return {&shapes.known, &shapes.missing, &shapes.frames};
}

Shapes prepared_shapes(const ChartRequest& request) {
  Shapes shapes{request, ascending(request.limits), projection_of(request)};
  for (const ChartDatum& datum : request.data)
    if (!datum.shape.empty())
      (value_of(datum) ? shapes.known : shapes.missing).push_back(feature_of(datum, request));
  for (const GlobeRing& frame : request.frames)
    shapes.frames.push_back(object("type", "Feature", "properties", Json::object(), "geometry",
                                   object("type", "LineString", "coordinates", ring_json(frame))));
  const double height = Projection::height_for(shapes.projection, all_features(shapes), kWidth);
  shapes.height = std::clamp(std::ceil(height), 1.0, kHighest);
  return shapes;
}

Json projection_json(const ProjectionSpec& spec) {
  return object("type", "conicEqualArea", "rotate", *spec.rotate, "parallels", *spec.parallels);
}

Json class_color(const Shapes& shapes) {
  if (shapes.limits.empty()) return object("value", colour(kClassInks[0]));
  Json limits = Json::array(), range = Json::array();
  for (const double limit : shapes.limits) limits.push_back(number_json(limit));
  for (std::size_t number = 0; number <= shapes.limits.size(); ++number)
    range.push_back(colour(kClassInks[look_of(number, shapes.limits)]));
  return object("field", "properties.value", "type", "quantitative", "scale",
                object("type", "threshold", "domain", std::move(limits), "range", std::move(range)),
                "legend", object("title", shapes.request.unit));
}

// What is said of an area stands in the properties of its feature.
void put_texts(Json& encoding, const ChartRequest& request) {
  put_links(encoding, request);
  for (const char* channel : {"href", "description"})
    if (encoding.contains(channel))
      encoding[channel]["field"] = "properties." + std::string(encoding[channel]["field"].text());
}

void add_layer(Json& spec, const Shapes& shapes, Json features, Json mark, Json encoding) {
  if (features.empty()) return;
  Json layer = object("data", object("values", std::move(features)), "projection",
                      projection_json(shapes.projection), "mark", std::move(mark));
  if (!encoding.empty()) put(layer, "encoding", std::move(encoding));
  spec["layer"].push_back(std::move(layer));
}

// The class of the stylesheet for an area.
std::string class_of(const ChartDatum& datum, const std::vector<double>& limits) {
  const auto value = value_of(datum);
  if (!value) return "none";
  const auto number = static_cast<std::size_t>(
      std::upper_bound(limits.begin(), limits.end(), *value) - limits.begin());
  std::string name = "k";
  name += std::to_string(look_of(number, limits) + 1);
  return name;
}

void write_area(Xml& xml, const ChartDatum& datum, std::string_view name, const std::string& path) {
  if (!datum.link.empty()) {
    xml.open("a").attribute("class", "area").attribute("href", datum.link);
    xml.attribute("aria-label", datum.description).content();
  }
  xml.open("path").attribute("class", name);
  if (datum.link.empty()) xml.attribute("role", "img").attribute("aria-label", datum.description);
  xml.attribute("d", path).end();
  if (!datum.link.empty()) xml.close("a");
}

}  // namespace

Json shapes_spec(const ChartRequest& request) {
  Shapes shapes = prepared_shapes(request);
  Json spec = spec_head(request, shapes.height, Json(), Json());
  spec.erase("encoding");
  spec["width"] = kWidth;
  const Json edge = colour(Ink::other);
  Json encoding = object("color", class_color(shapes));
  put_texts(encoding, request);
  add_layer(spec, shapes, std::move(shapes.known),
            object("type", "geoshape", "stroke", edge, "strokeWidth", kShapeEdge),
            std::move(encoding));
  Json texts = Json::object();
  put_texts(texts, request);
  add_layer(spec, shapes, std::move(shapes.missing),
            object("type", "geoshape", "fill", colour(Ink::late), "stroke", edge, "strokeWidth",
                   kShapeEdge, "strokeDash", list(2, 2)),
            std::move(texts));
  add_layer(spec, shapes, std::move(shapes.frames),
            object("type", "geoshape", "filled", false, "stroke", edge, "strokeWidth", 1), Json());
  return spec;
}

std::string shapes_svg(const ChartRequest& request) {
  const Shapes shapes = prepared_shapes(request);
  const Projection projection =
      Projection::fitted(shapes.projection, all_features(shapes), kWidth, shapes.height);
  std::string out;
  Xml xml(out, 0);
  xml.open("svg").attribute("class", "chart shapes");
  xml.raw(" viewBox=\"0 0 ").append(kWidth).raw(" ").append(shapes.height).raw("\"");
  xml.attribute("role", "group").content();
  xml.open("title").content().text(request.description).close("title");
  xml.open("desc").content().text(finding_of(request)).close("desc");
  const auto path = [&](const Json& feature) { return projection.compact_path_of(feature); };
  std::size_t known = 0, missing = 0;
  for (const ChartDatum& datum : request.data) {
    if (datum.shape.empty()) continue;
    const Json& feature = value_of(datum) ? shapes.known[known++] : shapes.missing[missing++];
    write_area(xml, datum, class_of(datum, shapes.limits), path(feature));
  }
  for (const Json& frame : shapes.frames)
    xml.open("path").attribute("class", "frame").attribute("d", path(frame)).end();
  out += "</svg>";
  return out;
}

}  // namespace yokoten::chart
