#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// A word that cases of good practice are sorted by: its code for addresses and files (a-z 0-9 -),
/// and what readers see.
struct CaseWord {
  std::string code, title;
  std::string english{};  ///< title of a usual word on English pages

  bool operator==(const CaseWord&) const = default;
};

/// The words of a publication: the usual ones, then those that it adds.
struct CaseWords {
  std::vector<CaseWord> themes, technologies;
  std::vector<CaseWord> sizes;  ///< classes of staff, those that effect reports are counted by
};

/// What every publication knows.
CaseWords usual_case_words();

/// The word with this code or title (NFKC); nullptr for none.
const CaseWord* case_word(const std::vector<CaseWord>& words, std::string_view written);

/// The class of staff: 10-29, 10〜29人, 職員10～29人, 30人以上; nullptr for none.
const CaseWord* size_word(const std::vector<CaseWord>& sizes, std::string_view written);

/// Titles of all, for messages.
std::vector<std::string> titles_of(const std::vector<CaseWord>& words);

}  // namespace yokoten
