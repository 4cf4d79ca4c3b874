#pragma once

#include <string>
#include <vector>

#include "model/data_set.h"
#include "page/context.h"

namespace yokoten {

/// The view of one file in a list of files, and of the same in other formats.
View file_view(const std::string& href, const std::string& title, const std::string& kind,
               std::vector<View> more = {});

/// The view of a set of figures as CSV, JSON and Excel, linked from the page.
View set_view(const Context& context, const DataSet& set);

/// Licence and credit line of the set, to be copied. The page then offers the set to search engines
/// too (Context::offered), unless it offers one already.
std::string terms_html(Context& context, const DataSet& set);

/// What search engines read of the set: a schema.org Dataset as JSON-LD.
std::string dataset_json(const Book& book, const DataSet& set, const std::string& description);

}  // namespace yokoten
