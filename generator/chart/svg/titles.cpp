#include "chart/svg/write.h"
#include "chart/svg/xml.h"

namespace yokoten::chart {

void append_titles(std::string& out, const Spec& spec) {
  Xml xml(out, 2);
  std::string title;
  for (const std::string& line : spec.title.text) title += line;
  const bool described = !spec.description.empty();
  if (title.empty() && described) title = spec.description;
  if (!title.empty()) xml.open("title").content().text(title).close("title");
  if (described && title != spec.description)
    xml.open("desc").content().text(spec.description).close("desc");
}

}  // namespace yokoten::chart
