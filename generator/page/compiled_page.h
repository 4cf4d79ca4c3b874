#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/figure_reads.h"
#include "page/block.h"
#include "page/flow.h"
#include "page/front_matter.h"

namespace yokoten {

/// A page's text, read once and rendered for each of its areas or indicators.
struct CompiledPage {
  FrontMatter front;
  Text title, description, crumb, kana, paper, place, share;  ///< plain text
  Text as_of, fact;                                           ///< HTML
  Body body;
  std::vector<std::unique_ptr<Block>> blocks;
  std::string path;  ///< of a page that is made once
  int area = Areas::none;
  const ModelProject* project = nullptr;   ///< that the page is about
  const GoodPractice* practice = nullptr;  ///< the same of a case
  std::set<std::string> holds;             ///< names of its blocks; see BlockPages
  FigureReads reads;                       ///< what was looked up to compile it
};

/// Compiles front matter, text and blocks, with everything that is wrong in them.
CompiledPage compiled_page(const Book& book, const PageText& page, Findings& findings);

}  // namespace yokoten
