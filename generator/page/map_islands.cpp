#include "page/map_islands.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>

namespace yokoten {
namespace {

// Islands belong together up to this distance in degrees, on small maps up to this share of the
// main land's diagonal, but at least up to the smallest share.
constexpr double kNear = 0.25, kNearShare = 0.15, kLeastShare = 0.05;
constexpr double kWorthMoving = 1.3;  // how much larger the map would be with all in their place
constexpr double kPadShare = 0.012,
                 kSmallestShare = 0.03;  // of the width: around groups, of groups
constexpr int kSteps = 32;               // places that are tried across and down

// A box on a plane: degrees of latitude both ways, as in the middle of the main land.
struct Flat {
  double x1, y1, x2, y2;
  double width() const { return x2 - x1; }
  double height() const { return y2 - y1; }
  bool meets(const Flat& other) const {
    return x1 < other.x2 && other.x1 < x2 && y1 < other.y2 && other.y1 < y2;
  }
};

double distance(const GlobeBox& a, const GlobeBox& b) {
  const double shrink = cosine_of((a.south + b.south) / 2);
  const double dx = std::max({0.0, a.west - b.east, b.west - a.east}) * shrink;
  return std::hypot(dx, std::max({0.0, a.south - b.north, b.south - a.north}));
}

double diagonal(const GlobeBox& box) {
  return std::hypot((box.east - box.west) * cosine_of(box.middle().latitude),
                    box.north - box.south);
}

double surface(const GlobeBox& box) {
  return (box.east - box.west) * cosine_of(box.middle().latitude) * (box.north - box.south);
}

// Numbers polygons by groups that lie nearer than `near`; the group with the most land is 0.
class Grouping {
 public:
  Grouping(const std::vector<GlobeBox>& boxes, double near) : leader_(boxes.size()) {
    std::iota(leader_.begin(), leader_.end(), 0);
    for (std::size_t a = 0; a < boxes.size(); ++a)
      for (std::size_t b = a + 1; b < boxes.size(); ++b)
        if (distance(boxes[a], boxes[b]) <= near) leader_[lead(b)] = lead(a);
  }

  std::vector<int> numbers(const std::vector<double>& sizes) {
    std::map<std::size_t, double> land;
    for (std::size_t at = 0; at < leader_.size(); ++at) land[lead(at)] += sizes[at];
    std::size_t main = leader_.empty() ? 0 : lead(0);
    for (const auto& [leader, size] : land)
      if (size > land[main]) main = leader;
    std::map<std::size_t, int> number{{main, 0}};
    std::vector<int> made;
    for (std::size_t at = 0; at < leader_.size(); ++at)
      made.push_back(number.emplace(lead(at), static_cast<int>(number.size())).first->second);
    return made;
  }

 private:
  std::size_t lead(std::size_t at) {
    while (leader_[at] != at) at = leader_[at] = leader_[leader_[at]];
    return at;
  }

  std::vector<std::size_t> leader_;
};

std::vector<GlobeBox> extents(const std::vector<GlobeBox>& boxes, const std::vector<int>& groups) {
  std::vector<GlobeBox> made;
  for (std::size_t at = 0; at < boxes.size(); ++at) {
    const auto group = static_cast<std::size_t>(groups[at]);
    if (made.size() <= group) made.resize(group + 1);
    made[group].add(boxes[at]);
  }
  return made;
}

// Finds places for groups around the main land.
class Shelf {
 public:
  Shelf(const GlobeBox& main, const std::vector<GlobeBox>& boxes, const std::vector<int>& groups)
      : main_(main), shrink_(cosine_of(main.middle().latitude)) {
    for (std::size_t at = 0; at < boxes.size(); ++at)
      if (groups[at] == 0) taken_.push_back(flat(boxes[at]));
    frame_ = flat(main);
    pad_ = kPadShare * frame_.width();
    x_ = frame_.x1, y_ = frame_.y1 - pad_;
  }

  // The frame of a group in its new place.
  Flat place(const GlobeBox& group) {
    const double smallest = kSmallestShare * frame_.width();
    const double inner = cosine_of(group.middle().latitude);
    const double width = std::max(smallest, (group.east - group.west) * inner) + 2 * pad_;
    const double height = std::max(smallest, group.north - group.south) + 2 * pad_;
    Flat found = in_a_corner(width, height);
    if (found.width() == 0) found = below(width, height);
    taken_.push_back(found);
    return found;
  }

