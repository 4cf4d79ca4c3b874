#pragma once

#include <map>
#include <set>
#include <string>

#include "fold/fold.h"
#include "fold/form.h"
#include "fold/node_text.h"

namespace yokoten {

/// One row of a sheet that is being written: text by key.
using FoldedRow = std::map<std::string, std::string>;

/// What the parts of fold() share.
struct Folding {
  const FolderToFold& folder;
  const std::set<std::string>& as_they_stand;               ///< files for その他のファイル
  std::map<std::string, std::vector<FoldedRow>> rows = {};  ///< by sheet
  std::set<std::string> done = {};                          ///< files that sheets hold

  /// The tree of a TOML file; empty where there is none, or it goes as it stands.
  std::optional<TomlNode> tree(const std::string& path) const;
};

/// Without the line ends at its end.
std::string without_last_line(std::string text);

/// Moves the entries that the form's plain columns can hold into the row.
void take_entries(TomlNode& table, const BookForm& form, FoldedRow& row);
/// One entry, under another key of the row.
void take_entry(TomlNode& table, const std::string& key, const BookForm& form,
                const std::string& column, FoldedRow& row);

void fold_settings(Folding& work);
void fold_sources(Folding& work);
void fold_lists(Folding& work);
void fold_pages(Folding& work);
void fold_others(Folding& work, Findings& findings);

}  // namespace yokoten
