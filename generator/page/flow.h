#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "page/text.h"

namespace yokoten {

struct Piece;

/// What follows one another on a page.
using Flow = std::vector<Piece>;

/// A fenced block as written.
struct BlockText {
  std::string name;
  std::string options;  ///< TOML
  Place place;          ///< of its first line of options
};

/// A part of a page: text, a block, columns, or a section.
struct Piece {
  enum class Kind { html, block, columns, section, example };
  Kind kind = Kind::html;
  Text html;
  BlockText block;
  std::size_t block_number = 0;  ///< position among the compiled blocks of the page
  std::string columns;           ///< half, split, side
  std::string source;            ///< of an example: its text as written, which `flows` is made from
  std::vector<Flow> flows;       ///< of columns; a section and an example have one
  std::string id;                ///< anchor of a section
  Text heading, intro;           ///< of a section
};

/// A link below the site that must exist.
struct InternalLink {
  std::string path;  ///< `areas/31/`
  Place place;
};

/// A page's Markdown, taken apart.
struct Body {
  Text heading;  ///< of `# …`, HTML
  Flow opening;  ///< paragraphs and blocks before the first section
  Flow flow;     ///< the rest
  std::vector<InternalLink> links;
};

/// Names of the fences that hold Markdown in columns.
bool is_columns(const std::string& name);

/// The name of the fence that shows its Markdown as text beside what becomes of it.
inline constexpr std::string_view example_fence = "example";

}  // namespace yokoten
