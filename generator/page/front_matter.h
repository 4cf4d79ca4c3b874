#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// What a page is made once for.
enum class Each { page, prefecture, municipality, indicator, case_tag, release };

/// The front matter of a page, checked: see page/pages.md.
struct FrontMatter {
  std::string title, description, crumb, kana, as_of, find, paper, area;
  std::string summary, place, status, fact, share;
  std::vector<std::string> sources;
  int order = 0;
  Each each = Each::page;
  Place where, area_where;
};

/// Reads the YAML of `page`. Unknown keys, wrong types and missing required keys are findings.
FrontMatter read_front_matter(const PageText& page, Findings& findings);

}  // namespace yokoten
