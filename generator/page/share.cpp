#include "page/share.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html_text.h"
#include "base/line_breaks.h"

namespace yokoten {
namespace {

constexpr double kWidth = 1200, kMargin = 80, kTitle = 64, kLongTitle = 52, kSentence = 42,
                 kFoot = 28;
constexpr double kFootLine = 575, kLeading = 1.45;
// The title of a publication that says in brackets what it isn't takes two in English.
constexpr std::size_t kFootLines = 2;

// How many lines of a sentence stand above the foot at `foot`, the first at `y`.
std::size_t lines_between(double y, double foot) {
  const double room = foot - 1.5 * kFoot - y;
  return 1 + static_cast<std::size_t>(std::max(0.0, room) / (kSentence * kLeading));
}

double ems(double size) { return (kWidth - 2 * kMargin) / size; }

// Smaller where that leaves more room for the sentence.
double title_size(std::string_view title) {
  return wrapped_lines(title, ems(kTitle), 2).size() > 1 ? kLongTitle : kTitle;
}

// Where the foot begins: its last line stands at kFootLine.
double foot_of(std::string_view text) {
  const std::size_t lines = wrapped_lines(text, ems(kFoot), kFootLines).size();
  return kFootLine - static_cast<double>(std::max<std::size_t>(lines, 1) - 1) * kFoot * kLeading;
}

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
  const double below = append_lines(svg, text.title, 200, title_size(text.title), 2,
                                    "font-weight=\"700\" fill=\"#1A1A1A\"");
  const double foot = foot_of(text.foot);
  append_lines(svg, text.sentence, below + 100, kSentence, lines_between(below + 100, foot),
               "fill=\"#1A1A1A\"");
  append_lines(svg, text.foot, foot, kFoot, kFootLines, "fill=\"#595959\"");
  return svg + "</svg>";
}

const Text& share_sentence(const CompiledPage& page, const Figure* figure) {
  const bool is_silent = figure != nullptr && !figure->has_value() && !figure->is_bound();
  return is_silent ? page.description : page.share;
}

}  // namespace yokoten
