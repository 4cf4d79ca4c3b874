#include "fold/form.h"

#include <map>
#include <set>

#include "base/text.h"
#include "fold/forms.h"

namespace yokoten {

const BookColumn* BookForm::with_heading(std::string_view heading) const {
  const std::string wanted = folded(heading);
  for (const BookColumn& column : columns)
    if (folded(column.heading) == wanted) return &column;
  return nullptr;
}

const BookColumn* BookForm::with_key(std::string_view key) const {
  for (const BookColumn& column : columns)
    if (column.key == key) return &column;
  return nullptr;
}

const std::vector<BookForm>& book_forms() {
  static const std::vector<BookForm> forms = {settings_form(),        menu_form(),
                                              sources_form(),         source_columns_form(),
                                              programmes_form(),      cases_form(),
                                              case_effects_form(),    case_photos_form(),
                                              projects_form(),        project_offices_form(),
                                              project_results_form(), project_documents_form(),
                                              events_form(),          contacts_form(),
                                              waivers_form(),         corrections_form(),
                                              others_form()};
  return forms;
}

const BookForm* form_of(std::string_view sheet_name) {
  for (const BookForm& form : book_forms())
    if (form.name == sheet_name) return &form;
  return nullptr;
}

int heading_row_of(const BookSheet& sheet, const BookForm& form) {
  constexpr std::size_t sure = 2;
  std::map<int, std::set<const BookColumn*>> known;
  std::set<int> remarks;
  int first = 0;
  for (const BookCell& cell : sheet.cells) {
    if (cell.covered || trimmed_text(cell.text).empty()) continue;
    auto [row, is_new] = known.try_emplace(cell.row);
    if (is_new && cell.text.starts_with(remark)) remarks.insert(cell.row);
    if (first == 0 && !remarks.contains(cell.row)) first = cell.row;
    if (const BookColumn* column = form.with_heading(cell.text)) row->second.insert(column);
  }
  if (form.upright) return first;
  for (const auto& [row, columns] : known)
    if (columns.size() >= sure && !remarks.contains(row)) return row;
  return first;
}

bool is_unread_sheet(std::string_view sheet_name) {
  return sheet_name == sheet::guide || sheet_name == sheet::lists || sheet_name == sheet::findings;
}

}  // namespace yokoten
