#include <algorithm>
#include <cmath>

#include "chart/geo/antimeridian.h"
#include "chart/geo/geo.h"

namespace yokoten::chart {
namespace {

using geo::Point;

constexpr double kFitScale = 150;  // at which d3-geo measures what it fits

// What d3-geo has where a specification says nothing: px, degrees.
struct Defaults {
  double scale;
  Point center, parallels, rotate;
};

Defaults defaults_of(ProjectionType type) {
  switch (type) {
    case ProjectionType::conic_conformal:
      return {109.5, {0, 0}, {30, 30}, {0, 0}};
    case ProjectionType::conic_equal_area:
      return {155.424, {0, 33.6442}, {0, 60}, {0, 0}};
    case ProjectionType::conic_equidistant:
      return {131.154, {0, 13.9389}, {0, 60}, {0, 0}};
    case ProjectionType::albers:
      return {1070, {-0.6, 38.7}, {29.5, 45.5}, {96, 0}};
    case ProjectionType::mercator:
      break;
  }
  return {961 / geo::kTau, {0, 0}, {0, 0}, {0, 0}};
}

double within_turn(double degrees) { return std::fmod(degrees, 360) * geo::kRadians; }

double number_at(const std::optional<std::vector<double>>& list, std::size_t at, double otherwise) {
  return list && at < list->size() ? (*list)[at] : list ? 0 : otherwise;
}

Point pair_of(const std::optional<std::vector<double>>& list, Point otherwise) {
  return {number_at(list, 0, otherwise.x), number_at(list, 1, otherwise.y)};
}

// Forth and back through degrees, as rounding decides what lies on the edge of the world.
Point origin_before(const geo::Rotation& rotation) {
  const Point at = rotation.turned_back({0, 0});
  return {at.x * geo::kDegrees * geo::kRadians, at.y * geo::kDegrees * geo::kRadians};
}

// One turn of longitude and as much of latitude, around the place of (0, 0).
geo::FrameEdge world_frame(const geo::ToPixels& to_pixels, const geo::Rotation& rotation) {
  const Point middle = to_pixels(rotation.turned(origin_before(rotation)));
  const double half = geo::kPi * to_pixels.scale;
  geo::FrameEdge frame;
  frame.x1 = middle.x - half, frame.y1 = middle.y - half;
  frame.x2 = middle.x + half, frame.y2 = middle.y + half;
  return frame;
}

// The first stage: degrees become turned radians.
class Turn final : public geo::Sink {
 public:
  Turn(const geo::Rotation& rotation, geo::Sink& sink) : rotation_(rotation), sink_(sink) {}
  void point(Point at) override {
    sink_.point(rotation_.turned({at.x * geo::kRadians, at.y * geo::kRadians}));
  }
  void line_start() override { sink_.line_start(); }
  void line_end() override { sink_.line_end(); }
  void polygon_start() override { sink_.polygon_start(); }
  void polygon_end() override { sink_.polygon_end(); }
  void sphere() override { sink_.sphere(); }

 private:
  const geo::Rotation& rotation_;
  geo::Sink& sink_;
};

}  // namespace

Projection::Projection(const ProjectionSpec& spec) {
  const Defaults defaults = defaults_of(spec.type);
  const Point parallels = pair_of(spec.parallels, defaults.parallels);
  const Point center = pair_of(spec.center, defaults.center);
  const Point rotate = pair_of(spec.rotate, defaults.rotate);
  to_pixels_.raw =
      geo::RawProjection(spec.type, parallels.x * geo::kRadians, parallels.y * geo::kRadians);
  center_ = {within_turn(center.x), within_turn(center.y)};
  rotation_ = geo::Rotation(within_turn(rotate.x), within_turn(rotate.y),
                            within_turn(number_at(spec.rotate, 2, 0)));
  clipped_ = spec.type == ProjectionType::mercator;
}

void Projection::place(double scale, Point translate, const geo::Rotation& clip_rotation) {
  const Point center = to_pixels_.raw(center_);
  to_pixels_.scale = scale;
  to_pixels_.shift = {translate.x - scale * center.x, translate.y + scale * center.y};
  if (clipped_) frame_ = world_frame(to_pixels_, clip_rotation);
}

// At the scale at which what is fitted is measured.
geo::Box Projection::box_of(const std::vector<const Json*>& features) {
  place(kFitScale, {0, 0}, rotation_);
  geo::Box box;
  for (const Json* given : features) {
    if (!given->is_array()) send(*given, box);
    if (given->is_array())
      for (const Json& feature : *given) send(feature, box);
  }
  return box;
}

double Projection::height_for(const ProjectionSpec& spec, const std::vector<const Json*>& features,
                              double width) {
  const geo::Box box = Projection(spec).box_of(features);
  return box.right > box.left ? width * (box.bottom - box.top) / (box.right - box.left) : 0;
}

Projection Projection::fitted(const ProjectionSpec& spec, const std::vector<const Json*>& features,
                              double width, double height) {
  Projection made(spec);
  if (spec.scale || spec.translate) {
    made.place(spec.scale.value_or(defaults_of(spec.type).scale),
               pair_of(spec.translate, {width / 2, height / 2}),
               geo::Rotation());  // as Vega sets it
    return made;
  }
  const geo::Box box = made.box_of(features);
  const double across = width / (box.right - box.left), down = height / (box.bottom - box.top);
  const double k = std::min(across, down);
  made.place(kFitScale * k,
             {(width - k * (box.right + box.left)) / 2, (height - k * (box.bottom + box.top)) / 2},
             made.rotation_);
  return made;
}

void Projection::send(const Json& feature, geo::Sink& sink) const {
  geo::FrameClip frame(frame_, sink);
  geo::Resample resample(to_pixels_, clipped_ ? static_cast<geo::Sink&>(frame) : sink);
  geo::AntimeridianClip cut(resample);
  Turn turn(rotation_, cut);
  geo::send(feature, turn);
}

std::string Projection::compact_path_of(const Json& feature) const {
  geo::CompactPath text;
  send(feature, text);
  return text.taken();
}

std::string Projection::path_of(const Json& feature, double point_radius) const {
  geo::PathText text(point_radius);
  send(feature, text);
  return text.taken();
}

}  // namespace yokoten::chart
