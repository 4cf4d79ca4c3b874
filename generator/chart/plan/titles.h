#pragma once

#include <string>
#include <vector>

#include "chart/plan/unit.h"

namespace yokoten::chart {

/// The title of an axis or legend on the way through the layers: nothing, null, a text, or the
/// fields that give the default.
struct TitlePart {
  enum class Kind : std::uint8_t { nothing, null, text, fields } kind = Kind::nothing;
  std::string text;
  std::vector<std::string> fields;
  bool written = false;

  bool operator==(const TitlePart& other) const {
    return kind == other.kind && text == other.text && fields == other.fields;
  }
  std::string shown() const;
};

TitlePart written_title(const Text& title, bool null);
TitlePart default_title(std::vector<std::string> fields);

/// Vega-Lite's merging: what is written before defaults, two texts joined by ", ".
void merge_titles(TitlePart& into, const TitlePart& other);

/// Two texts as one: the same once, an empty one left out.
std::string joined_title(const std::string& first, const std::string& second);

}  // namespace yokoten::chart
