#pragma once

#include <string>

#include "page/compiled_page.h"

namespace yokoten {

/// What the picture of a shared link shows.
struct ShareText {
  std::string title;       ///< of the page
  std::string sentence;    ///< the figure that matters, in one sentence
  std::string site_title;  ///< of the publication
  std::string foot;        ///< publisher and date
};

/// The sentence of a page's picture. `figure`: of a page about an indicator; where there is none to
/// be said, the page's description stands in its place.
const Text& share_sentence(const CompiledPage& page, const Figure* figure);

/// The picture, 1200 x 630, as SVG whose text names its font family.
std::string share_svg(const ShareText& text);

}  // namespace yokoten
