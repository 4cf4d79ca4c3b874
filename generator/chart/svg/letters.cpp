#include "chart/svg/letters.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "chart/scene/bounds.h"

namespace yokoten::chart {
namespace {

constexpr double kSlice = 16;          // px: boxes are looked up by the slices that they reach into
constexpr double kLeastOpacity = 0.5;  // what is more transparent is no ground of its own
constexpr int kMostSlices = 2000;      // of one box; charts are at most 20,000 px high

struct Box {
  double x1, y1, x2, y2;
  bool steady;
};

/// The boxes of one group, in the order in which they are drawn.
class Boxes {
 public:
  void add(const Item& item, double width, bool steady) {
    const double x = item.x.at(width), x2 = item.x2.at(width);
    const Box box{std::min(x, x2), std::min(item.y, item.y2), std::max(x, x2),
                  std::max(item.y, item.y2), steady};
    const int first = slice_of(box.y1);
    const int last = std::min(slice_of(box.y2), first + kMostSlices);
    for (int slice = first; slice <= last; ++slice) slices_[slice].push_back(boxes_.size());
    boxes_.push_back(box);
    any_steady_ = any_steady_ || steady;
  }

  bool any_steady() const { return any_steady_; }

  /// The one on top at a point, null for none.
  const Box* at(double x, double y) const {
    const auto slice = slices_.find(slice_of(y));
    if (slice == slices_.end()) return nullptr;
    for (auto i = slice->second.rbegin(); i != slice->second.rend(); ++i) {
      const Box& box = boxes_[*i];
      if (x >= box.x1 && x <= box.x2 && y >= box.y1 && y <= box.y2) return &box;
    }
    return nullptr;
  }

 private:
  static int slice_of(double y) {
    return std::isfinite(y) ? static_cast<int>(std::clamp(y / kSlice, -1e6, 1e6)) : 0;
  }

  std::vector<Box> boxes_;
  std::unordered_map<int, std::vector<std::size_t>> slices_;
  bool any_steady_ = false;
};

class Finder {
 public:
  explicit Finder(const std::function<bool(const std::string&)>& changes) : changes_(changes) {}

  void look_into(const Group& group, double outer_width) {
    const double width = group.width.at(outer_width);
    for (const Group& inner : group.behind) look_into(inner, width);
    Boxes boxes;
    for (const Mark& mark : group.marks) {
      if (mark.layer == nullptr) continue;
      if (mark.kind == Kind::rect) add_boxes(mark, width, boxes);
      if (mark.kind == Kind::text && boxes.any_steady()) add_letters(mark, width, boxes);
    }
    for (const Group& inner : group.before) look_into(inner, width);
  }

  std::unordered_set<const Item*> found;

 private:
  void add_boxes(const Mark& mark, double width, Boxes& boxes) const {
    for (const Item& item : mark.items) {
      const Look& look = item.look;
      const bool painted = !look.fill.empty() && look.fill != "transparent" &&
                           look.opacity * look.fill_opacity >= kLeastOpacity;
      if (painted && !item.hidden) boxes.add(item, width, !changes_(look.fill));
    }
  }

  void add_letters(const Mark& mark, double width, const Boxes& boxes) {
    for (const Item& item : mark.items) {
      const Bounds bounds = text_bounds(item, width);
      if (bounds.empty()) continue;
      const Box* ground = boxes.at((bounds.x1 + bounds.x2) / 2, (bounds.y1 + bounds.y2) / 2);
      if (ground != nullptr && ground->steady) found.insert(&item);
    }
  }

  const std::function<bool(const std::string&)>& changes_;
};

}  // namespace

std::unordered_set<const Item*> letters_on_steady_boxes(
    const Scene& scene, const std::function<bool(const std::string&)>& changes) {
  Finder finder(changes);
  finder.look_into(scene.root, scene.plot_width);
  return std::move(finder.found);
}

}  // namespace yokoten::chart
