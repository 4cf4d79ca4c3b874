#include "protect/office_rows.h"

namespace yokoten {

void withhold_office_rows(Publication& publication) {
  for (Source& source : publication.sources)
    if (names_offices(source)) source.withheld = true;
  std::erase_if(publication.corrections, [&](const Correction& each) {
    const int source = publication.source(each.source);
    return source >= 0 && names_offices(publication.sources[static_cast<std::size_t>(source)]);
  });
}

}  // namespace yokoten
