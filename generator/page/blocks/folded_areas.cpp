#include "page/blocks/folded_areas.h"
#include "page/wording.h"

namespace yokoten {

std::string folded_areas_html(Context& context, const std::vector<int>& areas,
                              const std::string& summary) {
  if (areas.empty()) return {};
  std::vector<View> views;
  for (const int id : areas) {
    const Area& area = context.book.areas.at(id);
    views.push_back(View()
                        .text("href", context.area_link(id))
                        .text("name", area.name)
                        .text("reading", other_name(context.book, area)));
  }
  return context.templates.filled("folded_areas",
                                  View().text("summary", summary).list("areas", std::move(views)));
}

}  // namespace yokoten
