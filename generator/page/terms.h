#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/glossary.h"

namespace yokoten {

/// Finds the terms of the glossary in the HTML of a page.
class Terms {
 public:
  explicit Terms(const std::vector<GlossaryTerm>& glossary);

  /// `html` with the first mention of each term in running text as a link to `#term-ID`; `found`
  /// gets those terms in order. Headings, links, tables, charts and folded parts stay as they are.
  std::string marked(std::string html, std::vector<const GlossaryTerm*>& found) const;

 private:
  struct Spelling {
    std::string html;  ///< as it stands in a page
    const GlossaryTerm* term;
  };
  /// Where from `at` on a tag or the begin of a spelling stands next; the end for neither.
  std::size_t next_stop(std::string_view html, std::size_t at) const;
  /// The spelling that stands at a begin of one; nullptr where it goes on otherwise.
  const Spelling* spelling_at(std::string_view html, std::size_t at) const;

  std::vector<std::vector<Spelling>> spellings_;   ///< of one begin each, longest first
  std::array<std::uint16_t, 1U << 16U> groups_{};  ///< by begin_at(): number in them from 1, or 0
};

}  // namespace yokoten
