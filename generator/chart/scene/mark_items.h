#pragma once

#include <optional>

#include "chart/scene/mark_look.h"
#include "chart/scene/mark_words.h"

namespace yokoten::chart {

/// What items of all kinds have in common: look, row, link and words for a screen reader.
class ItemMaker {
 public:
  explicit ItemMaker(const MarkContext& context);
  Item& add_to(Mark& mark, Row row) const;

 private:
  const MarkContext& context_;
  LookMaker look_;
  std::optional<Describer> words_;
};

/// Calls `place(row, item)` for each row of the cell and collects the items.
template <class PlaceItem>
Mark mark_of_rows(const MarkContext& context, Kind kind, PlaceItem place) {
  const ItemMaker maker(context);
  Mark mark;
  mark.kind = kind;
  mark.items.reserve(context.layer.rows.size());
  for (const Row row : context.layer.rows) {
    if (!context.in_cell(row)) continue;
    place(row, maker.add_to(mark, row));
  }
  return mark;
}

}  // namespace yokoten::chart
