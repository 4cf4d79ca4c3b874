#include <fmt/format.h>

#include "fold/page_forms.h"
#include "fold/unfolding.h"

namespace yokoten {
namespace {

std::string indented(std::size_t level) { return std::string(2 * level, ' '); }

std::vector<std::string> steps_of(const std::string& key) {
  std::vector<std::string> steps;
  std::size_t start = 0;
  for (std::size_t dot = key.find('.'); dot != std::string::npos; dot = key.find('.', start)) {
    steps.push_back(key.substr(start, dot - start));
    start = dot + 1;
  }
  steps.push_back(key.substr(start));
  return steps;
}

/// Writes the page of one row.
class PageSpeller {
 public:
  PageSpeller(const Unfolding& work, const PageForms& forms, const BookRow& row, SpelledFile& file)
      : work_(work), forms_(forms), row_(row), file_(file) {}

  void put() {
    file_.put("---\n", whole());
    put_entries(false);
    if (const EntryCell* more = row_.find("*more"))
      file_.put_lines(more->text + '\n', origin_of(*more));
    put_facts();
    file_.put("---\n", whole());
    if (const EntryCell* body = row_.find("*body"))
      file_.put_lines(body->text + '\n', origin_of(*body));
  }

 private:
  BookOrigin whole() const { return {row_.place("*id"), {}, 0}; }
  void put_entries(bool nested);
  void put_entry_below(const EntryCell& cell, const std::vector<std::string>& steps);
  void put_facts();
  void put_children(const PageChildren& children);
  void put_child(const BookRow& child, const BookForm& form);

  const Unfolding& work_;
  const PageForms& forms_;
  const BookRow& row_;
  SpelledFile& file_;
  std::vector<std::string> open_;  // the maps that the last entry stood in
};

void PageSpeller::put_entry_below(const EntryCell& cell, const std::vector<std::string>& steps) {
  std::size_t same = 0;
  while (same < open_.size() && same + 1 < steps.size() && open_[same] == steps[same]) ++same;
  open_.assign(steps.begin(), steps.end() - 1);
  for (; same + 1 < steps.size(); ++same) file_.put(indented(same) + steps[same] + ":\n", whole());
  file_.put(indented(steps.size() - 1) + steps.back() + ": ", origin_of(cell));
  file_.put(literal(cell, Spelling::yaml) + '\n', origin_of(cell));
}

void PageSpeller::put_entries(bool nested) {
  for (const BookColumn& column : form_of(forms_.sheet)->columns) {
    const EntryCell* cell = row_.find(column.key);
    const bool below = column.key.find('.') != std::string::npos;
    if (cell != nullptr && below == nested && !column.key.starts_with('*'))
      put_entry_below(*cell, steps_of(column.key));
  }
}

// All that stands under `project:`; the key itself even where nothing does.
void PageSpeller::put_facts() {
  if (forms_.key.empty()) return;
  bool any = false;
  for (const PageChildren& each : forms_.children)
    any = any || !rows_of(work_.rows(each.sheet), "*page", row_.text("*id")).empty();
  for (const auto& [key, cell] : row_.cells)
    any = any || (key.starts_with(forms_.key + '.') && !cell.text.empty());
  if (!any && !forms_.needs_facts) return;
  const BookColumn* column = row_.column(forms_.facts_column);
  file_.put(forms_.key + (any ? ":\n" : ": {}\n"),
            {row_.place(forms_.facts_column), column == nullptr ? "" : column->heading, 0});
  open_ = {forms_.key};
  put_entries(true);
  for (const PageChildren& each : forms_.children) put_children(each);
}

void PageSpeller::put_child(const BookRow& child, const BookForm& form) {
  bool first = true;
  for (const BookColumn& column : form.columns) {
    const EntryCell* cell = child.find(column.key);
    if (cell == nullptr || column.key.starts_with('*')) continue;
    file_.put(first ? "    - " : "      ", origin_of(*cell));
    file_.put(column.key + ": ", origin_of(*cell));
    file_.put(literal(*cell, Spelling::yaml) + '\n', origin_of(*cell));
    first = false;
  }
  if (first) file_.put("    - {}\n", {child.place("*page"), {}, 0});
}

void PageSpeller::put_children(const PageChildren& children) {
  const auto rows = rows_of(work_.rows(children.sheet), "*page", row_.text("*id"));
  if (rows.empty()) return;
  file_.put("  " + children.key + ":\n", {rows.front()->place("*page"), {}, 0});
  for (const BookRow* each : rows) put_child(*each, *form_of(children.sheet));
}

void unfold_kind(const Unfolding& work, const PageForms& forms) {
  const auto ids = unique_ids(work, forms.sheet, "*id");
  for (const PageChildren& each : forms.children)
    check_references(work, each.sheet, "*page", ids, forms.sheet);
  for (const BookRow& row : work.rows(forms.sheet)) {
    const EntryCell* id = row.find("*id");
    const std::string path = id == nullptr ? "" : forms.folder + '/' + id->text + ".md";
    if (id == nullptr || work.out.files.contains(path)) continue;
    PageSpeller(work, forms, row, work.out.files[path]).put();
  }
}

}  // namespace

void unfold_pages(const Unfolding& work) {
  for (const PageForms& forms : page_forms()) unfold_kind(work, forms);
}

}  // namespace yokoten
