#include "chart/scene/mark_items.h"

namespace yokoten::chart {

namespace {

// On pages texts are read as they stand, and need words only where they are links.
bool has_words(const MarkContext& context) {
  if (!context.style.own->aria.value_or(true)) return false;
  if (context.spoken != Spoken::on_page) return context.spoken == Spoken::all;
  const EncodingSpec& encoding = context.encoding();
  if (context.type == MarkType::text) return has_text(encoding.href);
  return has_own_words(encoding) || has_text(encoding.href);
}

}  // namespace

ItemMaker::ItemMaker(const MarkContext& context) : context_(context), look_(context) {
  if (has_words(context)) words_.emplace(context);
}

Item& ItemMaker::add_to(Mark& mark, Row row) const {
  Item& item = mark.items.emplace_back();
  look_.put(row, item.look);
  item.row = &context_.row(row);
  item.href = href_of(context_, row);
  if (!words_) return item;
  item.words_from = mark.words.size();
  words_->append(mark.words, row);
  item.words_size = mark.words.size() - item.words_from;
  if (mark.items.size() == 1) mark.words.reserve(mark.items.capacity() * (item.words_size + 8));
  return item;
}

}  // namespace yokoten::chart
