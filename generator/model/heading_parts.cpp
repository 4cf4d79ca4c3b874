#include "model/heading_parts.h"

namespace yokoten {

std::vector<std::string_view> heading_parts(std::string_view heading) {
  std::vector<std::string_view> parts;
  for (std::size_t at = heading.find(heading_joint); at != std::string_view::npos;
       at = heading.find(heading_joint)) {
    parts.push_back(heading.substr(0, at));
    heading.remove_prefix(at + heading_joint.size());
  }
  parts.push_back(heading);
  return parts;
}

}  // namespace yokoten
