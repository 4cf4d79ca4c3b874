#include "check/part_widths.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/text.h"

namespace yokoten {
namespace {

using KeyAndCode =
    std::pair<std::string, std::string>;  // the code without blanks, all of one width

/// One of the ways in which a code is written.
struct CodeSpelling {
  int row = 0;  ///< the first one
  int figures = 0;
};
using CodeSpellings = std::map<std::string, CodeSpelling>;

/// The codes that any two breakdowns write in different ways.
std::set<KeyAndCode> doubtful_codes(const Measured& measured) {
  std::map<KeyAndCode, std::string_view> known;
  std::set<KeyAndCode> doubtful;
  for (const Parts& parts : measured.parts)
    for (const auto& [key, code] : parts) {
      const auto [at, added] = known.try_emplace({key, tight_text(code)}, code);
      if (!added && at->second != code) doubtful.insert(at->first);
    }
  return doubtful;
}

class PartWidths {
 public:
  explicit PartWidths(const Subject& subject)
      : subject_(subject), doubtful_(doubtful_codes(subject.measured)) {}

  void check() {
    if (doubtful_.empty()) return;
    find_doubtful_parts();
    for (const Fact& fact : subject_.measured.facts.all({.row = true, .breakdown = true})) {
      const auto& doubtful = parts_[static_cast<std::size_t>(fact.breakdown)];
      if (!doubtful.empty() && !fact.total) count(fact, doubtful);
    }
    for (const auto& [at, spellings] : found_)
      if (spellings.size() > 1) report(std::get<0>(at), std::get<1>(at), spellings);
  }

 private:
  struct DoubtfulPart {
    KeyAndCode folded;
    std::string code;
  };

  void find_doubtful_parts() {
    for (const Parts& parts : subject_.measured.parts) {
      auto& own = parts_.emplace_back();
      for (const auto& [key, code] : parts)
        if (KeyAndCode folded{key, tight_text(code)}; doubtful_.contains(folded))
          own.push_back({std::move(folded), code});
    }
  }

  void count(const Fact& fact, const std::vector<DoubtfulPart>& doubtful) {
    for (const auto& [folded, code] : doubtful) {
      CodeSpelling& spelling = found_[{fact.source, folded.first, folded.second}][code];
      if (spelling.figures++ == 0) spelling.row = fact.row;
    }
  }

  // What most figures say is right; of equally many, what stands first.
  static CodeSpellings::const_iterator usual(const CodeSpellings& spellings) {
    return std::ranges::max_element(spellings, {}, [](const auto& each) {
      return std::pair(each.second.figures, -each.second.row);
    });
  }

  // Codes of columns were written by who describes the source.
  void report(int source, const std::string& key, const CodeSpellings& spellings) const {
    const auto& columns = subject_.source(source).breakdown;
    const auto own = std::ranges::find(columns, key, &KeyAndCode::first);
    if (own == columns.end()) return;
    const auto right = usual(spellings);
    for (auto at = spellings.begin(); at != spellings.end(); ++at)
      if (at != right) report_code(source, own->second, *at, right->first);
  }

  void report_code(int source, const std::string& heading,
                   const std::pair<const std::string, CodeSpelling>& code,
                   const std::string& usual_code) const {
    const Table& table = subject_.table(source);
    const auto& [text, spelling] = code;
    subject_.error(
        table.place(spelling.row, table.column(heading).value_or(0)), "part.width",
        {fmt::format(
             "「{}」（{}か所）は「{}」と全角・半角か空白だけが違い、別の内訳として数えられま"
             "す。corrections.toml でどちらかに揃えてください",
             text, spelling.figures, usual_code),
         fmt::format("\"{}\" ({} in all) differs from \"{}\" by the width of letters or by blanks "
                     "alone, and would be a part of its own; make them the same in "
                     "corrections.toml",
                     text, spelling.figures, usual_code)});
  }

  const Subject& subject_;
  std::set<KeyAndCode> doubtful_;
  std::vector<std::vector<DoubtfulPart>> parts_;                              // by breakdown
  std::map<std::tuple<int, std::string, std::string>, CodeSpellings> found_;  // source, key, code
};

}  // namespace

void check_part_widths(const Subject& subject) { PartWidths(subject).check(); }

}  // namespace yokoten
