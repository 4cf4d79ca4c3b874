#include "page/map_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_map>

#include "page/map_islands.h"

namespace yokoten {
namespace {

constexpr double kMapHeight = 1000;  // px at most
constexpr double kFinest = 0.5;      // px²: triangles below are left out
constexpr double kSmallest = 1.0;    // px²: islands below are left out, but never all of an area
constexpr std::size_t kMostPoints = 12'000;  // of one map: about 60 KB of path, 25 KB gzip

using Polygon = std::vector<BorderRing>;

// A polygon of one of the areas.
struct ShapePiece {
  std::size_t area;  // position among the areas asked for
  const Polygon* polygon;
  GlobeBox box;
  double size;  // square degrees
  bool largest = false;
};

class Mapper {
 public:
  Mapper(const Boundaries& boundaries, const Areas& all, const std::vector<int>& areas)
      : boundaries_(boundaries), count_(areas.size()) {
    collect(all, areas);
  }
  MapShapes drawn();

 private:
  void collect(const Areas& all, const std::vector<int>& areas);
  void add(std::size_t area, const AreaShape& shape);
  void drop_islets(double scale);
  Islands arranged_pieces() const;
  std::size_t points(double least_weight) const;
  GlobeRing ring(const BorderRing& borders, double least_weight) const;
  std::vector<GlobeRing> rings(const ShapePiece& piece, const IslandMove& move, double least_weight,
                               double grain) const;
  const Border& border(int number) const {
    return boundaries_.borders[static_cast<std::size_t>(number < 0 ? ~number : number)];
  }

  const Boundaries& boundaries_;
  std::size_t count_;
  std::vector<ShapePiece> pieces_;
};

// Twice the signed area, counter-clockwise positive, in square degrees of the plane.
double turning(const GlobeRing& ring) {
  double sum = 0;
  for (std::size_t at = 1; at < ring.size(); ++at)
    sum += ring[at - 1].longitude * ring[at].latitude - ring[at].longitude * ring[at - 1].latitude;
  return sum;
}

void Mapper::add(std::size_t area, const AreaShape& shape) {
  const std::size_t first = pieces_.size();
  for (const Polygon& polygon : shape.polygons) {
    if (polygon.empty()) continue;
    ShapePiece piece{area, &polygon, {}, 0};
    const GlobeRing outline = ring(polygon.front(), 0);
    for (const LonLat at : outline) piece.box.add(at);
    piece.size = std::abs(turning(outline)) / 2 * cosine_of(piece.box.middle().latitude);
    pieces_.push_back(piece);
  }
  const auto begin = pieces_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto largest =
      std::max_element(begin, pieces_.end(),
                       [](const ShapePiece& a, const ShapePiece& b) { return a.size < b.size; });
  if (largest != pieces_.end()) largest->largest = true;
}

void Mapper::collect(const Areas& all, const std::vector<int>& areas) {
  std::unordered_map<int, std::size_t> wanted;
  for (std::size_t at = 0; at < areas.size(); ++at) wanted[areas[at]] = at;
  for (const AreaShape& shape : boundaries_.shapes)
    if (const auto at = wanted.find(area_of_code(all, shape.code)); at != wanted.end())
      add(at->second, shape);
}

Islands Mapper::arranged_pieces() const {
  std::vector<GlobeBox> boxes;
  std::vector<double> sizes;
  for (const ShapePiece& piece : pieces_) boxes.push_back(piece.box), sizes.push_back(piece.size);
  return arranged(boxes, sizes);
}

// px a degree of latitude.
double scale_of(const GlobeBox& extent) {
  const double across = (extent.east - extent.west) * cosine_of(extent.middle().latitude);
  return std::min(kMapWidth / std::max(across, 1e-6),
                  kMapHeight / std::max(extent.north - extent.south, 1e-6));
}

void Mapper::drop_islets(double scale) {
  std::erase_if(pieces_, [&](const ShapePiece& piece) {
    return !piece.largest && piece.size * scale * scale < kSmallest;
  });
}

std::size_t Mapper::points(double least_weight) const {
  std::size_t count = 0;
  for (const ShapePiece& piece : pieces_)
    for (const BorderRing& ring : *piece.polygon)
      for (const int number : ring)
        count += static_cast<std::size_t>(
            std::count_if(border(number).begin(), border(number).end(),
                          [&](const BorderPoint& point) { return point.weight >= least_weight; }));
  return count;
}

GlobeRing Mapper::ring(const BorderRing& borders, double least_weight) const {
  GlobeRing made;
  const auto take = [&](const BorderPoint& point) {
    if (point.weight < least_weight) return;
    if (made.empty() || !(made.back() == point.at)) made.push_back(point.at);
  };
  for (const int number : borders) {
    const Border& at = border(number);
    if (number < 0)
      std::for_each(at.rbegin(), at.rend(), take);
    else
      std::for_each(at.begin(), at.end(), take);
  }
  if (!made.empty() && !(made.front() == made.back())) made.push_back(made.front());
  return made;
}

std::vector<GlobeRing> Mapper::rings(const ShapePiece& piece, const IslandMove& move,
                                     double least_weight, double grain) const {
  std::vector<GlobeRing> made;
  for (const BorderRing& borders : *piece.polygon) {
    GlobeRing ring = this->ring(borders, least_weight);
    if (ring.size() < 4) continue;
    const bool hole = !made.empty();
    if ((turning(ring) > 0) != hole) std::reverse(ring.begin(), ring.end());
    for (LonLat& at : ring) {
      at = move.placed(at);
      at = {std::round(at.longitude * grain) / grain, std::round(at.latitude * grain) / grain};
    }
    made.push_back(std::move(ring));
  }
  return made;
}

MapShapes Mapper::drawn() {
  MapShapes map;
  map.shapes.resize(count_);
  drop_islets(scale_of(arranged_pieces().extent));
  const Islands islands = arranged_pieces();
  map.frames = islands.frames;
  const double scale = scale_of(islands.extent);
  double triangle = kFinest;
  while (points(triangle / scale / scale) > kMostPoints && triangle < 100) triangle *= 1.5;
  const double grain = std::pow(10, std::clamp(std::ceil(std::log10(scale)) + 1, 2.0, 6.0));
  for (std::size_t at = 0; at < pieces_.size(); ++at) {
    auto polygon = rings(pieces_[at], islands.moves[at], triangle / scale / scale, grain);
    if (!polygon.empty()) map.shapes[pieces_[at].area].push_back(std::move(polygon));
  }
  return map;
}

}  // namespace

bool MapShapes::any() const {
  return std::any_of(shapes.begin(), shapes.end(),
                     [](const auto& shape) { return !shape.empty(); });
}

MapShapes map_shapes(const Boundaries& boundaries, const Areas& all,
                     const std::vector<int>& areas) {
  return Mapper(boundaries, all, areas).drawn();
}

}  // namespace yokoten
