#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "model/book.h"
#include "model/toml_node.h"

namespace yokoten {

/// A page taken apart: its front matter as a tree, and its Markdown.
struct FoldedPage {
  TomlNode front;
  std::string body;
};

/// Takes the bytes of a page apart; empty where they are none.
using PageReader = std::function<std::optional<FoldedPage>(const std::string& bytes)>;

/// A publication that is to become a book.
struct FolderToFold {
  std::string kind;                             ///< national or prefecture
  std::map<std::string, std::string> files;     ///< path → text; without raw/ and its like
  std::map<std::string, std::string> starters;  ///< what a book of this kind stands on
  PageReader page;
};

/// Writes the files as the sheets of a workbook, in the order of book_forms(), with headings and a
/// row of remarks. What no column can hold goes into 詳しい設定, and a file that would not come out
/// the same (values and text; comments, quotes and order of keys don't count) into
/// その他のファイル as it stands. Finding `book.long`: a line of 32,000 characters or more.
CellBook fold(const FolderToFold& folder, Findings& findings);

/// Whether two files of a publication say the same.
bool says_the_same(const std::string& path, const std::string& a, const std::string& b,
                   const PageReader& page);

}  // namespace yokoten
