#pragma once

#include <string>
#include <vector>

#include "page/context.h"

namespace yokoten {

/// A case or model project in a list, and why it stands there; `why` may be empty.
struct CaseCard {
  const CaseEntry* entry = nullptr;
  std::string why{};
};

/// Cards with place, title, fact and summary; empty without any.
std::string case_cards_html(Context& context, const std::vector<CaseCard>& cards);

}  // namespace yokoten
