#include "chart/spec/field.h"

#include <algorithm>

#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

// Reads a name from left to right, with Vega's states: what is collected so far stands in `step_`
// and from `begin_` on.
class Splitter {
 public:
  explicit Splitter(std::string_view name) : name_(name) {}

  std::optional<std::vector<std::string>> run() {
    for (; at_ < name_.size() && good_; ++at_) read(name_[at_]);
    if (!good_ || bracket_ != kOutside || quote_ != 0) return std::nullopt;
    if (at_ > begin_) end_step();
    if (steps_.empty()) return std::nullopt;
    return std::move(steps_);
  }

 private:
  static constexpr std::size_t kOutside = 0;                      ///< not in a bracket
  static constexpr std::size_t kQuoted = std::string_view::npos;  ///< in one, after its quotes

  void read(char c) {
    if (c == '\\')
      escape();
    else if (quote_ != 0)
      c == quote_ ? close_quote() : void();
    else if (begin_ == bracket_ && (c == '"' || c == '\''))
      open_quote(c);
    else if (c == '.' && bracket_ == kOutside)
      at_ > begin_ ? end_step() : skip();
    else if (c == '[')
      open_bracket();
    else if (c == ']')
      close_bracket();
  }

  void escape() {
    step_ += name_.substr(begin_, at_ - begin_);
    begin_ = ++at_;
  }

  void open_quote(char c) {
    skip();
    quote_ = c;
  }

  void close_quote() {
    end_step();
    quote_ = 0;
    bracket_ = kQuoted;
  }

  void open_bracket() {
    if (at_ > begin_) end_step();
    skip();
    bracket_ = begin_;
  }

  void close_bracket() {
    good_ = bracket_ != kOutside;
    if (good_ && bracket_ != kQuoted) end_step();
    bracket_ = kOutside;
    skip();
  }

  void skip() { begin_ = at_ + 1; }

  void end_step() {
    if (begin_ < at_ && begin_ < name_.size()) step_ += name_.substr(begin_, at_ - begin_);
    steps_.push_back(std::move(step_));
    step_.clear();
    skip();
  }

  std::string_view name_;
  std::size_t at_ = 0, begin_ = 0, bracket_ = kOutside;
  std::vector<std::string> steps_;
  std::string step_;
  char quote_ = 0;
  bool good_ = true;
};

bool is_one_step(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  });
}

}  // namespace

std::optional<std::vector<std::string>> field_steps(std::string_view name) {
  if (is_one_step(name)) return std::vector<std::string>(1, std::string(name));
  return Splitter(name).run();
}

void take_field(Reading& reading, const Json& json, Field& into) {
  if (json.is_string() && is_one_step(json.text())) {
    into.written = json.text();
    into.steps.assign(1, into.written);
    return;
  }
  auto steps = json.is_string() ? field_steps(json.text()) : std::nullopt;
  if (!steps) return refuse_value(reading, json, "name of a field");
  into.written = json.text();
  into.steps = std::move(*steps);
}

}  // namespace yokoten::chart
