#include "read/target.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "base/text.h"
#include "model/cell_number.h"

namespace yokoten {
namespace {

std::optional<Decimal> number(std::string_view text) {
  const auto read = read_number(text, Source{});
  return read ? read->value : std::nullopt;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::string_view without_percent(std::string_view text) {
  for (const std::string_view sign : {"%", "％"})
    if (text.ends_with(sign)) text.remove_suffix(sign.size());
  return text;
}

// `90以上` or `全産業平均以上`: a bound when a number stands before, else a relation. Two bounds in
// one (`50以上60以下`) are neither.
std::optional<Target> bounded(std::string_view text, Target::Kind bound) {
  constexpr std::size_t ending = std::string_view("以上").size();
  text.remove_suffix(ending);
  if (trimmed_text(text).empty() || contains_any(text, {"以上", "以下"})) return std::nullopt;
  Target target;
  target.number = number(without_percent(text));
  target.kind = target.number ? bound : Target::Kind::relation;
  return target;
}

std::optional<Target> read_kind(std::string_view text) {
  Target target;
  if (text.empty() || text == "—" || text == "-" || text == "－" || text == "―") return target;
  if (text.ends_with("以上")) return bounded(text, Target::Kind::at_least);
  if (text.ends_with("以下")) return bounded(text, Target::Kind::at_most);
  target.number = number(without_percent(text));
  if (target.number)
    target.kind = Target::Kind::number;
  else if (contains_any(text, {"設定"}))
    target.kind = Target::Kind::to_be_set;
  else if (contains_any(text, {"増加", "減少", "維持"}))
    target.kind = Target::Kind::direction;
  else
    return std::nullopt;
  return target;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  auto target = read_kind(trimmed_text(text));
  if (target) target->text = trimmed_text(text);
  return target;
}

}  // namespace yokoten
