#pragma once

#include <string>
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
  enum class Kind { html, block, columns, section };
  Kind kind = Kind::html;
  Text html;
  BlockText block;
  std::size_t block_number = 0;  ///< position among the compiled blocks of the page
  std::string columns;           ///< half, split, side
  std::vector<Flow> flows;       ///< of columns; a section has one
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

}  // namespace yokoten
