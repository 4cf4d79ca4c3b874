#include <algorithm>
#include <cmath>

#include "chart/scene/bounds.h"
#include "chart/scene/mark_words.h"
#include "chart/scene/paths.h"
#include "chart/svg/classes.h"
#include "chart/svg/gradient.h"
#include "chart/svg/letters.h"
#include "chart/svg/one_text.h"
#include "chart/svg/wardrobe.h"
#include "chart/svg/write.h"
#include "chart/svg/xml.h"

namespace yokoten::chart {
namespace {

constexpr int kFluidDecimals = 2;
constexpr double kStretch = 1000;  // units that the width has in stretched drawings
constexpr double kTypeSize = 14;   // of the stylesheet
constexpr double kRoomStep = 4;    // px between the classes l4, l8 …
constexpr double kSharp = 0.5;     // px by which axes are moved
constexpr double kOutside = 2;     // px that may stand out of the column, as halves of strokes do
constexpr double kMostRoom = 400;
constexpr int kSlices = 50;
constexpr double kSeam = 0.3;  // px by which slices of a gradient overlap

class Fluid {
 public:
  Fluid(std::string& out, const Scene& scene)
      : xml_(out, kFluidDecimals),
        wardrobe_(out, kFluidDecimals, kept_colours(scene)),
        width_(scene.plot_width),
        top_(scene.origin_y),
        on_boxes_(letters_on_steady_boxes(scene, [this](const std::string& colour) {
          return has_role(colour, wardrobe_.kept());
        })) {}
  explicit Fluid(std::string& out)
      : xml_(out, kFluidDecimals), wardrobe_(out, kFluidDecimals), width_(0), top_(0) {}

  void group(const Group& group);

 private:
  using Marks = std::vector<Mark>;
  std::size_t marks(const Marks& marks, std::size_t at);
  void cells(const Marks& marks, std::size_t at, std::size_t texts);
  void item(const Mark& mark, const Item& item);
  void shape(const Mark& mark, const Item& item);
  void rect(const Mark& mark, const Item& item);
  void gradient(const Item& item);
  void rule(const Item& item);
  void text(const Mark& mark, const Item& item, const Item* behind = nullptr);
  void symbol(const Mark& mark, const Item& item);
  void stretched(const Mark& mark, const Item& item);
  void place(std::string_view name, Along at);
  bool begin_link(const Mark& mark, const Item& item, std::string_view classes);
  void label(const Mark& mark, const Item& item);
  double y(double down) const { return down + top_; }

  /// Where a group stands in the one around it, and how wide it is: shares, and px that decide.
  struct Frame {
    double share = 0, px = 0, across = 1, width = 0;
  };
  Frame frame_of(const Group& group) const;
  void open_frame(const Frame& frame);
  void close_frame(const Frame& frame);

