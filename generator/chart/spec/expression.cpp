#include <cctype>
#include <charconv>

#include "chart/spec/field.h"
#include "chart/spec/predicate.h"

namespace yokoten::chart {
namespace {

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

struct Sign {
  std::string_view text;
  Test test;
  bool negated;
  bool loose;
};
// Longer ones first: the first that fits is taken.
constexpr Sign kSigns[] = {{"===", Test::equal, false, false}, {"!==", Test::equal, true, false},
                           {"==", Test::equal, false, true},   {"!=", Test::equal, true, true},
                           {"<=", Test::lte, false, false},    {">=", Test::gte, false, false},
                           {"<", Test::lt, false, false},      {">", Test::gt, false, false}};

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  std::optional<std::vector<Predicate>> run() {
    std::vector<Predicate> all;
    do {
      Predicate next;
      if (!comparison(next)) return std::nullopt;
      all.push_back(std::move(next));
    } while (eat("&&"));
    skip_blanks();
    if (!rest_.empty()) return std::nullopt;
    return all;
  }

 private:
  void skip_blanks() {
    while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\t' || rest_[0] == '\n'))
      rest_.remove_prefix(1);
  }

  bool eat(std::string_view word) {
    skip_blanks();
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool comparison(Predicate& into) {
    const bool opposite = eat("!");
    if (eat("isValid")) return validity(into, opposite);
    if (opposite || !field(into.field)) return false;
    for (const Sign& sign : kSigns) {
      if (!eat(sign.text)) continue;
      into.test = sign.test;
      into.negated = sign.negated;
      into.loose = sign.loose;
      return operand(into);
    }
    return false;
  }

  // Vega's isValid: neither missing nor null nor NaN, which JSON cannot hold.
  bool validity(Predicate& into, bool opposite) {
    if (!eat("(") || !field(into.field) || !eat(")")) return false;
    into.test = Test::one_of;
    into.negated = !opposite;
    into.operands.push_back(nullptr);
    return add(into, Json(nullptr));
  }

  bool field(Field& into) {
    if (!eat("datum")) return false;
    while (!rest_.empty() && (rest_[0] == '.' || rest_[0] == '['))
      if (rest_[0] == '.' ? !dotted(into) : !bracketed(into)) return false;
    return !into.steps.empty();
  }

  bool dotted(Field& into) {
    rest_.remove_prefix(1);
    std::size_t end = 0;
    while (end < rest_.size() &&
           (is_letter(rest_[end]) ||
            (end > 0 && std::isdigit(static_cast<unsigned char>(rest_[end])) != 0)))
      ++end;
    return step(into, std::string(rest_.substr(0, end)), end);
  }

  bool bracketed(Field& into) {
    rest_.remove_prefix(1);
    const auto name = quoted();
    return name && eat("]") && step(into, *name, 0);
  }

  bool step(Field& into, const std::string& name, std::size_t used) {
    rest_.remove_prefix(used);
    if (name.empty()) return false;
    into.written += (into.written.empty() ? "" : ".") + name;
    into.steps.push_back(name);
    return true;
  }

  bool operand(Predicate& into) {
    if (auto text = quoted()) return add(into, Json(std::move(*text)));
    if (auto constant = named()) return add(into, std::move(*constant));
    skip_blanks();
    double value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const bool digits = !rest_.empty() && (rest_[0] == '-' || rest_[0] == '.' ||
                                           std::isdigit(static_cast<unsigned char>(rest_[0])) != 0);
    if (error != std::errc() || !digits) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return (rest_.empty() || !is_letter(rest_[0])) && add(into, Json(value));
  }

  std::optional<Json> named() {
    skip_blanks();
    for (const auto& [word, value] :
         {std::pair<std::string_view, Json>{"null", nullptr}, {"true", true}, {"false", false}}) {
      const bool longer = rest_.size() > word.size() && is_letter(rest_[word.size()]);
      if (!longer && eat(word)) return value;
    }
    return std::nullopt;
  }

  // A text in either kind of quotes; a backslash takes the next character as it is.
  std::optional<std::string> quoted() {
    skip_blanks();
    if (rest_.empty() || (rest_[0] != '\'' && rest_[0] != '"')) return std::nullopt;
    std::string text;
    for (std::size_t i = 1; i < rest_.size(); ++i) {
      if (rest_[i] == rest_[0]) {
        rest_.remove_prefix(i + 1);
        return text;
      }
      if (rest_[i] == '\\') {
        if (++i == rest_.size() || is_letter(rest_[i]) || rest_[i] == '\n') return std::nullopt;
      }
      text += rest_[i];
    }
    return std::nullopt;
  }

  static bool add(Predicate& into, Json value) {
    into.written.push_back(std::make_shared<const Json>(std::move(value)));
    into.operands.push_back(into.written.back().get());
    return true;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<std::vector<Predicate>> parse_expression(std::string_view text) {
  return Parser(text).run();
}

}  // namespace yokoten::chart
