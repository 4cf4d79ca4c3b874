#include "chart/scene/page_room.h"

#include <algorithm>
#include <cmath>

#include "chart/scene/broken_text.h"

namespace yokoten::chart {
namespace {

constexpr double kLeastPlot = 96, kLeastLine = 56, kLeastCell = 40;  // px
constexpr double kLeading = 2, kBetweenNames = 6;                    // px

double line_height_of(const Item& item) { return item.font.size + kLeading; }

const Group* axis_beside(const Group& frame) {
  for (const std::vector<Group>* groups : {&frame.behind, &frame.before})
    for (const Group& group : *groups) {
      if (group.role != "axis" || (group.side != Side::left && group.side != Side::right)) continue;
      for (const Mark& mark : group.marks)
        if (mark.role == "axis-label") return &group;
    }
  return nullptr;
}

/// Names that end at the axis; others have something between.
bool ends_at_axis(const Item& item, Side side) {
  return item.angle == 0 && !item.hidden && item.align == (side == Side::left ? "right" : "left");
}

std::vector<const Item*> names_at(const Group& axis) {
  std::vector<const Item*> names;
  for (const Mark& mark : axis.marks)
    if (mark.role == "axis-label")
      for (const Item& item : mark.items)
        if (ends_at_axis(item, axis.side)) names.push_back(&item);
  return names;
}

}  // namespace

std::optional<NamesBeside> names_to_break(const Plan& plan, const Group& frame, const Bounds& view,
                                          PlotSize plot) {
  const Group* axis = plan.y.discrete() ? axis_beside(frame) : nullptr;
  const double beside = -view.x1 + std::max(0.0, view.x2 - plot.width);
  const double over = beside - (kPageWidth - kLeastPlot);
  if (axis == nullptr || over <= 0) return std::nullopt;
  const std::vector<const Item*> names = names_at(*axis);
  double longest = 0, highest = 0;
  for (const Item* name : names) longest = std::max(longest, text_width(name->font, name->text));
  if (longest <= kLeastLine) return std::nullopt;
  const double width = std::max(kLeastLine, std::floor(longest - over));
  for (const Item* name : names) {
    const std::size_t lines = broken_text(name->font, name->text, width).size();
    highest = std::max(highest, static_cast<double>(lines) * line_height_of(*name));
  }
  const auto rows = static_cast<double>(plan.y.categories.size());
  return NamesBeside{width, std::max(plot.height, rows * (highest + kBetweenNames))};
}

void break_labels(Group& axis, double width) {
  for (Mark& mark : axis.marks) {
    if (mark.role != "axis-label") continue;
    for (Item& item : mark.items) {
      if (!ends_at_axis(item, axis.side)) continue;
      std::vector<std::string> lines = broken_text(item.font, item.text, width);
      item.text = lines.front();
      item.more_lines.assign(lines.begin() + 1, lines.end());
      item.line_height = line_height_of(item);
      item.dy -= static_cast<double>(item.more_lines.size()) * item.line_height / 2;
    }
  }
}

PlotSize cell_for_page(const Plan& plan, const Bounds& view, PlotSize cell) {
  const double over = view.x2 - view.x1 - kPageWidth;
  if (over <= 0) return cell;
  const std::size_t columns = plan.column.spec != nullptr ? plan.column.values.size() : 1;
  const double less = over / static_cast<double>(std::max<std::size_t>(columns, 1));
  return {std::max(std::min(kLeastCell, cell.width), cell.width - less), cell.height};
}

}  // namespace yokoten::chart
