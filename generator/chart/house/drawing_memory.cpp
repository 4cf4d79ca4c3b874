#include "chart/house/drawing_memory.h"

#include <algorithm>

#include "chart/house/draw.h"

namespace yokoten::chart {
namespace {

constexpr std::size_t most = 48;  // the charts of some pages, of two threads and languages

}  // namespace

std::shared_ptr<const DrawingMemory::Drawn> DrawingMemory::remembered(const ChartRequest& request) {
  const std::lock_guard lock(guard_);
  const auto at = std::find_if(drawn_.begin(), drawn_.end(),
                               [&](const auto& each) { return each->request == request; });
  if (at == drawn_.end()) return nullptr;
  std::rotate(drawn_.begin(), at, at + 1);
  return drawn_.front();
}

Drawing DrawingMemory::drawing(const ChartRequest& request) {
  // The way of an area stands on its own page alone, but for few.
  if (request.kind == ChartKind::trend) return draw(request);
  if (const auto known = remembered(request)) return known->drawing;
  const auto made = std::make_shared<const Drawn>(Drawn{request, draw(request)});
  const std::lock_guard lock(guard_);
  drawn_.push_front(made);
  if (drawn_.size() > most) drawn_.pop_back();
  return made->drawing;
}

Draw remembering_draw() {
  const auto memory = std::make_shared<DrawingMemory>();
  return [memory](const ChartRequest& request) { return memory->drawing(request); };
}

}  // namespace yokoten::chart
