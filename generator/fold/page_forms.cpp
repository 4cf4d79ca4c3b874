#include "fold/page_forms.h"

namespace yokoten {

const std::vector<PageForms>& page_forms() {
  static const std::vector<PageForms> forms = {
      {sheet::cases,
       "cases",
       "case",
       false,
       "case.themes",
       {{sheet::effects, "effects"}, {sheet::photos, "photos"}}},
      {sheet::projects,
       "projects",
       "project",
       true,
       "*id",
       {{sheet::offices, "offices"},
        {sheet::results, "results"},
        {sheet::documents, "documents"}}}};
  return forms;
}

}  // namespace yokoten
