#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "model/finding.h"

namespace yokoten {

/// `{{subject:part.area.field}}` taken apart. For `{{area.name}}` the subject is `area`.
struct Placeholder {
  std::string subject;  ///< area, indicator, publication, an indicator's id, or empty; root
                        ///< (of the path in `field`), table (of the headings in `field`)
  std::string part;     ///< code of a breakdown
  std::string area;     ///< nation, prefecture, a code, or empty for the page's area
  std::string field;
  Place place;
};

/// Text with placeholders, taken apart once and filled for every page (whole_sentences.h).
struct Text {
  struct Part {
    std::string literal;  ///< as it goes out; already HTML where the text is HTML
    Placeholder placeholder;
    bool is_placeholder = false;
  };
  std::vector<Part> parts;

  bool empty() const { return parts.empty(); }
  void append(std::string_view literal);
  void append(Placeholder placeholder);
  void append(const Text& other);
};

/// Splits `text` at `{{…}}`. `escape` is applied to what lies between (identity for plain text).
using Escape = std::function<std::string(std::string_view)>;
Text compiled_text(std::string_view text, const Place& place, const Escape& escape,
                   Findings& findings);

}  // namespace yokoten
