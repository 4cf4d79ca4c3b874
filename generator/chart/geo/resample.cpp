#include "chart/geo/resample.h"

#include "chart/geo/sphere.h"

namespace yokoten::chart::geo {
namespace {

constexpr double kBend2 = 0.5;         // px²: square of the distance that is still straight
constexpr int kDeepest = 16;           // halvings of an edge
constexpr int kMostAdded = 2'000'000;  // points of one path; a limit for hostile scales
const double kNearest = std::cos(30 * kRadians);  // longer edges are always halved

}  // namespace

Resample::Vertex Resample::vertex(Point at) const {
  const double cosine = std::cos(at.y);
  return {to_pixels_(at), at.x, cosine * std::cos(at.x), cosine * std::sin(at.x), std::sin(at.y)};
}

void Resample::bend(const Vertex& from, const Vertex& to, int depth) {
  const double dx = to.px.x - from.px.x, dy = to.px.y - from.px.y, d2 = dx * dx + dy * dy;
  if (!(d2 > 4 * kBend2) || depth == 0 || added_ >= kMostAdded) return;
  Vertex middle;
  const double a = from.a + to.a, b = from.b + to.b, c = from.c + to.c;
  const double length = std::sqrt(a * a + b * b + c * c);
  middle.a = a / length, middle.b = b / length, middle.c = c / length;
  const bool by_mean =
      std::abs(std::abs(middle.c) - 1) < kEpsilon || std::abs(from.lambda - to.lambda) < kEpsilon;
  middle.lambda = by_mean ? (from.lambda + to.lambda) / 2 : std::atan2(b, a);
  middle.px = to_pixels_({middle.lambda, safe_asin(middle.c)});
  const double mx = middle.px.x - from.px.x, my = middle.px.y - from.px.y;
  const double off = dy * mx - dx * my;
  if (!(off * off / d2 > kBend2) && !(std::abs((dx * mx + dy * my) / d2 - 0.5) > 0.3) &&
      !(from.a * to.a + from.b * to.b + from.c * to.c < kNearest))
    return;
  ++added_;
  bend(from, middle, depth - 1);
  sink_.point(middle.px);
  bend(middle, to, depth - 1);
}

void Resample::point(Point at) {
  if (!in_line_) return sink_.point(to_pixels_(at));
  const Vertex to = vertex(at);
  if (empty_)
    first_ = to;
  else
    bend(last_, to, kDeepest);
  empty_ = false;
  sink_.point(to.px);
  last_ = to;
}

void Resample::line_start() {
  in_line_ = empty_ = true;
  sink_.line_start();
}

void Resample::line_end() {
  if (in_polygon_ && !empty_) bend(last_, first_, kDeepest);
  in_line_ = false;
  sink_.line_end();
}

void Resample::polygon_start() {
  in_polygon_ = true;
  sink_.polygon_start();
}

void Resample::polygon_end() {
  in_polygon_ = false;
  sink_.polygon_end();
}

}  // namespace yokoten::chart::geo
