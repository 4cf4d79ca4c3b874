#include "model/figure_reads.h"

#include <doctest/doctest.h>

#include "model/cube.h"
#include "model/figure_marks.h"
#include "model/table.h"

namespace yokoten {
namespace {

Observation seen(int area, std::int64_t numerator) {
  Observation made;
  made.area = area;
  made.numerator = Decimal{numerator, 0};
  made.denominator = Decimal{1000, 0};
  made.value = Decimal{numerator * 100, 3};
  return made;
}

Indicator rate() {
  Indicator made;
  made.kind = IndicatorKind::ratio;
  made.unit = "%";
  made.decimals = 0;
  return made;
}

std::uint64_t shown_mark(const Observation& of) {
  Marks marks;
  marks.add_shown(rate(), of);
  return marks.mark();
}

std::uint64_t exact_mark(const Observation& of) {
  Marks marks;
  marks.add(of);
  return marks.mark();
}

}  // namespace

TEST_CASE("series that are looked up are noted once, whatever way they are looked up") {
  Cube cube;
  cube.add(seen(3, 100));
  cube.sort();
  FigureReads reads;
  {
    const NotedReads noted(&reads);
    CHECK(cube.find(0, 3, 0) != nullptr);
    CHECK(cube.latest(0, 3) != nullptr);
    CHECK(cube.series(0, 5).empty());
    CHECK(cube.of_area(0, 3).size() == 1);
  }
  CHECK(cube.find(0, 4, 0) == nullptr);  // nobody notes any more
  reads.settle();
  CHECK(reads.series == std::vector<ReadSeries>{{0, 3}, {0, 5}});
  CHECK_FALSE(reads.more);
}

TEST_CASE("who goes through all figures has looked up more than is noted") {
  const Cube cube;
  FigureReads reads;
  const NotedReads noted(&reads);
  CHECK(cube.all().empty());
  CHECK(reads.more);
}

TEST_CASE("a number that is taken out of a figure is noted, and what holds for it is not") {
  Cube cube;
  cube.add(seen(3, 100));
  const FoundObservation one = cube.find(0, 3, 0);
  FigureReads reads;
  const NotedReads noted(&reads);
  CHECK(one->value.has_value());
  CHECK(reads.exact.empty());
  CHECK(one->numerator->mantissa == 100);
  CHECK(reads.exact == std::vector<ReadSeries>{{0, 3}});
  CHECK_FALSE(reads.more);
}

TEST_CASE(
    "a number of a figure that no cube holds is more than is noted, unless a release has it") {
  Observation one = seen(3, 100);
  FigureReads reads;
  const NotedReads noted(&reads);
  one.kept_in = KeptIn::release;
  CHECK(one.numerator->mantissa == 100);
  CHECK_FALSE(reads.more);
  one.kept_in = KeptIn::nothing;
  CHECK(one.numerator->mantissa == 100);
  CHECK(reads.more);
  CHECK(reads.exact.empty());
}

TEST_CASE("cells that are looked up name their table") {
  Table table("raw/a.csv", {"a"});
  table.add_row({"1"}, 2);
  FigureReads reads;
  const NotedReads noted(&reads);
  CHECK(table.cell(0, 0) == "1");
  CHECK(reads.tables == std::vector<const Table*>{&table});
}

TEST_CASE("notes within notes are kept apart") {
  const Cube cube;
  FigureReads outer, inner;
  const NotedReads noted(&outer);
  {
    const NotedReads by_nobody(nullptr);
    CHECK(cube.find(0, 1, 0) == nullptr);
    const NotedReads by_inner(&inner);
    CHECK(cube.find(0, 2, 0) == nullptr);
  }
  CHECK(cube.find(0, 3, 0) == nullptr);
  CHECK(outer.series == std::vector<ReadSeries>{{0, 3}});
  CHECK(inner.series == std::vector<ReadSeries>{{0, 2}});
}

TEST_CASE(
    "a figure whose parts are others is shown the same as long as it is rounded to the same") {
  CHECK(shown_mark(seen(3, 100)) == shown_mark(seen(3, 101)));
  CHECK(shown_mark(seen(3, 100)) != shown_mark(seen(3, 110)));
  CHECK(exact_mark(seen(3, 100)) != exact_mark(seen(3, 101)));
}

TEST_CASE("a figure of which something else holds is shown otherwise") {
  const Observation plain = seen(3, 100);
  Observation other = plain;
  other.flags = provisional;
  CHECK(shown_mark(plain) != shown_mark(other));
  other = plain;
  other.numerator_origin.row = 7;
  CHECK(shown_mark(plain) != shown_mark(other));
  other = plain;
  other.upper = Decimal{1, 0};
  CHECK(shown_mark(plain) != shown_mark(other));
  CHECK(shown_mark(seen(3, 0)) != shown_mark(seen(3, 1)));  // 0 is no small number
}

}  // namespace yokoten
