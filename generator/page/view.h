#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
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
  /// One of 64, which other names may have too.
  std::uint64_t bit() const { return std::uint64_t{1} << (hash_ >> 58U); }

 private:
  explicit constexpr ViewName(std::uint64_t hash) : hash_(hash) {}
  std::uint64_t hash_;
};

class View;

/// One of a text, a truth, or views; a single view is a list of one.
struct ViewValue {
  explicit ViewValue(ViewName called) : name(called) {}

  ViewName name;
  std::string text;
  std::shared_ptr<const std::vector<View>> items;  ///< nullptr for none
  bool is_true = false;                            ///< whether its section stands
};

/// What a template is filled with: values by name. An empty text is false, so that its section is
/// left out and nothing of an outer view shines through.
class View {
 public:
  using Value = ViewValue;

  View& text(ViewName name, std::string value) & {
    put(name, std::move(value));
    return *this;
  }
  View& flag(ViewName name, bool value) & {
    put(name, value);
    return *this;
  }
  View& view(ViewName name, View inner) & {
    std::vector<View> items;
    items.push_back(std::move(inner));
    put(name, std::move(items));
    return *this;
  }
  View& list(ViewName name, std::vector<View> items) & {
    put(name, std::move(items));
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

  /// nullptr where the view has nothing of that name.
  const Value* find(ViewName name) const;
  const std::vector<Value>& values() const { return values_; }
  /// Whether both have the same names, in the same order, of which the same are true, and no views
  /// in them: templates come to the same for both, but for the texts.
  bool is_alike(const View& other) const;
  /// Of its texts, but for those of the views in it.
  std::size_t text_bytes() const {
    std::size_t bytes = 0;
    for (const Value& each : values_) bytes += each.text.size();
    return bytes;
  }

 private:
  void put(ViewName name, bool value);
  void put(ViewName name, std::string text);
  void put(ViewName name, std::vector<View> items);
  /// The value of that name, empty.
  Value& slot(ViewName name);

  std::vector<Value> values_;
  std::uint64_t names_ = 0;  ///< a bit for each of them: most that are asked for are elsewhere
};

}  // namespace yokoten
