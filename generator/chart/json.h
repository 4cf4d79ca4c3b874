#pragma once

#include <nlohmann/json.hpp>
#include <utility>

namespace yokoten {

/// Specifications keep the order in which their properties were written.
using Json = nlohmann::ordered_json;

/// Appends without looking for an earlier property of that name; the caller knows there is none.
inline void put(Json& object, const char* key, Json value) {
  object.get_ref<Json::object_t&>().emplace_back(key, std::move(value));
}

inline void put_all(Json&) {}

template <class Value, class... Rest>
void put_all(Json& object, const char* key, Value&& value, Rest&&... rest) {
  put(object, key, Json(std::forward<Value>(value)));
  put_all(object, std::forward<Rest>(rest)...);
}

/// `object("type", "bar", "size", 12)` is {"type": "bar", "size": 12}.
template <class... Rest>
Json object(Rest&&... rest) {
  Json made = Json::object();
  made.get_ref<Json::object_t&>().reserve(sizeof...(rest) / 2);
  put_all(made, std::forward<Rest>(rest)...);
  return made;
}

/// `list(1, 2)` is [1, 2].
template <class... Items>
Json list(Items&&... items) {
  Json made = Json::array();
  (made.push_back(Json(std::forward<Items>(items))), ...);
  return made;
}

}  // namespace yokoten
