#pragma once

#include <string>
#include <vector>

#include "model/chart.h"
#include "page/context.h"

namespace yokoten {

/// A row of the table that repeats a chart's numbers.
struct NumberRow {
  std::string name, link;
  std::vector<std::string> cells;
  bool own = false;                  ///< the place that the page is about
  std::vector<std::string> plain{};  ///< name and cells as files have them; empty: as shown
};

/// What stands around a drawing.
struct ChartFrame {
  std::string title, unit_line, as_of, source, evidence, legend_html, note_html;
  std::vector<std::string> head;  ///< of the table; the first is the name column
  std::vector<NumberRow> rows;
  bool map = false;
};

/// Draws the chart, lays its numbers, picture and specification beside the page and puts caption,
/// source and table around it. The request's `id` is made unique on the page.
std::string framed_chart(Context& context, ChartRequest request, ChartFrame frame);

/// A picture without caption and table, and apart from it the addresses of what can be taken away.
struct SmallChart {
  std::string svg, take_html;
};
SmallChart small_chart(Context& context, ChartRequest request, const ChartFrame& frame);

/// A frame with the indicator's name, unit, date, source and link to its evidence.
ChartFrame frame_of(const Context& context, const Figure& figure, const std::string& caption);

/// A request for a chart of the indicator, titled as its frame, in its unit (counted_unit() for
/// the shapes that count). Its id is `PREFIX-ID`.
ChartRequest request_of(const Indicator& indicator, const ChartFrame& frame, ChartKind kind,
                        const std::string& prefix);

}  // namespace yokoten
