#include "page/view.h"

#include <algorithm>

namespace yokoten {

const View::Value* View::find(std::string_view name) const {
  const auto at = std::find_if(values_.begin(), values_.end(),
                               [&](const Value& each) { return each.name == name; });
  return at == values_.end() ? nullptr : &*at;
}

void View::put(std::string_view name, std::string text, std::vector<View> items, bool is_true) {
  constexpr std::size_t usual_size = 12;
  if (values_.empty()) values_.reserve(usual_size);
  const bool stands = is_true || !text.empty() || !items.empty();
  Value value{name, std::move(text), std::move(items), stands};
  const auto at = std::find_if(values_.begin(), values_.end(),
                               [&](const Value& each) { return each.name == name; });
  if (at == values_.end())
    values_.push_back(std::move(value));
  else
    *at = std::move(value);
}

void View::put_view(std::string_view name, View inner) {
  std::vector<View> items;
  items.push_back(std::move(inner));
  put(name, {}, std::move(items), true);
}

}  // namespace yokoten
