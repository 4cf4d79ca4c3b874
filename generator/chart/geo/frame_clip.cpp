#include "chart/geo/frame_clip.h"

#include <algorithm>
#include <cmath>

#include "chart/geo/sphere.h"

namespace yokoten::chart::geo {
namespace {

constexpr double kFarthest = 1e9;  // px: places beyond are taken for this far, as d3-geo does

Point limited(Point at) {
  return {std::clamp(at.x, -kFarthest, kFarthest), std::clamp(at.y, -kFarthest, kFarthest)};
}

// The part of a segment that still counts, as shares of its length.
struct Part {
  double begin = 0, end = 1;
};

// Narrows the part to what lies beyond a border; `way` is how far the border is from the start,
// `step` how far the segment goes in that direction. False where nothing is left.
bool narrow(Part& part, double way, double step, bool lower) {
  if (step == 0) return lower ? way <= 0 : way >= 0;
  const double share = way / step;
  if ((step > 0) == lower) {
    if (share > part.end) return false;
    part.begin = std::max(part.begin, share);
  } else {
    if (share < part.begin) return false;
    part.end = std::min(part.end, share);
  }
  return true;
}

// Shortens a segment to what lies in the frame; false where nothing does. Liang and Barsky.
bool shorten(Point& a, Point& b, const FrameEdge& frame) {
  const Point from = a, step = {b.x - a.x, b.y - a.y};
  Part part;
  if (!narrow(part, frame.x1 - from.x, step.x, true) ||
      !narrow(part, frame.x2 - from.x, step.x, false) ||
      !narrow(part, frame.y1 - from.y, step.y, true) ||
      !narrow(part, frame.y2 - from.y, step.y, false))
    return false;
  if (part.begin > 0) a = {from.x + part.begin * step.x, from.y + part.begin * step.y};
  if (part.end < 1) b = {from.x + part.end * step.x, from.y + part.end * step.y};
  return true;
}

}  // namespace

int FrameEdge::corner(Point at, int direction) const {
  if (std::abs(at.x - x1) < kEpsilon) return direction > 0 ? 0 : 3;
  if (std::abs(at.x - x2) < kEpsilon) return direction > 0 ? 2 : 1;
  if (std::abs(at.y - y1) < kEpsilon) return direction > 0 ? 1 : 0;
  return direction > 0 ? 3 : 2;
}

Point FrameEdge::corner_place(int corner) const {
  return {corner == 0 || corner == 3 ? x1 : x2, corner > 1 ? y2 : y1};
}

double FrameEdge::order(Point a, Point b) const {
  const int of_a = corner(a, 1), of_b = corner(b, 1);
  if (of_a != of_b) return of_a - of_b;
  switch (of_a) {
    case 0:
      return b.y - a.y;
    case 1:
      return a.x - b.x;
    case 2:
      return a.y - b.y;
    default:
      return b.x - a.x;
  }
}

void FrameEdge::follow(Point from, Point to, int direction, Sink& sink) const {
  int at = corner(from, direction);
  const int end = corner(to, direction);
  if (at == end && (order(from, to) < 0) == (direction > 0)) return sink.point(to);
  do sink.point(corner_place(at));
  while ((at = (at + direction + 4) % 4) != end);
}

void FrameEdge::follow_all(Sink& sink) const {
  for (int corner = 0; corner < 4; ++corner) sink.point(corner_place(corner));
}

Sink& FrameClip::target() { return in_polygon_ ? static_cast<Sink&>(pieces_) : sink_; }

void FrameClip::point(Point at) {
  if (in_line_) return line_point(at);
  if (frame_.holds(at)) sink_.point(at);
}

void FrameClip::line_start() {
  in_line_ = first_ = true;
  last_inside_ = false;
  if (in_polygon_) polygon_.emplace_back();
}

void FrameClip::line_end() {
  if (in_polygon_ && !first_) line_point(first_point_);
  in_line_ = false;
  if (!in_polygon_) {
    if (last_inside_) sink_.line_end();
    return;
  }
  if (!first_ && first_inside_ && last_inside_) pieces_.rejoin();
  for (Line& piece : pieces_.taken()) segments_.push_back(std::move(piece));
}

void FrameClip::line_point(Point at) {
  const bool inside = frame_.holds(at);
  if (in_polygon_) polygon_.back().push_back(at);
  if (first_) {
    first_ = false;
    first_point_ = at;
    first_inside_ = inside;
    if (inside) target().line_start();
    if (inside) target().point(at);
  } else if (inside && last_inside_) {
    target().point(at);
  } else {
    last_ = limited(last_);
    at = limited(at);
    crossing(at, inside);
  }
  last_ = at;
  last_inside_ = inside;
}

// From outside to inside, the other way, or past a corner.
void FrameClip::crossing(Point at, bool inside) {
  Point a = last_, b = at;
  if (shorten(a, b, frame_)) {
    if (!last_inside_) target().line_start();
    if (!last_inside_) target().point(a);
    target().point(b);
    if (!inside) target().line_end();
    clean_ = false;
  } else if (inside) {
    target().line_start();
    target().point(at);
    clean_ = false;
  }
}

void FrameClip::polygon_start() {
  in_polygon_ = clean_ = true;
  segments_.clear();
  polygon_.clear();
}

// Whether the frame's lower left corner lies in the polygon (winding number).
bool FrameClip::inside_polygon() const {
  int winding = 0;
  for (const Line& ring : polygon_)
    for (std::size_t at = 1; at < ring.size(); ++at) {
      const Point a = ring[at - 1], b = ring[at];
      const double left = (b.x - a.x) * (frame_.y2 - a.y), right = (b.y - a.y) * (frame_.x1 - a.x);
      if (a.y <= frame_.y2 && b.y > frame_.y2 && left > right) ++winding;
      if (a.y > frame_.y2 && b.y <= frame_.y2 && left < right) --winding;
    }
  return winding != 0;
}

void FrameClip::polygon_end() {
  in_polygon_ = false;
  const bool start_inside = inside_polygon(), all_inside = clean_ && start_inside;
  if (!all_inside && segments_.empty()) return;
  sink_.polygon_start();
  if (all_inside) {
    sink_.line_start();
    frame_.follow_all(sink_);
    sink_.line_end();
  }
  if (!segments_.empty()) close_along_edge(segments_, frame_, start_inside, sink_);
  sink_.polygon_end();
}

}  // namespace yokoten::chart::geo
