#include <doctest/doctest.h>

#include "chart/house/drawing_memory.h"

using namespace yokoten;

namespace {

ChartRequest bars(double value) {
  ChartRequest request;
  request.id = "ranking-rate";
  request.title = "申請率";
  request.unit = "%";
  request.data = {{.name = "鳥取県", .value = value, .label = std::to_string(value)},
                  {.name = "島根県", .value = 2.5, .label = "2.5"},
                  {.name = "岡山県", .value = 3.5, .label = "3.5"},
                  {.name = "広島県", .value = 4.5, .label = "4.5"},
                  {.name = "山口県", .value = 5.5, .label = "5.5"}};
  return request;
}

}  // namespace

TEST_CASE("what was drawn before is the same when it is asked for again") {
  chart::DrawingMemory memory;
  const Drawing first = memory.drawing(bars(24.7));
  memory.drawing(bars(30));
  CHECK(memory.drawing(bars(24.7)).svg == first.svg);
  CHECK(memory.drawing(bars(24.7)).spec == first.spec);
}

TEST_CASE("a request that differs in one value is drawn by itself") {
  chart::DrawingMemory memory;
  CHECK(memory.drawing(bars(24.7)).svg != memory.drawing(bars(24.8)).svg);
}

TEST_CASE("a memory that is full still draws right") {
  chart::DrawingMemory memory;
  const Drawing first = memory.drawing(bars(0));
  for (int value = 1; value < 100; ++value) memory.drawing(bars(value));
  CHECK(memory.drawing(bars(0)).svg == first.svg);
}
