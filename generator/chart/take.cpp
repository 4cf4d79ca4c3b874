#include "chart/take.h"

#include <cmath>

namespace yokoten {
namespace {

// A value as it is quoted in a message: long ones are cut.
std::string shown(const Json& json) {
  std::string text = json.dump(-1, ' ', true, Json::error_handler_t::replace);
  return text.size() > 60 ? text.substr(0, 57) + "..." : text;
}

// JSON pointers write ~ as ~0 and / as ~1.
void append_escaped(std::string& out, std::string_view key) {
  for (const char c : key) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
}

}  // namespace

std::string Reading::pointer() const {
  std::string text;
  for (const Step& step : steps_) {
    text += '/';
    if (step.key.empty())
      text += std::to_string(step.index);
    else
      append_escaped(text, step.key);
  }
  return text;
}

void Reading::refuse(Message message) {
  if (!problem_) problem_ = SpecProblem{pointer(), std::move(message)};
}

void Reading::refuse_at(std::string_view key, Message message) {
  enter(key);
  refuse(std::move(message));
  leave();
}

bool is_object(Reading& reading, const Json& json) {
  if (!json.is_object()) refuse_value(reading, json, "{…}");
  return json.is_object();
}

void refuse_property(Reading& reading, std::string_view key) {
  const std::string name(key);
  reading.refuse({"「" + name + "」はこの図の部分集合にない項目です。取り除いてください",
                  "'" + name + "' is outside the subset of Vega-Lite drawn here; remove it"});
}

void refuse_value(Reading& reading, const Json& json, std::string_view allowed) {
  const std::string words(allowed);
  reading.refuse({shown(json) + " は使えません。使える値: " + words,
                  shown(json) + " cannot stand here; allowed: " + words});
}

void take_number(Reading& reading, const Json& json, double& into) {
  if (json.is_number() && std::isfinite(json.get<double>()))
    into = json.get<double>();
  else
    refuse_value(reading, json, "number");
}

void take_bool(Reading& reading, const Json& json, bool& into) {
  if (json.is_boolean())
    into = json.get<bool>();
  else
    refuse_value(reading, json, "true, false");
}

void take_text(Reading& reading, const Json& json, std::string& into) {
  if (json.is_string())
    into = json.get_ref<const std::string&>();
  else
    refuse_value(reading, json, "string");
}

void take_ink(Reading& reading, const Json& json, Ink& into) {
  const auto ink =
      json.is_string() ? ink_of(json.get_ref<const std::string&>()) : std::optional<Ink>();
  if (ink)
    into = *ink;
  else
    refuse_value(reading, json, palette_words());
}

std::string joined(const std::string_view* words, std::size_t count) {
  std::string line;
  for (std::size_t i = 0; i < count; ++i) line.append(i > 0 ? ", " : "").append(words[i]);
  return line;
}

void take_word(Reading& reading, const Json& json, std::string_view word) {
  if (!json.is_string() || json.get_ref<const std::string&>() != word)
    refuse_value(reading, json, word);
}

}  // namespace yokoten
