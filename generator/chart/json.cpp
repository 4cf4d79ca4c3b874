#include "chart/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace yokoten {
namespace {

constexpr std::size_t kDeepest = 500;  // brackets in brackets: further down nothing is drawn

/// Takes what the library reads.
class JsonReader {
 public:
  explicit JsonReader(JsonMistake& mistake) : mistake_(mistake) {}
  Json take() { return std::move(root_); }

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(std::int64_t value) { return put(value); }
  bool number_unsigned(std::uint64_t value) { return put(value); }
  bool number_float(double value, const std::string&) { return put(value); }
  bool string(std::string& value) { return put(value); }
  template <class Bytes>
  bool binary(Bytes&) {
    return false;  // JSON has none
  }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    member_ = &(*open_.back())[name];
    return true;
  }

  bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception& error) {
    const bool range = dynamic_cast<const nlohmann::detail::out_of_range*>(&error) != nullptr;
    mistake_ = {range ? JsonMistake::Kind::large_number : JsonMistake::Kind::syntax, byte};
    return false;
  }

 private:
  bool put(Json value) {
    *place() = std::move(value);
    return true;
  }

  bool open(Json value) {
    Json* at = place();
    *at = std::move(value);
    open_.push_back(at);
    if (open_.size() > kDeepest) mistake_.kind = JsonMistake::Kind::depth;
    return open_.size() <= kDeepest;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  /// Where the next value goes.
  Json* place() {
    if (open_.empty()) return &root_;
    Json& around = *open_.back();
    if (around.is_object()) return member_;
    around.push_back(Json());
    return &around[around.size() - 1];
  }

  JsonMistake& mistake_;
  Json root_;
  std::vector<Json*> open_;  ///< from the outermost
  Json* member_ = nullptr;   ///< the one whose name was read last
};

using LibraryJson = nlohmann::ordered_json;

LibraryJson of_library(const Json& json) {
  if (json.is_array()) {
    LibraryJson made = LibraryJson::array();
    for (const Json& item : json) made.push_back(of_library(item));
    return made;
  }
  if (json.is_object()) {
    LibraryJson made = LibraryJson::object();
    for (const auto& [name, value] : json.members()) made[std::string(name)] = of_library(value);
    return made;
  }
  if (json.is_string()) return std::string(json.text());
  if (json.is_boolean()) return json.truth();
  if (const std::int64_t* integer = json.integer()) return *integer;
  if (const std::uint64_t* large = json.large_integer()) return *large;
  return json.is_null() ? LibraryJson() : LibraryJson(json.number());
}

}  // namespace

Json::Json(const std::vector<double>& numbers) : value_(Items(numbers.begin(), numbers.end())) {}

Json Json::parse(std::string_view text, JsonMistake& mistake) {
  JsonReader reader(mistake);
  return LibraryJson::sax_parse(text, &reader) ? reader.take() : Json();
}

Json Json::parse(std::string_view text) {
  JsonMistake mistake;
  return parse(text, mistake);
}

std::string Json::dump() const {
  return of_library(*this).dump(-1, ' ', false, LibraryJson::error_handler_t::replace);
}

double Json::number() const {
  if (const auto* real = std::get_if<double>(&value_)) return *real;
  if (const auto* large = large_integer()) return static_cast<double>(*large);
  return static_cast<double>(std::get<std::int64_t>(value_));
}

bool Json::operator==(const Json& other) const {
  if (value_.index() == other.value_.index()) return value_ == other.value_;
  return is_number() && other.is_number() && number() == other.number();
}

const Json* Json::find(std::string_view name) const {
  for (const auto& member : members())
    if (member.first.view() == name) return &member.second;
  return nullptr;
}

Json& Json::operator[](std::string_view name) {
  if (is_null()) value_.emplace<Members>();
  auto& members = std::get<Members>(value_);
  for (auto& member : members)
    if (member.first.view() == name) return member.second;
  return members.emplace_back(JsonText(name), nullptr).second;
}

void Json::erase(std::string_view name) {
  std::erase_if(std::get<Members>(value_),
                [&](const auto& member) { return member.first.view() == name; });
}

void Json::reserve(std::size_t size) {
  if (auto* items = std::get_if<Items>(&value_)) items->reserve(size);
  if (auto* members = std::get_if<Members>(&value_)) members->reserve(size);
}

}  // namespace yokoten
