#include "read/boundary_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "model/report.h"
#include "read/border_weights.h"

namespace yokoten {
namespace {

using Json = nlohmann::ordered_json;

// Caps: Japan's municipalities at full detail stay far below them.
constexpr std::size_t kMostBytes = 64'000'000, kMostPoints = 3'000'000, kMostShapes = 10'000,
                      kMostRings = 1'000'000;
constexpr int kDeepest = 24;

// Where files of the Digital Agency and of 国土数値情報 have code and name, most precise first.
constexpr std::array kCodes = {"lg_code", "N03_007", "prefecture_code"};
constexpr std::array kNameFields = {"city_name", "N03_004", "prefecture_name", "N03_001"};

bool too_deep(std::string_view bytes) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char byte = bytes[at];
    if (in_text && byte == '\\') ++at;
    if (byte == '"') in_text = !in_text;
    if (in_text) continue;
    if (byte == '[' || byte == '{') ++depth;
    if (byte == ']' || byte == '}') --depth;
    if (depth > kDeepest) return true;
  }
  return false;
}

const Json* member(const Json& json, const std::string& name) {
  if (!json.is_object()) return nullptr;
  const auto found = json.find(name);
  return found == json.end() || found->is_null() ? nullptr : &*found;
}

std::string text_in(const Json& properties, const std::string& name) {
  const Json* found = member(properties, name);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<LonLat> pair_of(const Json* json) {
  if (json == nullptr || !json->is_array() || json->size() < 2) return std::nullopt;
  const Json &x = (*json)[0], &y = (*json)[1];
  if (!x.is_number() || !y.is_number()) return std::nullopt;
  return LonLat{x.get<double>(), y.get<double>()};
}

// False as the answer of a member means that a finding was made and reading ends.
class BoundaryReader {
 public:
  BoundaryReader(const std::string& path, const Source& source, Findings& findings)
      : path_(path), source_(source), findings_(findings) {}

  bool read(const Json& topology);
  Boundaries taken() { return std::move(out_); }
  bool refuse(const std::string& pointer, Message message);

 private:
  bool read_transform(const Json& topology);
  bool read_borders(const Json& topology);
  bool read_border(const Json& json, const std::string& pointer);
  const Json* object_of(const Json& topology);
  bool choose_properties(const Json& first);
  bool read_shape(const Json& json, const std::string& pointer);
  bool read_polygons(const Json& list, const std::string& pointer, AreaShape& shape);
  bool read_rings(const Json& list, const std::string& pointer, std::vector<BorderRing>& rings);
  bool read_ring(const Json& list, const std::string& pointer, BorderRing& ring);

  const std::string& path_;
  const Source& source_;
  Findings& findings_;
  Boundaries out_;
  bool quantised_ = false;
  LonLat scale_{1, 1}, origin_{0, 0};
  std::size_t points_ = 0, uses_ = 0, drawn_ = 0;
  std::string code_, name_;  // properties
};

bool BoundaryReader::refuse(const std::string& pointer, Message message) {
  const std::string at = pointer.empty() ? "/" : pointer;
  report_error(findings_, {path_, 0, 0}, "boundary.file",
               {fmt::format("TopoJSONとして読めません（{}）：{}", at, message.ja),
                fmt::format("can't be read as TopoJSON ({}): {}", at, message.en)});
  return false;
}

bool BoundaryReader::read_transform(const Json& topology) {
  const Json* transform = member(topology, "transform");
  if (transform == nullptr) return true;
  const auto scale = pair_of(member(*transform, "scale"));
  const auto origin = pair_of(member(*transform, "translate"));
  if (!scale || !origin)
    return refuse("/transform",
                  {"scale と translate は2つの数です", "scale and translate are two numbers each"});
  quantised_ = true;
  scale_ = *scale;
  origin_ = *origin;
  return true;
}

bool BoundaryReader::read_border(const Json& json, const std::string& pointer) {
  if (!json.is_array() || json.size() < 2)
    return refuse(pointer, {"弧には2点以上が必要です", "an arc has two points or more"});
  points_ += json.size();
  if (points_ > kMostPoints)
    return refuse(pointer, {"点が300万を超えます", "more than three million points"});
  LonLat sum;
  Border border;
  for (const Json& each : json) {
    const auto step = pair_of(&each);
    if (!step) return refuse(pointer, {"点は2つの数です", "a point is two numbers"});
    sum =
        quantised_ ? LonLat{sum.longitude + step->longitude, sum.latitude + step->latitude} : *step;
    const LonLat at{sum.longitude * scale_.longitude + origin_.longitude,
                    sum.latitude * scale_.latitude + origin_.latitude};
    if (!(std::abs(at.longitude) <= 180) || !(std::abs(at.latitude) <= 90))
      return refuse(pointer, {"経度・緯度（度）ではありません",
                              "these are no longitudes and latitudes in degrees"});
    border.push_back({at});
  }
  weigh(border);
  out_.borders.push_back(std::move(border));
  return true;
}

bool BoundaryReader::read_borders(const Json& topology) {
  const Json* arcs = member(topology, "arcs");
  if (arcs == nullptr || !arcs->is_array())
    return refuse("/arcs", {"arcs がありません", "there are no arcs"});
  for (std::size_t at = 0; at < arcs->size(); ++at)
    if (!read_border((*arcs)[at], fmt::format("/arcs/{}", at))) return false;
  return true;
}

// The object that the source names, or the only one.
const Json* BoundaryReader::object_of(const Json& topology) {
  const Json* objects = member(topology, "objects");
  if (objects == nullptr || !objects->is_object() || objects->empty()) {
    refuse("/objects", {"objects がありません", "there are no objects"});
    return nullptr;
  }
  if (source_.object.empty() && objects->size() == 1) return &objects->begin().value();
  if (const Json* found = member(*objects, source_.object)) return found;
  std::vector<std::string> names;
  for (const auto& item : objects->items()) names.push_back(item.key());
  report_error(findings_, source_.place, "boundary.object",
               with_nearest({fmt::format("object に、ファイルの図形の名前を書いてください：{}",
                                         fmt::join(names, "、")),
                             fmt::format("name one of the file's objects under object: {}",
                                         fmt::join(names, ", "))},
                            source_.object, names));
  return nullptr;
}

bool BoundaryReader::choose_properties(const Json& first) {
  const Json* properties = member(first, "properties");
  const auto has = [&](const std::string& name) {
    return properties != nullptr && !text_in(*properties, name).empty();
  };
  code_ = source_.code_property;
  name_ = source_.name_property;
  for (const char* name : kCodes)
    if (code_.empty() && has(name)) code_ = name;
  for (const char* name : kNameFields)
    if (name_.empty() && has(name)) name_ = name;
  if (!code_.empty() && has(code_)) return true;
  std::vector<std::string> names;
  if (properties != nullptr && properties->is_object())
    for (const auto& item : properties->items()) names.push_back(item.key());
  report_error(findings_, source_.place, "boundary.code",
               {fmt::format("code に、団体コードを文字で持つ属性の名前を書いてください：{}",
                            fmt::join(names, "、")),
                fmt::format("name the property that holds the area's code as text under code: {}",
                            fmt::join(names, ", "))});
  return false;
}

bool BoundaryReader::read_ring(const Json& list, const std::string& pointer, BorderRing& ring) {
  if (!list.is_array() || list.empty())
    return refuse(pointer, {"輪には弧が必要です", "a ring needs arcs"});
  const auto count = static_cast<std::int64_t>(out_.borders.size());
  for (const Json& each : list) {
    const bool huge = each.is_number_unsigned() && each.get<std::uint64_t>() > kMostPoints;
    const auto arc = each.is_number_integer() && !huge ? each.get<std::int64_t>() : count;
    if (arc >= count || arc < -count || ++uses_ > kMostRings)
      return refuse(pointer, {"その番号の弧はありません", "there is no arc of that number"});
    const std::int64_t at = arc < 0 ? -1 - arc : arc;
    drawn_ += out_.borders[static_cast<std::size_t>(at)].size();
    if (drawn_ > 2 * kMostPoints)
      return refuse(pointer, {"弧を使う回数を数えると、図形の点が600万を超えます",
                              "the shapes have more than six million points, each arc counted as "
                              "often as it is used"});
    ring.push_back(static_cast<int>(arc));
  }
  return true;
}

bool BoundaryReader::read_rings(const Json& list, const std::string& pointer,
                                std::vector<BorderRing>& rings) {
  if (!list.is_array()) return refuse(pointer, {"配列が必要です", "an array is needed"});
  for (std::size_t at = 0; at < list.size(); ++at)
    if (!read_ring(list[at], fmt::format("{}/{}", pointer, at), rings.emplace_back())) return false;
  return true;
}

bool BoundaryReader::read_polygons(const Json& list, const std::string& pointer, AreaShape& shape) {
  if (!list.is_array()) return refuse(pointer, {"配列が必要です", "an array is needed"});
  for (std::size_t at = 0; at < list.size(); ++at)
    if (!read_rings(list[at], fmt::format("{}/{}", pointer, at), shape.polygons.emplace_back()))
      return false;
  return true;
}

bool BoundaryReader::read_shape(const Json& json, const std::string& pointer) {
  AreaShape shape;
  const Json* type = member(json, "type");
  const Json* arcs = member(json, "arcs");
  const bool one = type != nullptr && *type == "Polygon";
  if (arcs == nullptr || !(one || (type != nullptr && *type == "MultiPolygon")))
    return refuse(pointer, {"面（Polygon、MultiPolygon）ではありません",
                            "this is no area (Polygon, MultiPolygon)"});
  if (const Json* properties = member(json, "properties")) {
    shape.code = text_in(*properties, code_);
    shape.name = text_in(*properties, name_);
  }
  const std::string at = pointer + "/arcs";
  const bool good =
      one ? read_rings(*arcs, at, shape.polygons.emplace_back()) : read_polygons(*arcs, at, shape);
  if (good) out_.shapes.push_back(std::move(shape));
  return good;
}

bool BoundaryReader::read(const Json& topology) {
  const Json* type = member(topology, "type");
  if (type == nullptr || *type != "Topology")
    return refuse("/type",
                  {"type が \"Topology\" ではありません。GeoJSON は TopoJSON に直してください",
                   "type is not \"Topology\"; turn GeoJSON into TopoJSON"});
  if (!read_transform(topology) || !read_borders(topology)) return false;
  const Json* object = object_of(topology);
  if (object == nullptr) return false;
  const Json* list = member(*object, "geometries");
  if (list == nullptr || !list->is_array() || list->empty() || list->size() > kMostShapes)
    return refuse("/objects", {"図形の並び（geometries、1万まで）がありません",
                               "there is no list of geometries (up to ten thousand)"});
  if (!choose_properties(list->front())) return false;
  for (std::size_t at = 0; at < list->size(); ++at)
    if (!read_shape((*list)[at], fmt::format("/objects/…/geometries/{}", at))) return false;
  return true;
}

}  // namespace

std::optional<Boundaries> read_boundaries(std::string_view bytes, const std::string& path,
                                          const Source& source, Findings& findings) {
  BoundaryReader reader(path, source, findings);
  if (bytes.size() > kMostBytes || too_deep(bytes)) {
    reader.refuse("", {"大きすぎるか、入れ子が深すぎます（64 MB、24段まで）",
                       "too large or nested too deeply (up to 64 MB, 24 levels)"});
    return std::nullopt;
  }
  const Json topology = Json::parse(bytes, nullptr, false);
  if (topology.is_discarded()) {
    reader.refuse("", {"JSONではありません", "this is no JSON"});
    return std::nullopt;
  }
  if (!reader.read(topology)) return std::nullopt;
  return reader.taken();
}

}  // namespace yokoten
