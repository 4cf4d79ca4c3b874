#include "fold/folding.h"
#include "fold/page_forms.h"

namespace yokoten {
namespace {

// Excel cuts a cell at 32,767 characters.
constexpr std::size_t most_of_cell = 32'000;

void fold_children(Folding& work, TomlNode& front, const PageForms& forms, const std::string& id) {
  for (const PageChildren& each : forms.children) {
    const auto list = taken(front, forms.key + '.' + each.key);
    if (!list) continue;
    for (TomlNode child : list->children) {
      FoldedRow row{{"*page", id}};
      take_entries(child, *form_of(each.sheet), row);
      work.rows[each.sheet].push_back(std::move(row));
    }
  }
}

void fold_page(Folding& work, const PageForms& forms, const std::string& id, FoldedPage page) {
  FoldedRow row{{"*id", id}};
  fold_children(work, page.front, forms, id);
  take_entries(page.front, *form_of(forms.sheet), row);
  if (!forms.key.empty()) taken(page.front, forms.key);
  row["*more"] = without_last_line(yaml_lines(page.front.children));
  row["*body"] = without_last_line(page.body);
  work.rows[forms.sheet].push_back(std::move(row));
}

}  // namespace

void fold_pages(Folding& work) {
  for (const PageForms& forms : page_forms())
    for (const auto& [path, text] : work.folder.files) {
      const std::string folder = forms.folder + '/';
      if (!path.starts_with(folder) || !path.ends_with(".md")) continue;
      if (work.as_they_stand.contains(path) || text.size() > most_of_cell) continue;
      auto page = work.folder.page(text);
      if (!page) continue;
      work.done.insert(path);
      const std::string name = path.substr(folder.size());
      fold_page(work, forms, name.substr(0, name.size() - 3), std::move(*page));
    }
}

}  // namespace yokoten
