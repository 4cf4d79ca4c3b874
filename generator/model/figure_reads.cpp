#include "model/figure_reads.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "model/observation_number.h"

namespace yokoten {
namespace {

// In the order of the two numbers, as neither is below 0. Pages look up hundreds.
constexpr auto one_number = [](const ReadSeries& series) {
  return static_cast<std::uint64_t>(series.indicator) << 32U |
         static_cast<std::uint32_t>(series.area);
};

template <typename One>
void keep_each_once(std::vector<One>& all) {
  if constexpr (std::is_same_v<One, ReadSeries>)
    std::ranges::sort(all, {}, one_number);
  else
    std::ranges::sort(all);
  const auto rest = std::ranges::unique(all);
  all.erase(rest.begin(), rest.end());
}

}  // namespace

void FigureReads::settle() {
  keep_each_once(series);
  keep_each_once(exact);
  keep_each_once(comparisons);
  keep_each_once(ranks);
  keep_each_once(lists);
  keep_each_once(tables);
  keep_each_once(sources);
  keep_each_once(findings);
}

NotedReads::NotedReads(FigureReads* into)
    : before_(std::exchange(read_notes::here, into)),
      numbers_before_(std::exchange(notes_numbers, into != nullptr)) {}

NotedReads::~NotedReads() {
  read_notes::here = before_;
  notes_numbers = numbers_before_;
}

}  // namespace yokoten
