#include "chart/guide/title.h"

#include <utility>

#include "chart/guide/guides.h"

namespace yokoten::chart {
namespace {

bool upright(Side side) { return side == Side::left || side == Side::right; }

std::string align_of(Anchor anchor) {
  if (anchor == Anchor::start) return "left";
  return anchor == Anchor::end ? "right" : "center";
}

double angle_of(Side side) {
  if (side == Side::left) return -90;
  return side == Side::right ? 90 : 0;
}

void complete(Item& item, const TitleBlock& block) {
  item.align = block.align.value_or(align_of(block.anchor));
  item.baseline = block.baseline.value_or("top");
  item.angle = block.angle.value_or(angle_of(block.side));
}

Mark text_mark(const char* role, Item item) {
  Mark mark;
  mark.kind = Kind::text;
  mark.role = role;
  mark.items.push_back(std::move(item));
  return mark;
}

/// Moves the subtitle behind the title.
void place_subtitle(Item& subtitle, const Bounds& title, const TitleBlock& block) {
  const double width = title.x2 - title.x1 + block.subtitle_padding;
  switch (block.side) {
    case Side::top:
    case Side::bottom:
      subtitle.y = title.y2 - title.y1 + block.subtitle_padding;
      break;
    case Side::left:
      subtitle.x.px = width;
      break;
    case Side::right:
      subtitle.x.px = -width;
      break;
  }
}

/// Measured at the origin and then moved: turned texts must not be turned anew.
Bounds content_of(const Group& group) {
  Bounds bounds;
  for (const Mark& mark : group.marks) {
    for (Item item : mark.items) {
      const double x = item.x.px;
      const double y = item.y;
      item.x = {};
      item.y = 0;
      bounds.add(text_bounds(item, 0).moved(x, y));
    }
  }
  return bounds;
}

/// The place along the side, as a share of the frame plus px.
Along along(const TitleBlock& block, double length, double low, double high) {
  if (block.by_group) {
    const bool reversed = block.side == Side::left;
    if (block.anchor == Anchor::middle) return {0.5, 0};
    return {(block.anchor == Anchor::end) != reversed ? 1.0 : 0.0, 0};
  }
  if (block.anchor == Anchor::start) return {0, low};
  if (block.anchor == Anchor::end) return {1, high - length};
  return {0.5, (low + high - length) / 2};
}

}  // namespace

Anchor anchor_of(const std::string& written) {
  if (written == "start") return Anchor::start;
  return written == "end" ? Anchor::end : Anchor::middle;
}

Side side_of(const std::string& written) {
  if (written == "left") return Side::left;
  if (written == "right") return Side::right;
  return written == "bottom" ? Side::bottom : Side::top;
}

Group group_of(const TitleBlock& block) {
  Group group;
  group.role = "title";
  group.side = block.side;
  Item title = block.title;
  complete(title, block);
  const Bounds bounds = text_bounds(title, 0);
  group.marks.push_back(text_mark("title-text", std::move(title)));
  if (block.subtitle) {
    Item subtitle = *block.subtitle;
    complete(subtitle, block);
    place_subtitle(subtitle, bounds, block);
    group.marks.push_back(text_mark("title-subtitle", std::move(subtitle)));
  }
  return group;
}

Bounds place_title(Group& group, const TitleBlock& block, double width, double height,
                   const Bounds& view) {
  const Bounds own = content_of(group);
  if (upright(block.side)) {
    const bool left = block.side == Side::left;
    const Along at =
        left ? along(block, height, view.y2, view.y1) : along(block, height, view.y1, view.y2);
    group.y = at.at(height);
    const double room = own.x2 - own.x1 + block.offset;
    group.x = left ? Along{0, view.x1 - room} : Along{1, view.x2 + room - width};
  } else {
    group.x = along(block, width, view.x1, view.x2);
    group.y = block.side == Side::top ? view.y1 - (own.y2 - own.y1) - block.offset
                                      : view.y2 + block.offset;
  }
  return own.moved(group.x.at(width), group.y);
}

}  // namespace yokoten::chart
