#include <fmt/format.h>

#include <algorithm>

#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/parts_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

struct CodeGroup {
  std::string label;
  std::vector<std::string> codes;
  bool planned = false;
};

/// One bar an area, split into the codes of the indicator's `by`; groups share a shade.
class Stack final : public Block {
 public:
  explicit Stack(Options& options)
      : indicator_(options.required_indicator()),
        with_nation_(!options.words("with", {"nation"}).empty()),
        caption_(options.plain("caption", true)) {
    const TomlNode* groups = options.toml().take("groups", TomlNode::Kind::list);
    if (groups == nullptr) return;
    for (const TomlNode& node : groups->children) {
      Options inner = options.inside("groups", node);
      TomlReader& reader = inner.toml();
      groups_.push_back(
          {reader.required_text("label"), reader.texts("codes"), reader.truth("planned")});
    }
  }

  bool may_draw() const override { return true; }
  std::string html(Context& context) const override;

 private:
  // The group of a code; without groups every code stands for itself.
  int group_of(const std::string& code, int position) const {
    for (std::size_t at = 0; at < groups_.size(); ++at)
      if (std::find(groups_[at].codes.begin(), groups_[at].codes.end(), code) !=
          groups_[at].codes.end())
        return static_cast<int>(at);
    return groups_.empty() ? position : static_cast<int>(groups_.size());
  }
  // Parts of one group share its name and so its colour.
  const std::string& series_of(int group, const std::string& label) const {
    const auto at = static_cast<std::size_t>(group);
    return at < groups_.size() ? groups_[at].label : label;
  }
  bool planned(int group) const {
    return group < static_cast<int>(groups_.size()) &&
           groups_[static_cast<std::size_t>(group)].planned;
  }
  void add_area(const Context& context, const std::vector<PartFigure>& parts, ChartRequest& request,
                ChartFrame& frame) const;

  int indicator_;
  bool with_nation_;
  Text caption_;
  std::vector<CodeGroup> groups_;
};

void Stack::add_area(const Context& context, const std::vector<PartFigure>& parts,
                     ChartRequest& request, ChartFrame& frame) const {
  const Book& book = context.book;
  const int area = parts.front().figure.area;
  NumberRow row{book.areas.at(area).name,
                area == context.whole() ? "" : context.area_link(area),
                {},
                area == context.whole()};
  request.description += row.name;
  int position = 0;
  for (const PartFigure& part : parts) {
    const auto count = counted(part.figure);
    ChartDatum datum;
    datum.name = row.name;
    if (count) datum.value = to_double(*count);
    datum.label = counted_text(book, part.figure);
    datum.part = group_of(part.code, position++);
    datum.series = series_of(datum.part, part.label);
    datum.emphasis = planned(datum.part)       ? Emphasis::planned
                     : area == context.whole() ? Emphasis::self
                                               : Emphasis::other;
    const std::string& unit = counted_unit(book.indicator(part.figure.indicator));
    datum.description = fmt::format("{} {} {}", row.name, part.label,
                                    count ? measured_text(book, datum.label, unit) : datum.label);
    request.description += fmt::format(" {} {}", part.label, datum.label);
    row.cells.push_back(datum.label);
    request.data.push_back(std::move(datum));
  }
  request.description += book.word("join.stop");
  frame.rows.push_back(std::move(row));
}

std::string Stack::html(Context& context) const {
  const Book& book = context.book;
  const int id = context.meant(indicator_);
  const std::vector<PartFigure> parts = parts_of(book, id, context.whole());
  if (parts.empty()) return {};
  // The indicator keeps no whole: date and source are those of its parts.
  const Figure& first = dated_part(parts);
  ChartFrame frame = frame_of(context, first, context.plain(caption_, &first));
  frame.head = {book.word("chart.name_column")};
  for (const PartFigure& part : parts) frame.head.push_back(part.label);
  ChartRequest request = request_of(book.indicator(id), frame, ChartKind::stack, "stack");
  request.description = frame.title + book.word("join.stop");
  add_area(context, parts, request, frame);
  // The same codes at the same period: every part stands under its own heading.
  if (with_nation_ && context.whole() != Areas::nation)
    add_area(context, parts_at(book, id, Areas::nation, first.observation->period), request, frame);
  return framed_chart(context, std::move(request), std::move(frame));
}

}  // namespace

std::unique_ptr<Block> make_stack(Options& options) { return std::make_unique<Stack>(options); }

}  // namespace yokoten
