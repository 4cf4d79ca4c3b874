#include "chart/scene/marks.h"

#include "chart/scene/mark_context.h"
#include "chart/scene/mark_makers.h"

namespace yokoten::chart {
namespace {

constexpr double kOpacityUnder = 0.7;  // opacity of an area under a line or points

Mark mark_of(const MarkContext& context) {
  switch (context.type) {
    case MarkType::bar:
    case MarkType::rect:
      return bars(context);
    case MarkType::tick:
      return ticks(context);
    case MarkType::line:
      return lines(context);
    case MarkType::area:
      return areas(context);
    case MarkType::point:
      return points(context);
    case MarkType::text:
      return texts(context);
    case MarkType::rule:
      return rules(context);
    case MarkType::geoshape:
      break;
  }
  return shapes(context);
}

class LayerMarks {
 public:
  LayerMarks(const Plan& plan, const LayerPlan& layer, std::uint32_t cell, PlotSize size,
             Spoken spoken, std::vector<Mark>& marks)
      : plan_(plan), layer_(layer), cell_(cell), size_(size), spoken_(spoken), marks_(marks) {}

  void add() {
    const MarkSpec& mark = layer_.spec->mark;
    if (mark.with_line || mark.with_point)
      add_overlaid(mark);
    else
      add(mark.type, mark.style, false);
  }

 private:
  void add_overlaid(const MarkSpec& mark) {
    MarkStyle own = mark.style;
    if (mark.type == MarkType::area && !says_opacity(own)) own.opacity = kOpacityUnder;
    add(mark.type, own, false);
    if (mark.with_line && mark.type == MarkType::area) add(MarkType::line, line_style(mark), true);
    if (mark.with_point) add(MarkType::point, point_style(mark), true);
  }

  bool says_opacity(const MarkStyle& own) const {
    const StyleChain chain = chain_of(MarkType::area, own);
    return chain.first(&MarkStyle::opacity) || chain.first(&MarkStyle::fill_opacity);
  }

  static MarkStyle line_style(const MarkSpec& mark) {
    MarkStyle style = *mark.line;
    if (!style.clip) style.clip = mark.style.clip;
    if (!style.interpolate) style.interpolate = mark.style.interpolate;
    return style;
  }

  static MarkStyle point_style(const MarkSpec& mark) {
    MarkStyle style = *mark.point;
    if (!style.opacity) style.opacity = mark.point_transparent ? 0 : 1;
    if (!style.filled) style.filled = true;
    if (!style.clip) style.clip = mark.style.clip;
    return style;
  }

  StyleChain chain_of(MarkType type, const MarkStyle& own) const {
    const Config& config = plan_.spec->config;
    return {&own, &*config.marks[static_cast<std::size_t>(type)], &config.mark};
  }

  void add(MarkType type, const MarkStyle& own, bool overlay) {
    const MarkContext context{plan_,   layer_, type,  chain_of(type, own),
                              overlay, cell_,  size_, spoken_};
    Mark mark = mark_of(context);
    mark.clip = mark.clip || own.clip.value_or(false);
    mark.clip_height = size_.height;
    mark.silent = !own.aria.value_or(true);
    mark.layer = &layer_;
    marks_.push_back(std::move(mark));
  }

  const Plan& plan_;
  const LayerPlan& layer_;
  std::uint32_t cell_;
  PlotSize size_;
  Spoken spoken_;
  std::vector<Mark>& marks_;
};

}  // namespace

void add_marks_of(const Plan& plan, const LayerPlan& layer, std::uint32_t cell, PlotSize size,
                  Spoken spoken, std::vector<Mark>& marks) {
  LayerMarks(plan, layer, cell, size, spoken, marks).add();
}

}  // namespace yokoten::chart
