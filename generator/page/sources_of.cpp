#include "page/sources_of.h"

#include <algorithm>

#include "base/lists.h"

namespace yokoten {
namespace {}  // namespace

std::vector<int> sources_of(const Book& book, int indicator) {
  const Indicator& at = book.indicator(indicator);
  std::vector<int> found;
  if (at.kind == IndicatorKind::share_of_areas) {
    const int condition = book.publication.indicator(at.condition_indicator);
    if (condition >= 0 && condition != indicator) found = sources_of(book, condition);
  }
  for (int id = 0; id < static_cast<int>(book.publication.sources.size()); ++id) {
    const Source& source = book.source(id);
    if (takes_from(at, source.id) && (gives_measure(source, at.numerator.measure) ||
                                      gives_measure(source, at.denominator.measure)))
      add_new(found, id);
  }
  if (at.row && at.row->origin.source >= 0) add_new(found, at.row->origin.source);
  return found;
}

std::string publisher_text(const Book& book, const Figure& figure) {
  const std::string own = source_text(book, figure);
  const std::vector<int> sources =
      own.empty() ? sources_of(book, figure.indicator) : std::vector<int>();
  return sources.empty() ? own : book.source(sources.front()).publisher;
}

}  // namespace yokoten
