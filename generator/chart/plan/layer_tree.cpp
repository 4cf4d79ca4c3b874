#include "chart/plan/layer_tree.h"

#include <charconv>

namespace yokoten::chart {

namespace {

std::vector<std::size_t> numbers_in(const std::string& pointer) {
  std::vector<std::size_t> numbers;
  const char* end = pointer.data() + pointer.size();
  for (std::size_t at = pointer.find("/layer/"); at != std::string::npos;
       at = pointer.find("/layer/", at + 1)) {
    std::size_t number = 0;
    std::from_chars(pointer.data() + at + 7, end, number);
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

std::vector<PlacedUnit> placed(const std::vector<Unit>& units) {
  std::vector<PlacedUnit> list;
  list.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    PlacedUnit one{&units[i], numbers_in(units[i].layer->pointer)};
    if (units[i].overlay)
      one.path.push_back(list.back().path.back() + 1);
    else if (i + 1 < units.size() && units[i + 1].overlay)
      one.path.push_back(0);
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace yokoten::chart
