#include "page/view.h"

#include <algorithm>

namespace yokoten {

const View::Value* View::find(ViewName name) const {
  if ((names_ & name.bit()) == 0) return nullptr;
  const auto at = std::find_if(values_.begin(), values_.end(),
                               [&](const Value& each) { return each.name == name; });
  return at == values_.end() ? nullptr : &*at;
}

std::size_t View::text_bytes() const {
  std::size_t bytes = 0;
  for (const Value& each : values_) bytes += each.text.size();
  return bytes;
}

std::uint64_t View::shape() const {
  constexpr std::uint64_t prime = 0x100000001b3;
  std::uint64_t shape = values_.size();
  for (const Value& each : values_) {
    const unsigned kind = !each.is_true ? 0 : each.has_views() ? 2 : 1;
    shape = (shape ^ each.name.hash()) * prime + kind;
  }
  return shape;
}

View::Value& View::slot(ViewName name) {
  constexpr std::size_t usual_size = 8;
  if ((names_ & name.bit()) != 0)
    for (Value& each : values_)
      if (each.name == name) return each = Value{name};
  names_ |= name.bit();
  if (values_.capacity() == 0) values_.reserve(usual_size);
  return values_.emplace_back(name);
}

}  // namespace yokoten
