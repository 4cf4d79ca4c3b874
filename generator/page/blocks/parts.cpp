#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "model/period_words.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/parts_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// 令和4年度下半期（第一期）
std::string with_code(const Book& book, const PartFigure& part) {
  const std::string code = printed_text(book, part.code);
  return part.label == code ? code : bracketed(book, part.label, code);
}

ChartDatum datum_of(const PartFigure& part, const std::optional<Decimal>& number,
                    const std::string& text) {
  ChartDatum datum;
  datum.name = part.label;
  if (number) datum.value = to_double(*number);
  datum.label = text;
  return datum;
}

/// A chart of an indicator's parts before any is drawn.
struct PartsChart {
  std::vector<PartFigure> parts;
  std::string whose;  ///< 全国 where they are not of the page's area
  ChartFrame frame;
  ChartRequest request;

  /// The text, with whose parts they are.
  std::string with_owner(const Book& book, const std::string& text) const {
    return whose.empty() ? text : book.word("chart.of_area", {whose, text});
  }
};

// The parts of the page's area; where nothing is known of them the nation's, which say so. Nothing
// where those are not known either.
std::optional<PartsChart> empty_chart(const Context& context, int indicator, const Text& caption,
                                      ChartKind kind, const std::string& prefix) {
  const Book& book = context.book;
  PartsChart chart;
  chart.parts = parts_of(book, indicator, context.whole());
  if (chart.parts.empty()) {
    chart.parts = parts_of(book, indicator, Areas::nation);
    if (!any_tells(chart.parts)) return std::nullopt;
    if (context.whole() != Areas::nation) chart.whose = book.areas.at(Areas::nation).name;
  }
  const Figure first = dated_part(chart.parts);
  chart.frame = frame_of(context, first, context.plain(caption, &first));
  chart.frame.title = chart.with_owner(book, chart.frame.title);
  chart.request = request_of(book.indicator(indicator), chart.frame, kind, prefix);
  return chart;
}

/// A bar for each code of the indicator's `by`.
class PartBars final : public Block {
 public:
  explicit PartBars(Options& options)
      : indicator_(options.required_indicator()), caption_(options.plain("caption", true)) {}

  bool may_draw() const override { return true; }
  std::string html(Context& context) const override {
    const Book& book = context.book;
    auto chart =
        empty_chart(context, context.meant(indicator_), caption_, ChartKind::bars, "parts");
    if (!chart) return {};
    auto& [parts, whose, frame, request] = *chart;
    frame.head = {book.word("chart.name_column"), titled_unit(book, frame.title, request.unit)};
    for (const PartFigure& part : parts) {
      const auto number = part.figure.has_value() ? shown_value(book, part.figure) : std::nullopt;
      request.data.push_back(datum_of(part, number, bare_value_text(book, part.figure)));
      request.description += fmt::format(" {} {}", part.label, value_text(book, part.figure));
      frame.rows.push_back({part.label, {}, {request.data.back().label}, false});
    }
    return framed_chart(context, std::move(request), std::move(frame));
  }

 private:
  int indicator_;
  Text caption_;
};

// 令和6年度上半期, 2024-09, 第二期
bool is_time(const std::string& label) {
  return period_of_cell(label).has_value() || (label.starts_with("第") && label.ends_with("期"));
}

/// Standing bars for the codes in order, perhaps added up from left to right.
class Columns final : public Block {
 public:
  explicit Columns(Options& options)
      : indicator_(options.required_indicator()),
        cumulative_(options.toml().truth("cumulative")),
        planned_(options.toml().texts("planned")),
        names_(options.toml().pairs("names")),
        whole_label_(options.toml().text("whole_label")),
        caption_(options.plain("caption", true)) {}

  bool may_draw() const override { return true; }
  std::string html(Context& context) const override {
    const Book& book = context.book;
    const int id = context.meant(indicator_);
    auto chart = empty_chart(context, id, caption_, ChartKind::columns, "columns");
    if (!chart) return {};
    auto& [parts, whose, frame, request] = *chart;
    request.of_kinds = !is_over_time(parts);
    const std::string& counted_name = book.indicator(id).numerator_name;
    frame.head = {book.word(request.of_kinds ? "chart.part_column" : "page.period"),
                  counted_name.empty() ? titled_unit(book, frame.title, request.unit)
                                       : chart->with_owner(book, counted_name)};
    if (cumulative_) frame.head.push_back(book.word("chart.running_total"));
    add_parts(book, parts, request, frame);
    const auto& whole = dated_part(parts).observation->denominator;
    if (!whole_label_.empty() && whole)
      request.lines.push_back({to_double(*whole), whole_label_, {}});
    return framed_chart(context, std::move(request), std::move(frame));
  }

 private:
  // Of columns over time the page says what is planned or adds up, or the parts say their times.
  bool is_over_time(const std::vector<PartFigure>& parts) const {
    return cumulative_ || !planned_.empty() ||
           std::all_of(parts.begin(), parts.end(), [](const PartFigure& part) {
             return is_time(part.label) || is_time(part.code);
           });
  }

  void add_parts(const Book& book, const std::vector<PartFigure>& parts, ChartRequest& request,
                 ChartFrame& frame) const {
    std::optional<Decimal> running = Decimal{0, 0};
    for (const PartFigure& part : parts) {
      const auto own = counted(part.figure);
      // What is missing is not 0: from there on nothing is known of the whole.
      running = running && own ? sum(*running, *own) : std::nullopt;
      const std::string own_text = counted_text(book, part.figure);
      const std::string running_text = running        ? to_shown(*running)
                                       : part.tells() ? book.word("state.no_value")
                                                      : own_text;
      ChartDatum datum =
          cumulative_ ? datum_of(part, running, running_text) : datum_of(part, own, own_text);
      datum.name = name_of(book, part.code);
      datum.full_name = part.label;
      if (std::find(planned_.begin(), planned_.end(), part.code) != planned_.end())
        datum.emphasis = Emphasis::planned;
      request.description +=
          fmt::format(" {} {}", part.label,
                      datum.value ? measured_text(book, datum.label, request.unit) : datum.label);
      NumberRow row{with_code(book, part), {}, {own_text}, false};
      if (cumulative_) row.cells.push_back(running_text);
      frame.rows.push_back(std::move(row));
      request.data.push_back(std::move(datum));
    }
  }

  // Labels such as 令和４年度下半期 find no room under a bar: a short name, or else the code.
  std::string name_of(const Book& book, const std::string& code) const {
    for (const auto& [known, name] : names_)
      if (known == code) return name;
    return printed_text(book, code);
  }

  int indicator_;
  bool cumulative_;
  std::vector<std::string> planned_;
  TomlReader::Pairs names_;
  std::string whole_label_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_parts(Options& options) { return std::make_unique<PartBars>(options); }

std::unique_ptr<Block> make_columns(Options& options) { return std::make_unique<Columns>(options); }

}  // namespace yokoten