  Xml xml_;
  Wardrobe wardrobe_;
  double width_;  // px that decisions were made for
  double top_;    // px above the plot
  std::unordered_set<const Item*> on_boxes_;
};

// A share, or pixels where there is no share; who needs both moves the pixels elsewhere. Of no
// width, as headers of rows have, there are no shares.
void Fluid::place(std::string_view name, Along at) {
  if (at.share != 0 && width_ > 0)
    xml_.percent(name, at.share);
  else
    xml_.number(name, at.px);
}

bool has_words(const Mark& mark) {
  return mark.layer != nullptr && has_own_words(mark.layer->spec->encoding);
}

void Fluid::label(const Mark& mark, const Item& item) {
  if (item.words_size > 0 && item.href.empty() && has_words(mark))
    xml_.attribute("role", "img").attribute("aria-label", words_of(mark, item));
}

bool Fluid::begin_link(const Mark& mark, const Item& item, std::string_view classes) {
  if (item.href.empty()) return false;
  xml_.open("a").attribute("href", item.href);
  if (!classes.empty()) xml_.attribute("class", classes);
  if (item.words_size > 0) xml_.attribute("aria-label", words_of(mark, item));
  xml_.content();
  return true;
}

// SVG cannot say a width in shares and pixels: the pixels become shares of the deciding width. A
// width in pixels alone, and a place in both, stand in an inner frame.
void Fluid::rect(const Mark& mark, const Item& item) {
  if (!item.gradient.empty()) return gradient(item);
  Along x = item.x, x2 = item.x2;
  if (x.at(width_) > x2.at(width_)) std::swap(x, x2);
  Along across = x2 - x;
  const bool fixed = std::abs(across.share) < 1e-9;
  if (!fixed) across = {across.at(width_) / width_, 0};
  const bool framed = x.share != 0 && std::abs(x.px) > 0.005;
  if (framed) xml_.open("svg").percent("x", x.share).content();
  xml_.open("rect");
  if (framed) xml_.number("x", x.px);
  if (!framed && (x.share != 0 || x.px != 0)) place("x", x);
  xml_.number("y", y(std::min(item.y, item.y2)));
  place("width", across);
  xml_.number("height", std::abs(item.y2 - item.y));
  if (item.corner_radius > 0) xml_.number("rx", item.corner_radius);
  label(mark, item);
  wardrobe_.dress(item, Kind::rect);
  xml_.end();
  if (framed) xml_.close("svg");
}

// In slices: a gradient of SVG has a name, and the pictures of a page would share it.
void Fluid::gradient(const Item& item) {
  const double x = std::min(item.x.px, item.x2.px), width = std::abs(item.x2.px - item.x.px);
  const double top = std::min(item.y, item.y2), height = std::abs(item.y2 - item.y);
  for (int i = 0; i < kSlices; ++i) {
    const double begin = static_cast<double>(i) / kSlices, part = 1.0 / kSlices;
    const double up = 1 - begin - part;
    xml_.open("rect").number("x", item.horizontal ? x + begin * width : x);
    xml_.number("y", y(item.horizontal ? top : top + up * height));
    xml_.number("width", item.horizontal ? part * width + kSeam : width);
    xml_.number("height", item.horizontal ? height : part * height + kSeam);
    xml_.attribute("fill", colour_at(item.gradient, begin + part / 2));
    if (item.look.opacity != 1) xml_.number("opacity", item.look.opacity);
    xml_.end();
  }
}

void Fluid::rule(const Item& item) {
  const bool framed = item.x.share != 0 && std::abs(item.x.px) > 0.005 &&
                      std::abs(item.x.share - item.x2.share) < 1e-9;
  if (framed) xml_.open("svg").percent("x", item.x.share).content();
  xml_.open("line");
  if (framed)
    xml_.number("x1", item.x.px).number("x2", item.x2.px);
  else
    place("x1", item.x), place("x2", item.x2);
  xml_.number("y1", y(item.y)).number("y2", y(item.y2));
  wardrobe_.dress(item, Kind::rule);
  xml_.end();
  if (framed) xml_.close("svg");
}

void Fluid::text(const Mark& mark, const Item& item, const Item* behind) {
  if (item.text.empty()) return;
  const double below = item.dy + baseline_offset(item);
  const Item& held = behind && item.align == "right" ? *behind : item;
  const double across = held.dx + (item.x.share != 0 ? item.x.px : 0);
  const bool turned = item.angle != 0;
  if (turned) {
    xml_.open("svg");
    place("x", item.x);
    xml_.number("y", y(item.y)).content().open("text");
    xml_.raw(" transform=\"translate(").append(item.x.share != 0 ? item.x.px : 0).raw(") rotate(");
    xml_.append(item.angle).raw(")\"").number("x", item.dx).number("y", below);
  } else {
    xml_.open("text");
    place("x", item.x);
    if (std::abs(across) > 0.005) xml_.number("dx", across);
    xml_.number("y", y(item.y) + below);
  }
  if (mark.silent) xml_.attribute("aria-hidden", "true");
  if (item.font.size != kTypeSize) xml_.number("font-size", item.font.size);
  const Font& font = item.font;
  if (!font.style.empty() && font.style != "normal") xml_.attribute("font-style", font.style);
  if (!font.weight.empty() && font.weight != "normal" && font.weight != "400" && !font.bold())
    xml_.attribute("font-weight", font.weight);
  wardrobe_.dress(item, Kind::text, on_boxes_.contains(&item));
  xml_.content().text(limited_text(item.font, item.text, item.limit));
  if (behind) {
    xml_.raw(" ").open("tspan");
    wardrobe_.dress(*behind, Kind::text, on_boxes_.contains(behind));
    xml_.content().text(behind->text).close("tspan");
  }
  for (const std::string& line : item.more_lines) {
    xml_.open("tspan");
    if (turned)
      xml_.number("x", item.dx);
    else
      place("x", item.x), xml_.number("dx", across);
    xml_.number("dy", item.line_height).content();
    xml_.text(limited_text(item.font, line, item.limit)).close("tspan");
  }
  xml_.close("text");
  if (turned) xml_.close("svg");
}

void Fluid::symbol(const Mark& mark, const Item& item) {
  const bool circle = item.shape == "circle";
  const bool framed = !circle || (item.x.share != 0 && std::abs(item.x.px) > 0.005);
  if (framed) {
    xml_.open("svg");
    place("x", item.x);
    xml_.number("y", y(item.y)).content();
  }
  if (circle) {
    xml_.open("circle");
    if (framed)
      xml_.number("cx", item.x.px);
    else
      place("cx", item.x), xml_.number("cy", y(item.y));
    xml_.number("r", std::sqrt(item.size) / 2);
  } else {
    xml_.open("path").path(item, Kind::symbol, width_);
  }
  label(mark, item);
  wardrobe_.dress(item, Kind::symbol);
  xml_.end();
  if (framed) xml_.close("svg");
}

// Lines and areas are drawn kStretch units wide and pulled to the width; their strokes are not.
void Fluid::stretched(const Mark& mark, const Item& item) {
  double bottom = 0;
  for (const Vertex& vertex : item.vertices) bottom = std::max({bottom, vertex.y, vertex.y2});
  const double height = std::max(1.0, std::ceil(bottom));
  xml_.open("svg").attribute("class", "pull").number("y", top_);
  xml_.attribute("width", "100%").number("height", height);
  xml_.raw(" viewBox=\"0 0 ").append(kStretch).raw(" ").append(height).raw("\"");
  xml_.attribute("preserveAspectRatio", "none").content().open("path");
  xml_.path(item, mark.kind, kStretch);
  label(mark, item);
  wardrobe_.dress(item, mark.kind);
  xml_.end().close("svg");
}

void Fluid::shape(const Mark& mark, const Item& item) {
  switch (mark.kind) {
    case Kind::rect:
      return rect(mark, item);
    case Kind::rule:
      return rule(item);
    case Kind::text:
      return text(mark, item);
    case Kind::symbol:
      return symbol(mark, item);
    case Kind::line:
    case Kind::area:
      return stretched(mark, item);
    case Kind::shape:
      xml_.open("path").path(item, Kind::shape, width_);
      label(mark, item);
      wardrobe_.dress(item, Kind::shape);
      xml_.end();
  }
}

void Fluid::item(const Mark& mark, const Item& item) {
  if (item.hidden) return;
  const bool linked = begin_link(mark, item, mark.kind == Kind::shape ? "area" : "");
  shape(mark, item);
  if (linked) xml_.close("a");
}

// How many marks of text after a mark of boxes stand on the same rows.
std::size_t texts_on(const std::vector<Mark>& marks, std::size_t at) {
  const Mark& boxes = marks[at];
  if (boxes.kind != Kind::rect || boxes.layer == nullptr || boxes.items.empty()) return 0;
  std::size_t texts = 0;
  for (std::size_t i = at + 1; i < marks.size(); ++i, ++texts) {
    const Mark& next = marks[i];
    if (next.kind != Kind::text || next.items.size() != boxes.items.size()) break;
    if (next.items.front().row == nullptr || next.items.front().row != boxes.items.front().row)
      break;
  }
  return texts;
}

// A box and its texts are one: one link, and the box decides the colour of the letters on it.
void Fluid::cells(const std::vector<Mark>& marks, std::size_t at, std::size_t texts) {
  for (std::size_t i = 0; i < marks[at].items.size(); ++i) {
    const Item& box = marks[at].items[i];
    const std::string_view name = box.corner_radius > 0 ? "tile" : "";
    const bool linked = begin_link(marks[at], box, name);
    if (!linked) xml_.open("g");
    if (!linked && !name.empty()) xml_.attribute("class", name);
    if (!linked) xml_.content();
    rect(marks[at], box);
    for (std::size_t text = at + 1; text <= at + texts; ++text)
      this->text(marks[text], marks[text].items[i]);
    xml_.close(linked ? "a" : "g");
  }
}

std::size_t Fluid::marks(const Marks& marks, std::size_t at) {
  const std::size_t texts = texts_on(marks, at);
  if (texts > 0) {
    cells(marks, at, texts);
    return texts + 1;
  }
  if (at + 1 < marks.size() && are_one_text(marks[at], marks[at + 1])) {
    text(marks[at], marks[at].items.front(), &marks[at + 1].items.front());
    return 2;
  }
  for (const Item& each : marks[at].items) item(marks[at], each);
  return 1;
}

// Shares within a group are those of its own width, so it stands in an inner frame of that width;
// one without any width, as headers of rows, has a frame for its place alone, and what stands out
// of the plot stays as many px away. Axes are as wide as their plot: only what stands at its right
// end, or off its edge, is moved.
Fluid::Frame Fluid::frame_of(const Group& group) const {
  if (group.role == "axis") {
    const double off = group.x.px - kSharp;
    return {group.x.share, std::abs(off) > 0.005 ? off : 0, 1, width_};
  }
  const double x = group.x.at(width_), width = group.width.at(width_);
  if (width_ <= 0) return {0, x, 1, width};
  if (x < 0) return {0, x, width / width_, width};
  return {x / width_, 0, width / width_, width};
}

void Fluid::open_frame(const Frame& frame) {
  if (frame.px != 0) xml_.open("svg").number("x", frame.px).content();
  if (frame.share == 0 && frame.across == 1) return;
  xml_.open("svg").percent("x", frame.share);
  if (frame.across != 1 && frame.width > 0) xml_.percent("width", frame.across);
  xml_.content();
}

void Fluid::close_frame(const Frame& frame) {
  if (frame.share != 0 || frame.across != 1) xml_.close("svg");
  if (frame.px != 0) xml_.close("svg");
}

void Fluid::group(const Group& group) {
  if (group.role == "legend") return;  // the page writes them
  const bool guide = group.role == "axis";
  if (guide) xml_.open("g").attribute("aria-hidden", "true").content();
  const Frame frame = group.role == "frame" ? Frame{0, 0, 1, width_} : frame_of(group);
  const double top = top_, width = width_;
  top_ += group.y;
  open_frame(frame);
  width_ = frame.width;
  for (const Group& inner : group.behind) this->group(inner);
  for (std::size_t i = 0; i < group.marks.size();) i += marks(group.marks, i);
  for (const Group& inner : group.before) this->group(inner);
  width_ = width;
  close_frame(frame);
  top_ = top;
  if (guide) xml_.close("g");
}

double room(double px) {
  return std::clamp(std::ceil((px - kOutside) / kRoomStep) * kRoomStep, 0.0, kMostRoom);
}

Bounds bounds_in(const Group& group) {
  Bounds bounds;
  for (const Mark& mark : group.marks) bounds.add(bounds_of(mark, 0));
  return bounds;
}

}  // namespace

std::string still_svg(const Group& group) {
  const Bounds bounds = bounds_in(group).moved(group.x.px, group.y);
  if (bounds.empty()) return "";
  std::string out;
  Xml svg(out, kFluidDecimals);
  const double x = std::floor(bounds.x1), y = std::floor(bounds.y1);
  const double width = std::ceil(bounds.x2) - x, height = std::ceil(bounds.y2) - y;
  svg.open("svg").number("width", width).number("height", height).raw(" viewBox=\"").append(x);
  svg.raw(" ").append(y).raw(" ").append(width).raw(" ").append(height).raw("\"").content();
  Fluid(out).group(group);
  out += "</svg>";
  return out;
}

std::string fluid_svg(const Plan& plan, const Scene& scene) {
  std::string out;
  out.reserve(8192);
  Xml svg(out, kFluidDecimals);
  svg.open("svg").raw(" class=\"chart");
  if (const double left = room(scene.left); left > 0) svg.raw(" l").append(left);
  if (const double right = room(scene.right); right > 0) svg.raw(" r").append(right);
  svg.raw("\"").number("height", scene.height).attribute("role", "group").content();
  append_titles(out, *plan.spec);
  Fluid(out, scene).group(scene.root);
  out += "</svg>";
  return out;
}

}  // namespace yokoten::chart
