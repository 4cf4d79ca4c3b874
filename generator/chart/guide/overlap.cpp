#include "chart/guide/overlap.h"

#include <algorithm>

#include "chart/scene/bounds.h"

namespace yokoten::chart {
namespace {

struct Label {
  Item* item = nullptr;
  Bounds bounds;
};
using Labels = std::vector<Label>;

bool intersect(const Bounds& a, const Bounds& b, double separation) {
  return separation > std::max({b.x1 - a.x2, a.x1 - b.x2, b.y1 - a.y2, a.y1 - b.y2});
}

bool has_overlap(const Labels& labels, double separation) {
  for (std::size_t i = 1; i < labels.size(); ++i)
    if (intersect(labels[i - 1].bounds, labels[i].bounds, separation)) return true;
  return false;
}

Labels every_second(const Labels& labels) {
  Labels kept;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i % 2 == 0)
      kept.push_back(labels[i]);
    else
      labels[i].item->hidden = true;
  }
  return kept;
}

Labels clear_of_the_last(const Labels& labels, double separation) {
  Labels kept;
  for (const Label& label : labels) {
    if (kept.empty() || !intersect(kept.back().bounds, label.bounds, separation))
      kept.push_back(label);
    else
      label.item->hidden = true;
  }
  return kept;
}

/// Labels that are drawn at all; the empty ones cover nothing from now on.
Labels with_content(const std::vector<Item*>& items, double width) {
  Labels labels;
  for (Item* item : items) {
    const Bounds bounds = text_bounds(*item, width);
    if (bounds.x2 - bounds.x1 > 1 && bounds.y2 - bounds.y1 > 1) labels.push_back({item, bounds});
  }
  if (labels.empty()) return labels;
  for (Item* item : items) item->hidden = true;
  for (const Label& label : labels) label.item->hidden = false;
  return labels;
}

void reduce(const Labels& labels, Overlap method, double separation) {
  Labels kept = labels;
  if (kept.size() < 3 || !has_overlap(kept, separation)) return;
  do {
    kept = method == Overlap::greedy ? clear_of_the_last(kept, separation) : every_second(kept);
  } while (kept.size() >= 3 && has_overlap(kept, separation));
  // Of two labels that are left, the second gives way to the very last one.
  if (kept.size() >= 3 || !labels.back().item->hidden) return;
  if (kept.size() > 1) kept.back().item->hidden = true;
  labels.back().item->hidden = false;
}

void hide_outside(const Labels& labels, const LabelLimits& limits) {
  const double low = std::min(limits.low, limits.high) - limits.tolerance;
  const double high = std::max(limits.low, limits.high) + limits.tolerance;
  for (const Label& label : labels) {
    const Bounds& b = label.bounds;
    const bool inside = limits.across ? low <= b.x1 && b.x2 <= high : low <= b.y1 && b.y2 <= high;
    if (!inside) label.item->hidden = true;
  }
}

}  // namespace

void hide_overlaps(const std::vector<Item*>& labels, Overlap method, double separation,
                   const std::optional<LabelLimits>& limits, double width) {
  if (method != Overlap::parity && method != Overlap::greedy) return;
  const Labels shown = with_content(labels, width);
  if (shown.empty()) return;
  reduce(shown, method, separation);
  if (limits) hide_outside(shown, *limits);
}

}  // namespace yokoten::chart
