#include "chart/spec/reading.h"

#include <algorithm>
#include <array>

#include "chart/spec/values.h"
#include "model/report.h"

namespace yokoten::chart {
namespace {

// JSON pointers write ~ as ~0 and / as ~1.
void append_pointer_part(std::string& out, std::string_view key) {
  if (std::ranges::none_of(key, [](char c) { return c == '~' || c == '/'; })) {
    out += key;
    return;
  }
  for (const char c : key) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
}

// Parts of Vega-Lite that people reach for and that are left out on purpose.
struct LeftOut {
  std::string_view name, ja, en;
};
constexpr std::array kLeftOut = std::to_array<LeftOut>({
    {"aggregate", "集計はしません。集計した値を渡してください",
     "nothing is aggregated here; pass the aggregated values"},
    {"bin", "区切りはしません。区切った値を渡してください",
     "nothing is binned here; pass the binned values"},
    {"timeUnit", "日付は丸めません。丸めた日付を渡してください",
     "dates are not rounded here; pass the rounded dates"},
    {"transform", "データの変換はしません。変換した値を渡してください",
     "data are not transformed here; pass the transformed values"},
    {"params", "操作による選択はありません", "there are no parameters and selections here"},
    {"selection", "操作による選択はありません", "there are no parameters and selections here"},
    {"expr", "式は使えません。値を書いてください",
     "expressions cannot stand here; write the value"},
    {"signal", "式は使えません。値を書いてください",
     "expressions cannot stand here; write the value"},
    {"url", "外からは読みません。values に値を書いてください",
     "nothing is fetched here; write the data in values"},
    {"hconcat", "図は一枚ずつ描きます。row か column で並べられます",
     "one chart at a time is drawn; row and column can repeat it"},
    {"vconcat", "図は一枚ずつ描きます。row か column で並べられます",
     "one chart at a time is drawn; row and column can repeat it"},
    {"concat", "図は一枚ずつ描きます。row か column で並べられます",
     "one chart at a time is drawn; row and column can repeat it"},
    {"facet", "row か column と書いてください", "say row or column"},
    {"repeat", "図は一枚ずつ描きます。row か column で並べられます",
     "one chart at a time is drawn; row and column can repeat it"},
});

}  // namespace

// Channels of a layer are asked one after the other: what is before them is written once.
const std::string& Reading::pointer() {
  pointer_.resize(written_ == 0 ? 0 : steps_[written_ - 1].end);
  for (; written_ < steps_.size(); ++written_) {
    Step& step = steps_[written_];
    pointer_ += '/';
    if (step.item)
      pointer_ += std::to_string(step.index);
    else
      append_pointer_part(pointer_, step.key);
    step.end = pointer_.size();
  }
  return pointer_;
}

std::string Reading::pointer_to(std::string_view key) {
  std::string text = pointer() + "/";
  append_pointer_part(text, key);
  return text;
}

void Reading::refuse(Message message) {
  if (!problem_) problem_ = SpecProblem{pointer(), std::move(message)};
}

void Reading::refuse_at(std::string_view key, Message message) {
  if (!problem_) problem_ = SpecProblem{pointer_to(key), std::move(message)};
}

void Reading::refuse_there(std::string pointer, Message message) {
  if (!problem_) problem_ = SpecProblem{std::move(pointer), std::move(message)};
}

bool is_object(Reading& reading, const Json& json) {
  if (!json.is_object()) refuse_value(reading, json, "{…}");
  return json.is_object();
}

void refuse_property(Reading& reading, std::string_view name, std::vector<std::string> known) {
  const std::string shown(name.substr(0, 60));
  for (const LeftOut& word : kLeftOut)
    if (word.name == name)
      return reading.refuse({"「" + shown + "」は使えません。" + std::string(word.ja),
                             "'" + shown + "' cannot be used: " + std::string(word.en)});
  Message message{"「" + shown + "」はここでは使えません", "'" + shown + "' cannot stand here"};
  message = with_nearest(std::move(message), shown, known);
  std::string words;
  for (const auto& word : known) words.append(words.empty() ? "" : ", ").append(word);
  message.ja += "（使えるもの: " + words + "）";
  message.en += " (allowed: " + words + ")";
  reading.refuse(std::move(message));
}

const Json* find(const Json& json, std::string_view key) { return json.find(key); }

}  // namespace yokoten::chart
