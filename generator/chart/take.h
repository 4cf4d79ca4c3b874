#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/spec.h"

namespace yokoten {

/// Where the reading stands and the first thing that was wrong. After a problem everything else is
/// read on but changes nothing that matters: the specification is refused.
class Reading {
 public:
  bool failed() const { return problem_.has_value(); }
  const SpecProblem& problem() const { return *problem_; }
  void refuse(Message message);
  void refuse_at(std::string_view key, Message message);
  void enter(std::string_view key) { steps_.push_back({key, 0}); }
  void enter(std::size_t index) { steps_.push_back({{}, index}); }
  void leave() { steps_.pop_back(); }

 private:
  struct Step {
    std::string_view key;  ///< empty for an item of an array
    std::size_t index;
  };
  std::string pointer() const;
  std::vector<Step> steps_;
  std::optional<SpecProblem> problem_;
};

/// A property by its name and the function that reads it.
template <class Into>
struct Property {
  std::string_view name;
  void (*take)(Reading&, const Json&, Into&);
};

bool is_object(Reading& reading, const Json& json);
void refuse_property(Reading& reading, std::string_view key);

/// Reads every property of an object by the table; one that the table does not know is refused.
template <class Into, std::size_t N>
void take_object(Reading& reading, const Json& json, Into& into, const Property<Into> (&table)[N]) {
  if (!is_object(reading, json)) return;
  for (auto item = json.begin(); item != json.end() && !reading.failed(); ++item) {
    const Property<Into>* found = nullptr;
    for (const auto& property : table)
      if (property.name == item.key()) found = &property;
    reading.enter(item.key());
    if (found)
      found->take(reading, item.value(), into);
    else
      refuse_property(reading, item.key());
    reading.leave();
  }
}

void take_number(Reading& reading, const Json& json, double& into);
void take_bool(Reading& reading, const Json& json, bool& into);
void take_text(Reading& reading, const Json& json, std::string& into);
void take_ink(Reading& reading, const Json& json, Ink& into);

/// The only value allowed here is `word`.
void take_word(Reading& reading, const Json& json, std::string_view word);

/// Refuses because the value is none of `allowed`.
void refuse_value(Reading& reading, const Json& json, std::string_view allowed);

/// The words of a choice in one line, for messages.
std::string joined(const std::string_view* words, std::size_t count);

/// The place of a text in `words`, refusing one that is not there.
template <class Enum, std::size_t N>
void take_choice(Reading& reading, const Json& json, const std::string_view (&words)[N],
                 Enum& into) {
  for (std::size_t i = 0; i < N; ++i) {
    if (!json.is_string() || json.get_ref<const std::string&>() != words[i]) continue;
    into = static_cast<Enum>(i);
    return;
  }
  refuse_value(reading, json, joined(words, N));
}

}  // namespace yokoten
