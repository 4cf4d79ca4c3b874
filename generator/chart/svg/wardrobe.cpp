#include "chart/svg/wardrobe.h"

namespace yokoten::chart {

void Wardrobe::dress(const Item& item, Kind kind, bool on_box) {
  if (looks_as_last(item, kind)) {
    out_ += last_dress_;
    return;
  }
  const std::size_t begin = out_.size();
  write(item, kind, on_box);
  last_dress_.assign(out_, begin);
  last_ = &item;
  last_kind_ = kind;
}

// Letters are dressed by their font and their box as well.
bool Wardrobe::looks_as_last(const Item& item, Kind kind) const {
  return last_ != nullptr && last_kind_ == kind && kind != Kind::text && last_->look == item.look;
}

void Wardrobe::write(const Item& item, Kind kind, bool on_box) {
  const Dress dress = dress_of(item, kind, kept_, on_box);
  const Look& look = item.look;
  if (!dress.classes.empty()) xml_.attribute("class", dress.classes);
  if (dress.fill && !look.fill.empty()) xml_.attribute("fill", look.fill);
  if (dress.stroke) xml_.attribute("stroke", look.stroke);
  if (dress.stroke_width) xml_.number("stroke-width", look.stroke_width);
  if (dress.dash) {
    xml_.raw(" stroke-dasharray=\"");
    for (std::size_t i = 0; i < look.dash.size(); ++i)
      xml_.raw(i > 0 ? " " : "").append(look.dash[i]);
    xml_.raw("\"");
  }
  if (!dress.opacity) return;
  if (look.opacity != 1) xml_.number("opacity", look.opacity);
  if (look.fill_opacity != 1) xml_.number("fill-opacity", look.fill_opacity);
  if (look.stroke_opacity != 1) xml_.number("stroke-opacity", look.stroke_opacity);
}

}  // namespace yokoten::chart
