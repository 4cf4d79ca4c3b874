#pragma once

#include "fold/form.h"

namespace yokoten {

BookForm settings_form();
BookForm menu_form();
BookForm sources_form();
BookForm source_columns_form();
BookForm programmes_form();
BookForm cases_form();
BookForm case_effects_form();
BookForm case_photos_form();
BookForm projects_form();
BookForm project_offices_form();
BookForm project_results_form();
BookForm project_documents_form();
BookForm events_form();
BookForm contacts_form();
BookForm waivers_form();
BookForm corrections_form();
BookForm others_form();

}  // namespace yokoten
