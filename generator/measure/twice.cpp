#include "measure/twice.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

std::string text(const Place& place) {
  if (place.row == 0) return place.file;
  return fmt::format("{}:{}:{}", place.file, place.row, place.column);
}

}  // namespace

Finding figure_twice(const std::string& area, const std::string& what, const Place& first,
                     const Place& second) {
  return {
      second,
      Level::error,
      "observation.twice",
      {fmt::format("{}の「{}」に値が2つあります（{} と {}）。指標の sources で1つに絞ってください",
                   area, what, text(first), text(second)),
       fmt::format("{} has two figures for {} ({} and {}); choose one under the indicator's "
                   "sources",
                   area, what, text(first), text(second))}};
}

}  // namespace yokoten
