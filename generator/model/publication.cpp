#include "model/publication.h"

namespace yokoten {
namespace {

template <typename Item>
int position(const std::vector<Item>& items, const std::string& id) {
  for (std::size_t at = 0; at < items.size(); ++at)
    if (items[at].id == id) return static_cast<int>(at);
  return -1;
}

}  // namespace

int Publication::source(const std::string& id) const { return position(sources, id); }

int Publication::indicator(const std::string& id) const { return position(indicators, id); }

const Boundaries* Publication::boundaries_of(int source) const {
  for (const Boundaries& each : boundaries)
    if (each.source == source) return &each;
  return nullptr;
}

}  // namespace yokoten
