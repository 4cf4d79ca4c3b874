#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// What a template is filled with: values by name. An empty text is false, so that its section is
/// left out and nothing of an outer view shines through. Names are literals, which outlive it.
class View {
 public:
  struct Value;

  // The check does not see in templates that parameters are moved on.
  // NOLINTBEGIN(performance-unnecessary-value-param)
  template <std::size_t size>
  View& text(const char (&name)[size], std::string value) & {
    put({name, size - 1}, std::move(value), {}, false);
    return *this;
  }
  template <std::size_t size>
  View& flag(const char (&name)[size], bool value) & {
    put({name, size - 1}, {}, {}, value);
    return *this;
  }
  template <std::size_t size>
  View& view(const char (&name)[size], View inner) & {
    put_view({name, size - 1}, std::move(inner));
    return *this;
  }
  template <std::size_t size>
  View& list(const char (&name)[size], std::vector<View> items) & {
    put({name, size - 1}, {}, std::move(items), false);
    return *this;
  }
  // NOLINTEND(performance-unnecessary-value-param)
  // The same of a view that is being made: it is handed on, not copied.
  template <std::size_t size>
  View&& text(const char (&name)[size], std::string value) && {
    return std::move(text(name, std::move(value)));
  }
  template <std::size_t size>
  View&& flag(const char (&name)[size], bool value) && {
    return std::move(flag(name, value));
  }
  template <std::size_t size>
  View&& view(const char (&name)[size], View inner) && {
    return std::move(view(name, std::move(inner)));
  }
  template <std::size_t size>
  View&& list(const char (&name)[size], std::vector<View> items) && {
    return std::move(list(name, std::move(items)));
  }

  /// nullptr where the view has nothing of that name.
  const Value* find(std::string_view name) const;

 private:
  void put(std::string_view name, std::string text, std::vector<View> items, bool is_true);
  void put_view(std::string_view name, View inner);

  std::vector<Value> values_;
};

/// One of a text, a truth, or views; a single view is a list of one.
struct View::Value {
  std::string_view name;
  std::string text;
  std::vector<View> items;
  bool is_true = false;  ///< whether its section stands
};

}  // namespace yokoten
