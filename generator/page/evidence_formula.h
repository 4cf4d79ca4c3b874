#pragma once

#include <string>

#include "page/book.h"

namespace yokoten {

/// 申請件数 82 ÷ 事業所件数 340 = 24.117…% → <b>24.1%</b>; for a figure that was printed as it is
/// 「2570(R5暫定値)」 → <b>2,570件</b>; for a missing one the word. HTML.
std::string formula_html(const Book& book, const Figure& figure);

/// Whether the figure is a printed cell of the KPI framework.
bool is_framework_figure(const Book& book, const Figure& figure);

}  // namespace yokoten
