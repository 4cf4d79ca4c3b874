#include "chart/scene/mark_items.h"

namespace yokoten::chart {

ItemMaker::ItemMaker(const MarkContext& context)
    : context_(context), look_(context), words_(context) {}

Item ItemMaker::of(Row row) const {
  Item item;
  item.look = look_.of(row);
  item.row = &context_.row(row);
  item.href = href_of(context_, row);
  item.description = words_.of(row);
  return item;
}

}  // namespace yokoten::chart
