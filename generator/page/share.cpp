#include "page/share.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html_text.h"
#include "base/line_breaks.h"

namespace yokoten {
namespace {

constexpr double kWidth = 1200, kMargin = 80, kTitle = 64, kSentence = 42, kFoot = 28;
constexpr double kFootLine = 575, kLeading = 1.45;

// How many lines of a sentence stand above the foot, the first at `y`.
std::size_t lines_from(double y) {
  const double room = kFootLine - 1.5 * kFoot - y;
  return 1 + static_cast<std::size_t>(std::max(0.0, room) / (kSentence * kLeading));
}

double ems(double size) { return (kWidth - 2 * kMargin) / size; }

// Lines of one text, each `size` px; returns the base line of the last.
double append_lines(std::string& svg, std::string_view text, double y, double size,
                    std::size_t most, std::string_view attributes) {
  for (const std::string& line : wrapped_lines(text, ems(size), most)) {
    svg += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" {}>{}</text>", kMargin, y, size,
                       attributes, html_text(line));
    y += size * kLeading;
  }
  return y - size * kLeading;
}

}  // namespace

std::string share_svg(const ShareText& text) {
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\" "
      "font-family=\"Noto Sans CJK JP\"><rect width=\"1200\" height=\"630\" fill=\"#fff\"/>"
      "<rect width=\"1200\" height=\"16\" fill=\"#0017C1\"/>";
  append_lines(svg, text.site_title, 96, kFoot, 1, "fill=\"#595959\"");
  const double below =
      append_lines(svg, text.title, 200, kTitle, 2, "font-weight=\"700\" fill=\"#1A1A1A\"");
  append_lines(svg, text.sentence, below + 100, kSentence, lines_from(below + 100),
               "fill=\"#1A1A1A\"");
  append_lines(svg, text.foot, kFootLine, kFoot, 1, "fill=\"#595959\"");
  return svg + "</svg>";
}

}  // namespace yokoten
