#include "fold/folding.h"

namespace yokoten {
namespace {

bool is_shown_in_menu(const TomlNode& list) {
  for (const TomlNode& link : list.children)
    for (const TomlNode& each : link.children)
      if ((each.key != "title" && each.key != "path") || each.kind != TomlNode::Kind::text)
        return false;
  return list.kind == TomlNode::Kind::list && !list.children.empty();
}

void fold_menu(Folding& work, TomlNode& tree, const char* key) {
  const TomlNode* list = tree.find(key);
  if (list == nullptr || !is_shown_in_menu(*list)) return;
  const BookForm& form = *form_of(sheet::menu);
  const auto links = taken(tree, key);
  for (TomlNode link : links->children) {
    FoldedRow row{{"*where", std::string(key) == "footer" ? "下" : "上"}};
    take_entries(link, form, row);
    work.rows[sheet::menu].push_back(std::move(row));
  }
}

// A file of [[name]] tables that all fit the sheet.
void fold_tables(Folding& work, const char* sheet, const std::string& path, const char* name) {
  auto tree = work.tree(path);
  if (!tree) return;
  work.done.insert(path);
  const auto list = taken(*tree, name);
  if (!list) return;
  for (TomlNode table : list->children) {
    FoldedRow row;
    take_entries(table, *form_of(sheet), row);
    work.rows[sheet].push_back(std::move(row));
  }
}

// Tables and lists of tables, in the order of the file; the sheet's kinds are their names.
void fold_contacts(Folding& work) {
  auto tree = work.tree("contacts.toml");
  if (!tree) return;
  work.done.insert("contacts.toml");
  const BookForm& form = *form_of(sheet::contacts);
  for (const BookWord& kind : form.with_key("*kind")->words) {
    auto found = taken(*tree, kind.code);
    if (!found) continue;
    const bool many = found->kind == TomlNode::Kind::list;
    for (TomlNode table : many ? found->children : std::vector<TomlNode>{*found}) {
      FoldedRow row{{"*kind", kind.label}};
      take_entries(table, form, row);
      work.rows[sheet::contacts].push_back(std::move(row));
    }
  }
}

void fold_event(Folding& work, const std::string& path, TomlNode tree) {
  const BookForm& form = *form_of(sheet::events);
  const std::string name = path.substr(path.find('/') + 1);
  FoldedRow row{{"*id", name.substr(0, name.rfind('.'))}};
  take_entry(tree, "date", form, "*date", row);
  take_entry(tree, "from", form, "*date", row);
  take_entry(tree, "to", form, "*to", row);
  take_entries(tree, form, row);
  row["*more"] = without_last_line(toml_lines(tree.children, ""));
  work.rows[sheet::events].push_back(std::move(row));
}

}  // namespace

void fold_settings(Folding& work) {
  FoldedRow row{{"*kind", work.folder.kind == "prefecture" ? "都道府県" : "全国"}};
  if (auto tree = work.tree("publication.toml")) {
    work.done.insert("publication.toml");
    if (const TomlNode* language = tree->find("language"); language && language->text == "ja")
      taken(*tree, "language");
    fold_menu(work, *tree, "navigation");
    fold_menu(work, *tree, "footer");
    take_entries(*tree, *form_of(sheet::settings), row);
    row["*more"] = without_last_line(toml_lines(tree->children, ""));
  }
  work.rows[sheet::settings].push_back(std::move(row));
}

void fold_lists(Folding& work) {
  fold_tables(work, sheet::programmes, "programmes.toml", "programme");
  fold_tables(work, sheet::waivers, "duty.toml", "waiver");
  fold_contacts(work);
  fold_tables(work, sheet::corrections, "corrections.toml", "correction");
  for (const auto& [path, text] : work.folder.files) {
    if (!path.starts_with("events/") || !path.ends_with(".toml")) continue;
    if (auto tree = work.tree(path)) {
      work.done.insert(path);
      fold_event(work, path, std::move(*tree));
    }
  }
}

}  // namespace yokoten
