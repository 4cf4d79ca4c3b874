#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "model/lon_lat.h"

namespace yokoten {

/// The shapes a publication can ask for. Each becomes one Vega-Lite specification.
enum class ChartKind {
  bars,     ///< horizontal bars, one a datum: name, value, bar; reference lines labelled at the top
  columns,  ///< vertical bars in the given order, done filled and planned outlined
  trend,  ///< one line over dates (time scale) with points, reference lines, dotted way to a target
  stack,  ///< one horizontal bar an area, split into ordered parts (`series`) of the whole
  shapes,    ///< map of real shapes, coloured by threshold classes; scaled as a whole, without text
  tiles,     ///< tile map: one labelled square a prefecture, coloured by threshold classes
  progress,  ///< small picture in a card: one bar from zero with the target as a tick
  strip,     ///< small picture in a card: one tick a peer, the own one and both ends named
  points,    ///< scatter: `across` on x, `value` on y, the emphasised points named
  changes,   ///< a row a datum: from `across` (before) to `value` (after), `label` is the change
  spread,    ///< histogram: a bar a class from `across` to `across_end`, `value` areas in it
  written,   ///< the publication's own specification, in `spec`
};

/// A closed line on the globe: its last place is its first. Outlines run clockwise as seen on a
/// map, holes the other way.
using GlobeRing = std::vector<LonLat>;

/// How a datum stands out. Never by colour alone: name or label is bold as well.
enum class Emphasis { plain, self, other, nation, planned };

/// One mark. Numbers here only place marks; what is read is `label`, already rounded exactly.
struct ChartDatum {
  std::string name;             ///< area, period or part, as shown
  std::string full_name;        ///< for sentences, where `name` was cut short or has a rank
  std::string series;           ///< part of a stack, empty elsewhere
  std::optional<double> value;  ///< empty is a gap, never zero
  std::string label;            ///< the value as text ("24.7", "10,912")
  Emphasis emphasis = Emphasis::plain;
  std::string link;         ///< relative address, empty for none
  std::string description;  ///< what a screen reader says ("鳥取県 24.7% 1位")
  std::string date;         ///< trend: ISO date (2024-09-13)
  double across = 0;  ///< points: the x value; changes: the value before; spread: where it begins
  double across_end = 0;                      ///< spread: where the class ends
  int column = 0, row = 0;                    ///< tiles: place in the wide grid, from 1
  int narrow_column = 0, narrow_row = 0;      ///< tiles: place in the 7 x 7 grid for phones, from 1
  std::size_t alike = 0;                      ///< how many have its label, where not all are drawn
  int part = 0;                               ///< stack: order of the part, from 0
  std::vector<std::vector<GlobeRing>> shape;  ///< shapes: polygons, each an outline and its holes

  bool operator==(const ChartDatum&) const = default;
};

/// A dashed line with its words ("2026年目標 50%", "全国 6.0").
struct ReferenceLine {
  double value = 0;
  std::string label;
  std::string date;  ///< trend: when the target is due; draws the dotted way to it

  bool operator==(const ReferenceLine&) const = default;
};

/// What a chart says by itself, in the language of its page (words `chart.say_*`); these are what
/// Japanese pages say. `{}` and `{1}` take values as in model/words.h.
struct ChartWords {
  std::string with_unit = "{}{}";                          ///< number, unit
  std::map<std::string, std::string> singulars;            ///< unit → what it is behind exactly 1
  std::string in_brackets = "{}（{}）";                    ///< title or sentence, what it adds
  std::string comma = "、", dot = "・", stop = "。", gap;  ///< gap: between two sentences
  std::string source = "出典 {}";
  std::string no_value = "値なし", planned = "予定";
  std::string year = "%Y年", month = "%Y年%-m月";  ///< of a time axis
  std::string fiscal_year = "%Y年度";              ///< by its first day
  std::string day = "%-m月%-d日", date = "%Y年%-m月%-d日";
  std::string latest = "最新は{}";  ///< what the newest point says
  std::string ends = "最高は{}、最低は{}";
  std::string several = "{}など{}{}の{}", case_of = "件";  ///< at one end; what the data are
  std::string missing = "値なし{}件";

  bool operator==(const ChartWords&) const = default;
};

/// What to draw, complete: the chart room needs nothing else.
struct ChartRequest {
  ChartKind kind = ChartKind::bars;
  std::string id;           ///< unique on its page; names the `ID.vl.json` beside it
  std::string title;        ///< indicator's name
  std::string as_of;        ///< as shown: "2024年9月13日時点"; empty where it is unknown
  std::string source;       ///< publisher of the data, as shown
  std::string unit;         ///< "%", "事業所"
  std::string description;  ///< the finding in one sentence: title of the SVG
  std::vector<ChartDatum> data;
  std::vector<ReferenceLine> lines;
  std::vector<GlobeRing> frames;  ///< shapes: lines around islands that are not in their place
  std::vector<double>
      limits;  ///< tiles and shapes: class limits, ascending (4, 6, 8, 10 make five classes);
               ///< spread: those that the axis names, not where a class is open
  std::optional<double> maximum;  ///< end of the value axis where it is fixed (100 for shares)
  std::string across_title;       ///< points, spread: title of x
  int years_from = 0;       ///< trend: the month in which all of its periods begin, where they
                            ///< are years: the axis names those. 0: any periods
  std::string spec;         ///< written: Vega-Lite JSON with its data
  std::string area_kind;    ///< what the data are, as sentences call them: 都道府県
  bool of_kinds = false;    ///< columns: of kinds, not of times; the last is not the latest
  bool own_legend = false;  ///< the page explains the colours itself
  bool take_away = false;   ///< a file that stands alone is wanted as well
  bool take_spec = true;    ///< the specification is wanted as text
  bool given_data = false;  ///< written: `data` at its top are the page's, which tells them itself
  ChartWords words{};

  bool operator==(const ChartRequest&) const = default;
};

/// Why a written specification can't be drawn, and where in it: a JSON pointer (`/layer/1/mark`).
struct DrawingProblem {
  std::string pointer;
  Message message;
};

/// What a written specification draws of its data, one set after the other, as its guides and
/// texts show it. A text for each column; "" where the data of that row have no such field.
struct DrawnTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::vector<std::string>> plain{};  ///< the same for files: numbers without signs
};

/// The picture and the specification it was rendered from.
struct Drawing {
  std::string svg;     ///< inline SVG, fluid: positions in percent, type in pixels
  std::string spec;    ///< Vega-Lite JSON, as offered beside the page; empty where it is not wanted
  std::string file;    ///< SVG that stands alone, in light and dark; empty unless asked for
  DrawnTable table{};  ///< of a written specification; without what is `given_data`
  std::optional<DrawingProblem> problem{};  ///< of a written specification: nothing is drawn then
};

/// Pages ask for drawings through this, so that page/ need not know chart/.
using Draw = std::function<Drawing(const ChartRequest&)>;

}  // namespace yokoten
