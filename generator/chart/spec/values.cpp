#include "chart/spec/values.h"

#include <fmt/format.h>

#include <cmath>

#include "chart/scale/formats.h"
#include "chart/scale/schemes.h"
#include "chart/spec/date_time.h"
#include "model/report.h"

namespace yokoten::chart {
namespace {

std::string joined(Words words) {
  std::string line;
  for (const auto word : words) line.append(line.empty() ? "" : ", ").append(word);
  return line;
}

std::string limits_text(double low, double high) {
  if (std::isinf(low)) return "number";
  if (std::isinf(high)) return fmt::format("number >= {}", low);
  return fmt::format("number, {} to {}", low, high);
}

// Colours as Vega-Lite's schema has them: names and functions in small letters, without blanks.
bool is_plain_colour(std::string_view css) {
  if (css.empty() || css.front() == ' ' || css.back() == ' ' || !is_colour(css)) return false;
  return css.front() == '#' || is_small(css);
}

}  // namespace

bool is_small(std::string_view text) {
  for (const char c : text)
    if ((c >= 'A' && c <= 'Z') || c == '\t' || c == '\n' || c == '\r') return false;
  return true;
}

std::string shown(const Json& json) {
  if (json.is_object()) return "{…}";
  if (json.is_array()) return "[…]";
  std::string text = json.dump();
  if (text.size() <= 60) return text;
  std::size_t end = 57;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

void refuse_value(Reading& reading, const Json& json, std::string_view allowed) {
  reading.refuse({fmt::format("{} は使えません。使える値: {}", shown(json), allowed),
                  fmt::format("{} cannot stand here; allowed: {}", shown(json), allowed)});
}

void refuse_word(Reading& reading, const Json& json, Words words) {
  const std::string all = joined(words);
  Message message{fmt::format("{} は使えません。使える値: {}", shown(json), all),
                  fmt::format("{} cannot stand here; allowed: {}", shown(json), all)};
  if (json.is_string() && words.size() > 3)
    message =
        with_nearest(std::move(message), json.text().substr(0, 60), {words.begin(), words.end()});
  reading.refuse(std::move(message));
}

void take_number(Reading& reading, const Json& json, Number& into, double low, double high) {
  const double value = json.is_number() ? json.number() : std::nan("");
  if (std::isfinite(value) && value >= low && value <= high)
    into = value;
  else
    refuse_value(reading, json, limits_text(low, high));
}

void take_flag(Reading& reading, const Json& json, Flag& into) {
  if (json.is_boolean())
    into = json.truth();
  else
    refuse_value(reading, json, "true, false");
}

void take_text(Reading& reading, const Json& json, std::string& into) {
  if (json.is_string())
    into = json.text();
  else
    refuse_value(reading, json, "string");
}

void take_paint(Reading& reading, const Json& json, Paint& into, bool null_allowed) {
  if (json.is_null() && null_allowed) {
    into = "none";
  } else if (json.is_string() && is_plain_colour(json.text())) {
    into = json.text();
  } else {
    refuse_value(
        reading, json,
        null_allowed ? "#rrggbb, rgb(…), colour name, null" : "#rrggbb, rgb(…), colour name");
  }
}

void take_dashes(Reading& reading, const Json& json, Dashes& into) {
  into.emplace();
  const bool array = take_items(reading, json, [&](const Json& item) {
    Number value;
    take_number(reading, item, value, 0);
    into->push_back(value.value_or(0));
  });
  if (!array) refuse_value(reading, json, "[number, …]");
}

void take_weight(Reading& reading, const Json& json, Text& into) {
  into.reset();
  if (json == "normal" || json == "bold") into = json.text();
  for (int hundreds = 100; hundreds <= 900 && json.is_number(); hundreds += 100)
    if (json == hundreds) into = std::to_string(hundreds);
  if (!into) refuse_value(reading, json, "\"normal\", \"bold\", 100, 200, … 900");
}

void take_lines(Reading& reading, const Json& json, std::vector<std::string>& into) {
  into.clear();
  if (json.is_string()) {
    into.emplace_back(json.text());
    return;
  }
  const bool array = take_items(
      reading, json, [&](const Json& item) { take_text(reading, item, into.emplace_back()); });
  if (!array) refuse_value(reading, json, "string, [string, …]");
}

void take_title(Reading& reading, const Json& json, Text& title, bool& null) {
  title.reset();
  null = json.is_null();
  if (json.is_string())
    title = json.text();
  else if (!null)
    refuse_value(reading, json, "string, null");
}

std::optional<std::size_t> take_word(Reading& reading, const Json& json, Words words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (json.is_string() && json.text() == words[i]) return i;
  refuse_word(reading, json, words);
  return std::nullopt;
}

void take_values(Reading& reading, const Json& json, std::vector<const Json*>& into) {
  into.clear();
  const bool array = take_items(reading, json, [&](const Json& item) {
    const Json& first = json[0];
    if (!item.is_like(first) || item.is_null() || item.is_array())
      return refuse_value(reading, item, "numbers, or strings, or booleans, or dates {year, …}");
    if (item.is_object()) check_date_time(reading, item);
    into.push_back(&item);
  });
  if (!array) refuse_value(reading, json, "[…]");
}

void check_format(Reading& reading, std::string_view format, bool time) {
  if (time ? is_time_format(format) : is_number_format(format)) return;
  const std::string name(format.substr(0, 60));
  if (time)
    reading.refuse({"「" + name + "」は日時の書式（d3-time-format）ではありません。例: %Y年%-m月",
                    "'" + name + "' is no format for times (d3-time-format); e.g. %Y-%m"});
  else
    reading.refuse({"「" + name + "」は数の書式（d3-format）ではありません。例: ,.1f",
                    "'" + name + "' is no format for numbers (d3-format); e.g. ,.1f"});
}

}  // namespace yokoten::chart
