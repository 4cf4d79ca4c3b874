#include "model/source.h"

#include <fmt/format.h>

#include <algorithm>

namespace yokoten {

std::vector<std::string> parameter_lines(const SourceQuery& query) {
  std::vector<std::string> lines;
  for (const QueryParameter& each : query.parameters)
    lines.push_back(each.is_list ? fmt::format("{} = [{}]", each.name, fmt::join(each.values, ", "))
                                 : fmt::format("{} = {}", each.name, each.values.front()));
  return lines;
}

bool gives_measure(const Source& source, const std::string& measure) {
  if (source.kind == SourceKind::list && measure == "listed") return true;
  if (!has_figures(source)) return false;
  const auto named = [&](const auto& each) { return each.first == measure; };
  return std::any_of(source.measures.begin(), source.measures.end(), named) ||
         std::any_of(source.unpivots.begin(), source.unpivots.end(),
                     [&](const Unpivot& each) { return each.measure == measure; });
}

std::vector<std::string> ids_of(const std::vector<Source>& sources) {
  std::vector<std::string> found;
  for (const Source& source : sources) found.push_back(source.id);
  return found;
}

}  // namespace yokoten
