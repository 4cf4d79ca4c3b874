#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <vector>

namespace yokoten {

/// What a template is filled with. An empty text is false, so that its section is left out and
/// nothing of an outer view shines through.
class View {
 public:
  View& text(const std::string& name, const std::string& value);
  View& flag(const std::string& name, bool value);
  View& view(const std::string& name, const View& inner);
  View& list(const std::string& name, const std::vector<View>& items);

  const kainjow::mustache::data& data() const { return data_; }

 private:
  kainjow::mustache::data data_;
};

}  // namespace yokoten
