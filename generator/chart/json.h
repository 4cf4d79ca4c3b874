#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "chart/json_text.h"

namespace yokoten {

/// Why a text is no JSON that can be kept, and at which byte.
struct JsonMistake {
  enum class Kind { none, syntax, large_number, depth } kind = Kind::none;
  std::size_t byte = 0;
};

/// A value of JSON. Objects keep the order in which their members were written. Charts are written
/// and read as JSON by the thousand: texts and members stand in their object, not each by itself.
class Json {
 public:
  using Items = std::vector<Json>;
  using Members = std::vector<std::pair<JsonText, Json>>;

  Json(std::nullptr_t = nullptr) {}
  Json(std::string_view text) : value_(JsonText(text)) {}
  Json(const std::string& text) : Json(std::string_view(text)) {}
  template <class Letters>
  requires std::is_same_v<Letters, const char*> Json(Letters text) : Json(std::string_view(text)) {}
  /// A word of the program.
  template <std::size_t size>
  Json(const char (&word)[size]) : value_(JsonText::standing({word, size - 1})) {}
  template <std::size_t size>
  Json(char (&)[size]) = delete;
  template <class Number>
  requires std::is_arithmetic_v<Number> Json(Number number) {
    if constexpr (std::is_same_v<Number, bool> || std::is_floating_point_v<Number>)
      value_ = number;
    else if (std::in_range<std::int64_t>(number))
      value_ = static_cast<std::int64_t>(number);
    else
      value_ = static_cast<std::uint64_t>(number);
  }
  Json(const std::vector<double>& numbers);
  Json(const Json&) = default;
  Json(Json&&) = default;

  /// Also of a part of itself.
  Json& operator=(Json other) {
    value_ = std::move(other.value_);
    return *this;
  }

  static Json array() { return Json(std::in_place_type<Items>); }
  static Json object(std::size_t room = 0) {
    Json made{std::in_place_type<Members>};
    if (room > 0) std::get<Members>(made.value_).reserve(room);
    return made;
  }

  /// Null where the text is no JSON. Of two members of one name the later value is kept.
  static Json parse(std::string_view text);
  static Json parse(std::string_view text, JsonMistake& mistake);

  /// In one line; letters that are no UTF-8 are replaced.
  std::string dump() const;

  bool is_null() const { return is<std::nullptr_t>(); }
  bool is_boolean() const { return is<bool>(); }
  bool is_string() const { return is<JsonText>(); }
  bool is_array() const { return is<Items>(); }
  bool is_object() const { return is<Members>(); }
  bool is_number() const { return integer() || large_integer() || is<double>(); }
  bool is_primitive() const { return !is_array() && !is_object(); }

  bool truth() const { return std::get<bool>(value_); }
  double number() const;
  std::string_view text() const { return std::get<JsonText>(value_); }

  /// A whole number, or one of 2^63 and more; null for other values.
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  const std::uint64_t* large_integer() const { return std::get_if<std::uint64_t>(&value_); }

  /// Whether both are of one kind, as all numbers are.
  bool is_like(const Json& other) const {
    return value_.index() == other.value_.index() || (is_number() && other.is_number());
  }
  bool operator==(const Json& other) const;
  bool operator==(const char* text) const { return is_string() && this->text() == text; }

  /// Of an array; nothing for other values.
  const Items& items() const;
  const Json* begin() const { return items().data(); }
  const Json* end() const { return items().data() + items().size(); }
  const Json& operator[](std::size_t at) const { return items()[at]; }
  Json& operator[](std::size_t at) { return std::get<Items>(value_)[at]; }
  void push_back(Json&& item) { std::get<Items>(value_).push_back(std::move(item)); }
  void push_back(const Json& item) { std::get<Items>(value_).push_back(item); }

  /// Of an object; nothing for other values.
  const Members& members() const;
  const Json* find(std::string_view name) const;
  bool contains(std::string_view name) const { return find(name) != nullptr; }

  /// The member, null and at the end where there was none. Null becomes an object.
  Json& operator[](std::string_view name);

  /// Appends without looking for an earlier member of that name; the caller knows there is none.
  template <class Value>
  void append(std::string_view name, Value&& value) {
    append(JsonText(name), std::forward<Value>(value));
  }
  template <std::size_t size, class Value>
  void append(const char (&name)[size], Value&& value) {
    append(JsonText::standing({name, size - 1}), std::forward<Value>(value));
  }
  template <class Value>
  void append(JsonText&& name, Value&& value) {
    std::get<Members>(value_).emplace_back(std::move(name), std::forward<Value>(value));
  }
  void erase(std::string_view name);

  /// Of an array or object; 0 for other values.
  std::size_t size() const { return items().size() + members().size(); }
  bool empty() const { return size() == 0; }
  void reserve(std::size_t size);

 private:
  template <class Value>
  explicit Json(std::in_place_type_t<Value> value) : value_(value) {}
  template <class Value>
  bool is() const {
    return std::holds_alternative<Value>(value_);
  }

  std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, JsonText, Items, Members>
      value_;
};

inline const Json::Items no_items;
inline const Json::Members no_members;

inline const Json::Items& Json::items() const {
  const auto* items = std::get_if<Items>(&value_);
  return items != nullptr ? *items : no_items;
}

inline const Json::Members& Json::members() const {
  const auto* members = std::get_if<Members>(&value_);
  return members != nullptr ? *members : no_members;
}

template <class Name, class Value>
void put(Json& object, const Name& name, Value&& value) {
  object.append(name, std::forward<Value>(value));
}

inline void put_all(Json&) {}

template <class Name, class Value, class... Rest>
void put_all(Json& object, const Name& name, Value&& value, Rest&&... rest) {
  object.append(name, std::forward<Value>(value));
  put_all(object, std::forward<Rest>(rest)...);
}

/// `object("type", "bar", "size", 12)` is {"type": "bar", "size": 12}. There is room for two more.
template <class... Rest>
Json object(Rest&&... rest) {
  Json made = Json::object(sizeof...(rest) / 2 + 2);
  put_all(made, std::forward<Rest>(rest)...);
  return made;
}

/// `list(1, 2)` is [1, 2].
template <class... Items>
Json list(Items&&... items) {
  Json made = Json::array();
  made.reserve(sizeof...(items));
  (made.push_back(Json(std::forward<Items>(items))), ...);
  return made;
}

}  // namespace yokoten
