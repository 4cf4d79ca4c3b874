#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chart/json.h"
#include "chart/spec/problem.h"

namespace yokoten::chart {

/// Where the reading stands and the first thing that was wrong. After a problem whatever else is
/// read does not matter: the specification is refused.
class Reading {
 public:
  bool failed() const { return problem_.has_value(); }
  const SpecProblem& problem() const { return *problem_; }

  /// Refuses what stands here, or what stands at `key` or `pointer`.
  void refuse(Message message);
  void refuse_at(std::string_view key, Message message);
  void refuse_there(std::string pointer, Message message);

  std::size_t depth() const { return steps_.size(); }
  const std::string& pointer();
  std::string pointer_to(std::string_view key);

 private:
  friend class Inside;
  struct Step {
    std::string_view key;
    std::size_t index = 0;
    bool item = false;    ///< of an array
    std::size_t end = 0;  ///< of its part of the pointer, where that is written
  };
  std::vector<Step> steps_;
  std::string pointer_;      ///< of the first steps
  std::size_t written_ = 0;  ///< how many those are
  std::optional<SpecProblem> problem_;
};

/// While it lives, the reading stands at a property or an item.
class Inside {
 public:
  Inside(Reading& reading, std::string_view key) : reading_(reading) {
    reading_.steps_.push_back({key, 0, false});
  }
  Inside(Reading& reading, std::size_t index) : reading_(reading) {
    reading_.steps_.push_back({{}, index, true});
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() {
    reading_.steps_.pop_back();
    reading_.written_ = std::min(reading_.written_, reading_.steps_.size());
  }

 private:
  Reading& reading_;
};

/// A property by its name and the function that reads it.
template <class Into>
struct Property {
  std::string_view name;
  void (*take)(Reading&, const Json&, Into&);
};

template <class Into>
using Table = std::span<const Property<Into>>;

bool is_object(Reading& reading, const Json& json);

/// Refuses the property at which the reading stands; `known` are those that may stand here.
void refuse_property(Reading& reading, std::string_view name, std::vector<std::string> known);

/// Of the names of a table hardly two begin with the same letter and are as long.
inline bool is_name(std::string_view known, std::string_view name) {
  return known.size() == name.size() && known.front() == name.front() && known == name;
}

template <class Into>
const Property<Into>* find_property(std::string_view name,
                                    std::initializer_list<Table<Into>> tables) {
  for (const auto& table : tables)
    for (const auto& property : table)
      if (is_name(property.name, name)) return &property;
  return nullptr;
}

template <class Into>
std::vector<std::string> names_of(std::initializer_list<Table<Into>> tables) {
  std::vector<std::string> names;
  for (const auto& table : tables)
    for (const auto& property : table) names.emplace_back(property.name);
  return names;
}

/// Reads every property of an object by the tables; one that none of them knows is refused.
template <class Into>
void take_object(Reading& reading, const Json& json, Into& into,
                 std::initializer_list<Table<std::type_identity_t<Into>>> tables) {
  if (!is_object(reading, json)) return;
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    if (const auto* property = find_property<Into>(item.first, tables))
      property->take(reading, item.second, into);
    else
      refuse_property(reading, item.first, names_of<Into>(tables));
    if (reading.failed()) return;
  }
}

/// Calls `take(item)` for every item of an array, standing at it. False where it is no array.
template <class Take>
bool take_items(Reading& reading, const Json& json, Take take) {
  if (!json.is_array()) return false;
  for (std::size_t i = 0; i < json.size() && !reading.failed(); ++i) {
    const Inside here(reading, i);
    take(json[i]);
  }
  return true;
}

/// The property of an object, or nullptr.
const Json* find(const Json& json, std::string_view key);

}  // namespace yokoten::chart
