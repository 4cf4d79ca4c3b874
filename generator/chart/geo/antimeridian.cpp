#include "chart/geo/antimeridian.h"

#include "chart/geo/sphere.h"

namespace yokoten::chart::geo {
namespace {

// The latitude at which the great circle through both points crosses the antimeridian.
double crossing_latitude(Point a, Point b) {
  const double sine = std::sin(a.x - b.x);
  if (std::abs(sine) <= kEpsilon) return (a.y + b.y) / 2;
  const double cos_a = std::cos(a.y), cos_b = std::cos(b.y);
  return std::atan((std::sin(a.y) * cos_b * std::sin(b.x) - std::sin(b.y) * cos_a * std::sin(a.x)) /
                   (cos_a * cos_b * sine));
}

double place_on_edge(Point at) { return at.x < 0 ? at.y - kHalfPi - kEpsilon : kHalfPi - at.y; }

double longitude(double x) {
  if (std::abs(x) <= kPi) return x;
  return (x > 0 ? 1 : -1) * (std::fmod(std::abs(x) + kPi, kTau) - kPi);
}

// How much area lies between a ring and the South Pole, edge by edge (Karney), and how often the
// ring turns round the pole.
class PoleSum {
 public:
  void add(const Line& ring);
  bool holds_pole() const {
    return angle_ < -kEpsilon || (angle_ < kEpsilon && area_ + lost_ < -1e-12);
  }

 private:
  void add_area(double part);

  double angle_ = 0, area_ = 0;
  double lost_ = 0;  // what rounding took from the area (Neumaier)
};

void PoleSum::add_area(double part) {
  const double sum = area_ + part;
  lost_ += std::abs(area_) >= std::abs(part) ? (area_ - sum) + part : (part - sum) + area_;
  area_ = sum;
}

void PoleSum::add(const Line& ring) {
  if (ring.empty()) return;
  double lambda = longitude(ring.back().x);
  double sine = std::sin(ring.back().y / 2 + kPi / 4);
  double cosine = std::cos(ring.back().y / 2 + kPi / 4);
  for (const Point at : ring) {
    const double to = longitude(at.x), delta = to - lambda;
    const double sign = delta >= 0 ? 1 : -1, width = sign * delta;
    const double to_sine = std::sin(at.y / 2 + kPi / 4);
    const double to_cosine = std::cos(at.y / 2 + kPi / 4);
    const double k = sine * to_sine;
    add_area(std::atan2(k * sign * std::sin(width), cosine * to_cosine + k * std::cos(width)));
    angle_ += width > kPi ? delta + sign * kTau : delta;
    lambda = to, sine = to_sine, cosine = to_cosine;
  }
}

}  // namespace

void LineCutter::line_start() {
  sink_.line_start();
  last_side_ = 0;
  cut_ = false;
}

void LineCutter::line_end() { sink_.line_end(); }

void LineCutter::over_pole(Point at, double side) {
  last_.y = (last_.y + at.y) / 2 > 0 ? kHalfPi : -kHalfPi;
  sink_.point(last_);
  sink_.point({last_side_, last_.y});
  sink_.line_end();
  sink_.line_start();
  sink_.point({side, last_.y});
  sink_.point({at.x, last_.y});
  cut_ = true;
}

double LineCutter::across(Point at, double side) {
  Point from = last_;
  if (std::abs(from.x - last_side_) < kEpsilon) from.x -= last_side_ * kEpsilon;
  if (std::abs(at.x - side) < kEpsilon) at.x -= side * kEpsilon;
  const double latitude = crossing_latitude(from, at);
  sink_.point({last_side_, latitude});
  sink_.line_end();
  sink_.line_start();
  sink_.point({side, latitude});
  cut_ = true;
  return at.x;
}

void LineCutter::point(Point at) {
  const double side = at.x > 0 ? kPi : -kPi;
  const double delta = std::abs(at.x - last_.x);
  if (last_side_ != 0) {
    if (std::abs(delta - kPi) < kEpsilon)
      over_pole(at, side);
    else if (last_side_ != side && delta >= kPi)
      at.x = across(at, side);
  }
  sink_.point(at);
  last_ = at;
  last_side_ = side;
}

double Antimeridian::order(Point a, Point b) const { return place_on_edge(a) - place_on_edge(b); }

void Antimeridian::follow(Point from, Point to, int direction, Sink& sink) const {
  if (std::abs(from.x - to.x) <= kEpsilon) return sink.point(to);
  const double lambda = from.x < to.x ? kPi : -kPi;
  const double pole = direction * lambda / 2;
  sink.point({-lambda, pole});
  sink.point({0, pole});
  sink.point({lambda, pole});
}

void Antimeridian::follow_all(Sink& sink) const {
  for (const Point at : {Point{-kPi, kHalfPi},
                         {0, kHalfPi},
                         {kPi, kHalfPi},
                         {kPi, 0},
                         {kPi, -kHalfPi},
                         {0, -kHalfPi},
                         {-kPi, -kHalfPi},
                         {-kPi, 0},
                         {-kPi, kHalfPi}})
    sink.point(at);
}

bool holds_south_pole(const std::vector<Line>& rings) {
  PoleSum sum;
  for (const Line& ring : rings) sum.add(ring);
  return sum.holds_pole();
}

void AntimeridianClip::point(Point at) {
  if (state_ == State::line) return line_.point(at);
  if (state_ != State::ring) return sink_.point(at);
  ring_.push_back(at);
  ring_line_.point(at);
}

void AntimeridianClip::line_start() {
  if (state_ == State::polygon) {
    state_ = State::ring;
    ring_.clear();
    ring_line_.line_start();
  } else {
    state_ = State::line;
    line_.line_start();
  }
}

void AntimeridianClip::line_end() {
  if (state_ == State::ring) {
    end_ring();
    state_ = State::polygon;
  } else {
    line_.line_end();
    state_ = State::outside;
  }
}

void AntimeridianClip::begin_polygon() {
  if (!begun_) sink_.polygon_start();
  begun_ = true;
}

void AntimeridianClip::end_ring() {
  if (!ring_.empty()) ring_line_.point(ring_.front());
  ring_line_.line_end();
  if (ring_line_.cut()) {
    pieces_.rejoin();
    for (Line& piece : pieces_.taken())
      if (piece.size() > 1) segments_.push_back(std::move(piece));
  } else {
    const std::vector<Line> whole = pieces_.taken();
    if (whole.front().size() > 1) {
      begin_polygon();
      sink_.line_start();
      for (std::size_t at = 0; at + 1 < whole.front().size(); ++at) sink_.point(whole.front()[at]);
      sink_.line_end();
    }
  }
  polygon_.push_back(std::move(ring_));
  ring_.clear();
}

void AntimeridianClip::polygon_start() {
  state_ = State::polygon;
  polygon_.clear();
  segments_.clear();
}

void AntimeridianClip::polygon_end() {
  state_ = State::outside;
  const bool start_inside = holds_south_pole(polygon_);
  if (!segments_.empty()) {
    begin_polygon();
    close_along_edge(segments_, Antimeridian(), start_inside, sink_);
  } else if (start_inside) {
    begin_polygon();
    sink_.line_start();
    Antimeridian().follow_all(sink_);
    sink_.line_end();
  }
  if (begun_) sink_.polygon_end();
  begun_ = false;
}

void AntimeridianClip::sphere() {
  sink_.polygon_start();
  sink_.line_start();
  Antimeridian().follow_all(sink_);
  sink_.line_end();
  sink_.polygon_end();
}

}  // namespace yokoten::chart::geo
