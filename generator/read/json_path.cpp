#include "read/json_path.h"

#include <algorithm>

namespace yokoten {
namespace {

std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    std::string step;
    for (std::size_t at = 0; at < end; ++at) {
      const bool escape = pointer[at] == '~' && at + 1 < end;
      step += escape ? (pointer[at + 1] == '0' ? '~' : '/') : pointer[at];
      at += escape ? 1 : 0;
    }
    steps.push_back(step);
    pointer.remove_prefix(end);
  }
  return steps;
}

}  // namespace

std::string escaped_step(std::string_view step) {
  std::string out;
  for (const char c : step) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return out;
}

JsonPath::JsonPath(std::string_view target) : target_(steps_of(target)) {}

bool JsonPath::leads_on() const {
  if (levels_.empty()) return true;
  const Level& level = levels_.back();
  if (!level.on_way || levels_.size() > target_.size()) return false;
  const std::string& step = target_[levels_.size() - 1];
  return level.object ? level.key == step : std::to_string(level.index) == step;
}

std::string JsonPath::pointer(std::size_t depth) const {
  std::string pointer;
  for (const Level& level : levels_) {
    if (depth-- == 0) break;
    pointer += '/' + (level.object ? escaped_step(level.key) : std::to_string(level.index));
  }
  return pointer;
}

}  // namespace yokoten
