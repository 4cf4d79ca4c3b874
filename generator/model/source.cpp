#include "model/source.h"

#include <algorithm>

namespace yokoten {

bool gives_measure(const Source& source, const std::string& measure) {
  if (source.kind == SourceKind::list && measure == "listed") return true;
  if (source.kind != SourceKind::figures && source.kind != SourceKind::list) return false;
  const auto named = [&](const auto& each) { return each.first == measure; };
  return std::any_of(source.measures.begin(), source.measures.end(), named) ||
         std::any_of(source.unpivots.begin(), source.unpivots.end(),
                     [&](const Unpivot& each) { return each.measure == measure; });
}

}  // namespace yokoten
