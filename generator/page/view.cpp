#include "page/view.h"

#include <algorithm>

namespace yokoten {

const View::Value* View::find(ViewName name) const {
  if ((names_ & name.bit()) == 0) return nullptr;
  const auto at = std::find_if(values_.begin(), values_.end(),
                               [&](const Value& each) { return each.name == name; });
  return at == values_.end() ? nullptr : &*at;
}

bool View::is_alike(const View& other) const {
  return names_ == other.names_ &&
         std::equal(values_.begin(), values_.end(), other.values_.begin(), other.values_.end(),
                    [](const Value& a, const Value& b) {
                      return a.name == b.name && a.is_true == b.is_true && a.items == nullptr &&
                             b.items == nullptr;
                    });
}

View::Value& View::slot(ViewName name) {
  constexpr std::size_t usual_size = 4;
  if ((names_ & name.bit()) != 0)
    for (Value& each : values_)
      if (each.name == name) return each = Value{name};
  names_ |= name.bit();
  if (values_.empty()) values_.reserve(usual_size);
  return values_.emplace_back(name);
}

void View::put(ViewName name, bool value) { slot(name).is_true = value; }

void View::put(ViewName name, std::string text) {
  Value& value = slot(name);
  value.is_true = !text.empty();
  value.text = std::move(text);
}

void View::put(ViewName name, std::vector<View> items) {
  Value& value = slot(name);
  value.is_true = !items.empty();
  if (value.is_true) value.items = std::make_shared<const std::vector<View>>(std::move(items));
}

}  // namespace yokoten
