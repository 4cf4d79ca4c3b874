#pragma once

#include <string>
#include <vector>

#include "fold/form.h"

namespace yokoten {

/// Rows of another sheet that are a list in the page's facts.
struct PageChildren {
  std::string sheet, key;
};

/// A sheet whose rows are pages.
struct PageForms {
  std::string sheet, folder;
  std::string key;           ///< of the facts in the front matter; empty where there are none
  bool needs_facts = false;  ///< the key must stand there even without facts
  std::string facts_column;  ///< where it is said that facts are missing
  std::vector<PageChildren> children;
};

const std::vector<PageForms>& page_forms();

}  // namespace yokoten