  double longitude(double x) const { return x / shrink_; }

 private:
  Flat flat(const GlobeBox& box) const {
    return {box.west * shrink_, box.south, box.east * shrink_, box.north};
  }

  bool free(Flat box) const {
    box = {box.x1 - pad_, box.y1 - pad_, box.x2 + pad_, box.y2 + pad_};
    return std::none_of(taken_.begin(), taken_.end(),
                        [&](const Flat& other) { return other.meets(box); });
  }

  // From the bottom upwards, from the right to the left.
  Flat in_a_corner(double width, double height) const {
    const double across = frame_.width() - width, up = frame_.height() - height;
    for (int row = 0; across > 0 && up > 0 && row <= kSteps; ++row)
      for (int column = kSteps; column >= 0; --column) {
        const double x = frame_.x1 + across * column / kSteps, y = frame_.y1 + up * row / kSteps;
        const Flat box{x, y, x + width, y + height};
        if (free(box)) return box;
      }
    return {0, 0, 0, 0};
  }

  // In rows under the main land, from the left.
  Flat below(double width, double height) {
    if (x_ > frame_.x1 && x_ + width > frame_.x2) x_ = frame_.x1, y_ = lowest_ - pad_;
    const Flat box{x_, y_ - height, x_ + width, y_};
    x_ += width + pad_;
    lowest_ = std::min(lowest_, box.y1);
    return box;
  }

  GlobeBox main_;
  double shrink_, pad_ = 0, x_ = 0, y_ = 0, lowest_ = 90;
  Flat frame_{0, 0, 0, 0};
  std::vector<Flat> taken_;
};

GlobeRing ring_of(const GlobeBox& box) {
  return {{box.west, box.south},
          {box.west, box.north},
          {box.east, box.north},
          {box.east, box.south},
          {box.west, box.south}};
}

Islands all_in_place(const std::vector<GlobeBox>& boxes) {
  Islands islands;
  islands.moves.resize(boxes.size());
  for (const GlobeBox& box : boxes) islands.extent.add(box);
  return islands;
}

void move_groups(Islands& islands, const std::vector<GlobeBox>& boxes,
                 const std::vector<int>& groups, const std::vector<GlobeBox>& extent) {
  Shelf shelf(extent[0], boxes, groups);
  islands.extent = extent[0];
  std::vector<IslandMove> moves(extent.size());
  for (std::size_t group = 1; group < extent.size(); ++group) {
    const Flat at = shelf.place(extent[group]);
    const GlobeBox frame{shelf.longitude(at.x1), at.y1, shelf.longitude(at.x2), at.y2};
    moves[group] = {static_cast<int>(group), extent[group].middle(), frame.middle()};
    islands.frames.push_back(ring_of(frame));
    islands.extent.add(frame);
  }
  for (std::size_t at = 0; at < boxes.size(); ++at)
    islands.moves[at] = moves[static_cast<std::size_t>(groups[at])];
}

}  // namespace

double cosine_of(double latitude) { return std::cos(latitude * std::numbers::pi / 180); }

void GlobeBox::add(const GlobeBox& other) {
  west = std::min(west, other.west), east = std::max(east, other.east);
  south = std::min(south, other.south), north = std::max(north, other.north);
}

void GlobeBox::add(LonLat at) {
  add(GlobeBox{at.longitude, at.latitude, at.longitude, at.latitude});
}

// A degree of longitude is longer further south: the group keeps its form.
LonLat IslandMove::placed(LonLat at) const {
  if (group == 0) return at;
  const double stretch = cosine_of(from.latitude) / cosine_of(to.latitude);
  return {to.longitude + (at.longitude - from.longitude) * stretch,
          to.latitude + at.latitude - from.latitude};
}

Islands arranged(const std::vector<GlobeBox>& boxes, const std::vector<double>& sizes) {
  Islands islands = all_in_place(boxes);
  if (boxes.empty()) return islands;
  const auto first = extents(boxes, Grouping(boxes, kNear).numbers(sizes));
  const double across = diagonal(first[0]);
  const double near = std::max(std::min(kNear, kNearShare * across), kLeastShare * across);
  const std::vector<int> groups = Grouping(boxes, near).numbers(sizes);
  const auto extent = extents(boxes, groups);
  if (extent.size() > 1 && surface(islands.extent) > kWorthMoving * surface(extent[0]))
    move_groups(islands, boxes, groups, extent);
  return islands;
}

}  // namespace yokoten
