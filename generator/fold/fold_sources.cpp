#include "fold/folding.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

bool is_heading(const TomlNode& node) {
  return cell_text(node, *form_of(sheet::columns)->with_key("*heading")).has_value();
}

// { before = "…", after = "…" } and nothing else.
bool is_pair(const TomlNode& node) {
  const TomlNode *before = node.find("before"), *after = node.find("after");
  return node.kind == Kind::table && node.children.size() == 2 && before && after &&
         is_heading(*before) && is_heading(*after);
}

std::string item_label(const std::string& key) {
  for (const BookWord& word : form_of(sheet::columns)->with_key("*key")->words)
    if (word.code == key) return word.label;
  return key;
}

bool fits_columns(const TomlNode& table) {
  for (const TomlNode& each : table.children) {
    const BookColumn& key = *form_of(sheet::columns)->with_key("*key");
    TomlNode name;
    name.kind = Kind::text;
    name.text = each.key;
    if (!cell_text(name, key) || (!is_heading(each) && !is_pair(each))) return false;
  }
  return table.kind == Kind::table && !table.children.empty();
}

/// Writes one [[source]] as rows.
class SourceFolder {
 public:
  SourceFolder(Folding& work, TomlNode source) : work_(work), source_(std::move(source)) {}

  void fold() {
    take_file();
    take_area();
    take_report();
    take_entries(source_, form_, row_);
    for (const BookWord& use : form_of(sheet::columns)->with_key("*use")->words) take_columns(use);
    row_["*more"] = without_last_line(toml_lines(source_.children, "source"));
    work_.rows[sheet::sources].push_back(std::move(row_));
  }

 private:
  void take_file();
  void take_area();
  void take_report();
  void take_columns(const BookWord& use);
  std::string id() const {
    const TomlNode* node = source_.find("id");
    if (node != nullptr) return node->text;
    const auto found = row_.find("id");
    return found == row_.end() ? std::string() : found->second;
  }

  Folding& work_;
  TomlNode source_;
  const BookForm& form_ = *form_of(sheet::sources);
  FoldedRow row_;
};

void SourceFolder::take_file() {
  const TomlNode* url = source_.find("url");
  constexpr std::string_view local = "file:";
  if (url != nullptr && url->kind == Kind::text && url->text.starts_with(local)) {
    TomlNode path = *url;
    path.text = path.text.substr(local.size());
    if (auto text = cell_text(path, *form_.with_key("*file")); text && !source_.find("file")) {
      row_["*file"] = std::move(*text);
      taken(source_, "url");
    }
  } else {
    take_entry(source_, "url", form_, "*url", row_);
    if (row_.contains("*url")) take_entry(source_, "file", form_, "*file", row_);
  }
  take_entry(source_, "sha256", form_, "*hash", row_);
}

void SourceFolder::take_area() {
  const TomlNode* area = source_.find("area");
  if (area == nullptr || area->kind != Kind::table) return;
  take_entry(source_, "area.prefecture", form_, "*prefecture_area", row_);
  take_entry(source_, "area.municipality", form_, "area", row_);
}

void SourceFolder::take_report() {
  TomlNode* report = nullptr;
  for (TomlNode& each : source_.children)
    if (each.key == "report" && each.kind == Kind::table) report = &each;
  if (report == nullptr) return;
  if (const TomlNode* year = report->find("year"); year && year->kind == Kind::integer) {
    row_["*year"] = year->text;
    taken(*report, "year");
  } else {
    take_entry(*report, "year", form_, "*year", row_);
  }
  take_entry(*report, "duplicates", form_, "*duplicates", row_);
}

void SourceFolder::take_columns(const BookWord& use) {
  const TomlNode* table = source_.find(use.code);
  if (table == nullptr || !fits_columns(*table)) return;
  const auto columns = taken(source_, use.code);
  for (const TomlNode& each : columns->children) {
    FoldedRow row{{"*source", id()}, {"*use", use.label}, {"*key", item_label(each.key)}};
    const TomlNode* before = each.find("before");
    row["*heading"] = before == nullptr ? each.text : before->text;
    if (before != nullptr) row["*after"] = each.find("after")->text;
    work_.rows[sheet::columns].push_back(std::move(row));
  }
}

}  // namespace

void fold_sources(Folding& work) {
  auto tree = work.tree("sources.toml");
  if (!tree) return;
  work.done.insert("sources.toml");
  const auto list = taken(*tree, "source");
  if (!list) return;
  for (const TomlNode& source : list->children) SourceFolder(work, source).fold();
}

}  // namespace yokoten
