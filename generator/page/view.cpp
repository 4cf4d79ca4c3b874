#include "page/view.h"

namespace yokoten {

View& View::text(const std::string& name, const std::string& value) {
  if (value.empty()) return flag(name, false);
  data_.set(name, kainjow::mustache::data(value));
  return *this;
}

View& View::flag(const std::string& name, bool value) {
  data_.set(name, kainjow::mustache::data(value));
  return *this;
}

View& View::view(const std::string& name, const View& inner) {
  data_.set(name, inner.data_);
  return *this;
}

View& View::list(const std::string& name, const std::vector<View>& items) {
  kainjow::mustache::data list(kainjow::mustache::data::type::list);
  for (const View& item : items) list.push_back(item.data_);
  data_.set(name, list);
  return *this;
}

}  // namespace yokoten
