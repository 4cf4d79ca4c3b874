#include "read/estat_classes.h"

#include <algorithm>

namespace yokoten {
namespace {

constexpr std::string_view kResult = "/GET_STATS_DATA/RESULT/";
constexpr std::string_view kExtent = "/GET_STATS_DATA/STATISTICAL_DATA/RESULT_INF/";
constexpr std::string_view kClasses = "/GET_STATS_DATA/STATISTICAL_DATA/CLASS_INF/CLASS_OBJ";

/// Takes `word` from the front of a pointer.
bool eat(std::string_view& pointer, std::string_view word) {
  if (!pointer.starts_with(word)) return false;
  pointer.remove_prefix(word.size());
  return true;
}

// The number of an item, with its slash; where there is one thing only, e-Stat writes an object in
// place of an array of one, and this is empty.
std::string_view eat_item(std::string_view& pointer) {
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  const std::string_view item = pointer.substr(0, end);
  if (item.size() < 2 || item.find_first_not_of("0123456789", 1) != std::string_view::npos)
    return {};
  pointer.remove_prefix(end);
  return item;
}

}  // namespace

bool EstatClasses::take(std::string_view pointer, std::string_view text) {
  if (eat(pointer, kClasses)) {
    take_class(pointer, text);
    return true;
  }
  if (eat(pointer, kExtent)) {
    if (pointer == "TOTAL_NUMBER") total_number = text;
    if (pointer == "NEXT_KEY") next_key = text;
    return false;
  }
  if (!eat(pointer, kResult)) return false;
  if (pointer == "STATUS") status = text;
  if (pointer == "ERROR_MSG") message = text;
  return false;
}

void EstatClasses::take_class(std::string_view below, std::string_view text) {
  const std::string_view object = eat_item(below);
  if (axes_.empty() || object != object_) {
    close_code();
    axes_.emplace_back();
    object_ = object;
  }
  if (below == "/@id") axes_.back().member = '@' + std::string(text);
  if (below == "/@name") axes_.back().name = text;
  if (!eat(below, "/CLASS")) return;
  const std::string_view item = eat_item(below);
  if (item != code_place_) close_code();
  code_place_ = item;
  take_code(below, text);
}

void EstatClasses::take_code(std::string_view member, std::string_view text) {
  if (member == "/@code") code_ = text;
  if (member == "/@name") label_ = text;
}

void EstatClasses::close_code() {
  if (!code_.empty()) axes_.back().labels[code_] = label_;
  code_.clear();
  label_.clear();
}

const EstatAxis* EstatClasses::axis(std::string_view member) {
  if (!axes_.empty()) close_code();
  const auto found = std::find_if(axes_.begin(), axes_.end(),
                                  [&](const EstatAxis& each) { return each.member == member; });
  return found == axes_.end() ? nullptr : &*found;
}

}  // namespace yokoten
