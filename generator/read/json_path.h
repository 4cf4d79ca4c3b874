#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// A JSON pointer's step as it is written: `/` and `~` escaped.
std::string escaped_step(std::string_view step);

/// What a container of JSON is to the table.
enum class JsonRole { other, rows, row, columns, column };

/// Where a walk through JSON stands, and whether a pointer leads there.
class JsonPath {
 public:
  /// `target` is a pointer such as /result/records; "" is the whole.
  explicit JsonPath(std::string_view target);

  std::size_t depth() const { return levels_.size(); }
  /// What the innermost container is.
  JsonRole role() const { return levels_.empty() ? JsonRole::other : levels_.back().role; }
  void enter(JsonRole role, bool object) { levels_.push_back({role, object, leads_on(), {}, 0}); }
  void leave() { levels_.pop_back(); }
  /// The member that comes next in an object; the item that has ended in an array.
  void set_key(const std::string& key) { levels_.back().key = key; }
  void step() {
    if (!levels_.empty() && !levels_.back().object) ++levels_.back().index;
  }

  /// Whether what comes next is what the target names.
  bool at_target() const { return leads_on() && levels_.size() == target_.size(); }
  /// The pointer of what comes next, and that of the container around it.
  std::string here() const { return pointer(levels_.size()); }
  std::string around() const { return pointer(levels_.size() - (levels_.empty() ? 0 : 1)); }

 private:
  struct Level {
    JsonRole role = JsonRole::other;
    bool object = false;
    bool on_way = false;  // the target leads into it
    std::string key;
    std::size_t index = 0;
  };
  bool leads_on() const;
  std::string pointer(std::size_t depth) const;

  std::vector<std::string> target_;
  std::vector<Level> levels_;
};

}  // namespace yokoten
