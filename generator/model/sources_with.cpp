#include "model/sources_with.h"

namespace yokoten {

std::vector<int> sources_with(const Publication& publication, const Indicator& indicator,
                              const std::string& measure) {
  std::vector<int> found;
  for (std::size_t at = 0; at < publication.sources.size(); ++at) {
    const Source& source = publication.sources[at];
    if (takes_from(indicator, source.id) && gives_measure(source, measure))
      found.push_back(static_cast<int>(at));
  }
  return found;
}

}  // namespace yokoten
