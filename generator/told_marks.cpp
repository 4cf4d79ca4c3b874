#include "told_marks.h"

#include "model/figure_marks.h"
#include "page/raw_rows.h"

namespace yokoten {
namespace {

/// Takes what is told, one after another.
class ToldMarks {
 public:
  template <typename Number>
  requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void add(Number number) { marks_.add(static_cast<std::uint64_t>(number)); }
  void add(const std::string& text) { marks_.add(std::hash<std::string>()(text)); }
  void add(const std::optional<Decimal>& number) {
    add(number ? to_text(*number) : std::string("none"));
  }
  void add(const SaidFigure& said) {
    add(said.value);
    add(said.lower);
    add(said.missing);
  }
  std::uint64_t mark() const { return marks_.mark(); }

 private:
  Marks marks_;
};

std::uint64_t mark_of(const Finding& finding, int area) {
  ToldMarks marks;
  marks.add(finding.place.file);
  marks.add(finding.place.row);
  marks.add(finding.place.column);
  marks.add(finding.level);
  marks.add(finding.code);
  marks.add(finding.message.ja);
  marks.add(finding.message.en);
  marks.add(area);
  return marks.mark();
}

void add_changes(ToldMarks& marks, const ReleaseChanges& release) {
  marks.add(release.figures);
  marks.add(release.gone);
  for (const auto& [indicator, count] : release.added) {
    marks.add(indicator);
    marks.add(count);
  }
  for (const FigureChange& each : release.changed) {
    marks.add(each.indicator);
    marks.add(each.area);
    marks.add(each.period);
    marks.add(each.breakdown);
    marks.add(each.before);
    marks.add(each.after);
  }
}

}  // namespace

std::vector<std::uint64_t> finding_marks(const Book& book) {
  std::vector<Marks> marks(static_cast<std::size_t>(book.areas.size()));
  const auto at = [&](int area) -> Marks& { return marks[static_cast<std::size_t>(area)]; };
  for (const Finding& each : book.findings.all()) {
    const int area = area_of(book, each);
    const std::uint64_t mark = mark_of(each, area);
    at(Areas::nation).add(mark);
    if (area == Areas::none || area == Areas::nation) continue;
    at(area).add(mark);
    if (const int parent = book.areas.at(area).parent; parent > Areas::nation) at(parent).add(mark);
  }
  std::vector<std::uint64_t> numbers;
  for (const Marks& each : marks) numbers.push_back(each.mark());
  return numbers;
}

std::uint64_t release_mark(const ReleaseHistory& history) {
  ToldMarks marks;
  for (const ReleaseChanges& each : history.releases()) add_changes(marks, each);
  return marks.mark();
}

}  // namespace yokoten
