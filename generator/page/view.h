#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yokoten {

/// FNV-1a.
constexpr std::uint64_t name_hash(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
  return hash;
}

/// A name by its hash: names are compared far more often than they are written, and those of
/// literals are hashed when the program is compiled.
class ViewName {
 public:
  template <std::size_t size>
  consteval ViewName(const char (&name)[size]) : hash_(name_hash({name, size - 1})) {}
  static ViewName of(std::string_view name) { return ViewName(name_hash(name)); }
  bool operator==(const ViewName&) const = default;
  std::uint64_t hash() const { return hash_; }
  /// One of 64, which other names may have too.
  std::uint64_t bit() const { return std::uint64_t{1} << (hash_ >> 58U); }

 private:
  explicit constexpr ViewName(std::uint64_t hash) : hash_(hash) {}
  std::uint64_t hash_;
};

class View;

/// Views that are made as they are written, each into an empty one: of thousands none is kept. A
/// template may ask for them several times, as long as it is filled.
struct MadeViews {
  std::size_t size = 0;
  std::function<void(View&, std::size_t)> make{};
};

/// One of a text, a truth, or views; a single view is a list of one.
struct ViewValue {
  explicit ViewValue(ViewName called) : name(called) {}

  ViewName name;
  std::string text;
  std::vector<View> items;
  std::shared_ptr<const MadeViews> made;  ///< instead of items
  bool is_true = false;                   ///< whether its section stands

  bool has_views() const { return made != nullptr || !items.empty(); }
};

/// What a template is filled with: values by name. An empty text is false, so that its section is
/// left out and nothing of an outer view shines through.
class View {
 public:
  using Value = ViewValue;

  View() = default;
  /// With room for so many values.
  explicit View(std::size_t size) { values_.reserve(size); }

  View& text(ViewName name, std::string value) & {
    Value& own = slot(name);
    own.is_true = !value.empty();
    own.text = std::move(value);
    return *this;
  }
  View& flag(ViewName name, bool value) & {
    slot(name).is_true = value;
    return *this;
  }
  View& view(ViewName name, View inner) & {
    std::vector<View> items;
    items.push_back(std::move(inner));
    return list(name, std::move(items));
  }
  View& list(ViewName name, std::vector<View> items) & {
    Value& own = slot(name);
    own.is_true = !items.empty();
    own.items = std::move(items);
    return *this;
  }
  View& list(ViewName name, MadeViews items) & {
    Value& own = slot(name);
    own.is_true = items.size > 0;
    if (own.is_true) own.made = std::make_shared<const MadeViews>(std::move(items));
    return *this;
  }
  // The same of a view that is being made: it is handed on, not copied.
  View&& text(ViewName name, std::string value) && {
    return std::move(text(name, std::move(value)));
  }
  View&& flag(ViewName name, bool value) && { return std::move(flag(name, value)); }
  View&& view(ViewName name, View inner) && { return std::move(view(name, std::move(inner))); }
  View&& list(ViewName name, std::vector<View> items) && {
    return std::move(list(name, std::move(items)));
  }

  void clear() {
    values_.clear();
    names_ = 0;
  }
  /// nullptr where the view has nothing of that name.
  const Value* find(ViewName name) const;
  const std::vector<Value>& values() const { return values_; }
  /// A hash of its names in their order, of which of them are true and which are views: templates
  /// come to the same for all views of a shape, but for the texts and what is in those views.
  std::uint64_t shape() const;
  /// Of its texts, but for those of the views in it.
  std::size_t text_bytes() const;

 private:
  /// The value of that name, empty.
  Value& slot(ViewName name);

  std::vector<Value> values_;
  std::uint64_t names_ = 0;  ///< a bit for each of them: most that are asked for are elsewhere
};

}  // namespace yokoten
