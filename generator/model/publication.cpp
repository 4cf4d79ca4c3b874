#include "model/publication.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace yokoten {
namespace {

template <typename Item>
int position(const std::vector<Item>& items, const std::string& id) {
  for (std::size_t at = 0; at < items.size(); ++at)
    if (items[at].id == id) return static_cast<int>(at);
  return -1;
}

}  // namespace

Place place_in_front(const PageText& page, int line, int bytes) {
  std::string_view rest = page.front;
  for (int at = 0; at < line && !rest.empty(); ++at)
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  const std::string_view before = rest.substr(0, static_cast<std::size_t>(std::max(bytes, 0)));
  return {page.file, page.front_row + std::max(line, 0), letters_in(before) + 1};
}

int Publication::source(const std::string& id) const { return position(sources, id); }

int Publication::indicator(const std::string& id) const { return position(indicators, id); }

bool adds_up(const Publication& publication, const std::string& measure) {
  bool taken = false;
  for (const Indicator& each : publication.indicators) {
    if (each.numerator.measure != measure && each.denominator.measure != measure) continue;
    if (each.adds_up) return true;
    taken = true;
  }
  return !taken;
}

const Boundaries* Publication::boundaries_of(int source) const {
  for (const Boundaries& each : boundaries)
    if (each.source == source) return &each;
  return nullptr;
}

}  // namespace yokoten
